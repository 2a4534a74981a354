def test_the_last_stop_of_initials_is_not_the_sentences() -> None:
    (claim,) = extract_claims(
        "Senator Moe said the bill would double the number of workers allowed into the U.S."
    ).claims
    assert claim.verbatim.endswith("into the U.S.")
    (other,) = extract_claims(
        "Senator Moe said the bill would double the number of workers allowed into the town."
    ).claims
    assert other.verbatim.endswith("into the town")
