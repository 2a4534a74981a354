"""How words go on in the shell."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from factcheck.cli.app import app


def words(typed: str) -> list[str]:
    """Return what the last word may become; `file:` where the shell is to look for files."""
    *before, begun = typed.split(" ")
    found = ShellComplete(app, {}, "factcheck", "_FACTCHECK_COMPLETE").get_completions(before, begun)
    return [f"file:{one.value}" if one.type == "file" else one.value for one in found]


@pytest.mark.parametrize(
    "typed",
    [
        "check ar",
        "extract ar",
        "names ar",
        "check a.txt --corpus ar",
        "corpus add ar",
        "compare claim ar",
        "evidence add 3 ar",
        "import claimreview ar",
        "claim-list --output ar",
        "dossier export budget --output ar",
        "dossier verify ar",
        "backup ar",
        "restore ar",
        "audit verify ar",
        "fetch --from ar",
    ],
)
def test_where_a_file_is_meant_files_are_proposed(typed: str) -> None:
    assert words(typed) == ["file:ar"]


def test_a_list_goes_on_behind_each_comma_with_what_is_not_in_it_yet() -> None:
    assert words("claim-list --fail-on st") == ["stale"]
    assert words("claim-list --fail-on stale,un") == ["stale,unsigned", "stale,uncited", "stale,uncovered"]
    assert words("claim-list --fail-on unsigned,uns") == []
    assert "number,rating" in words("claim-list --columns number,r")


def test_a_rating_is_one_of_the_workspace_s_own_scale(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert words("claim verdict 3 --rating contr") == ["contradicted"]
    (tmp_path / "factcheck.toml").write_text("[ratings\n", encoding="utf-8")
    assert words("claim verdict 3 --rating c") == [], "a shell shows no fault while somebody types"
