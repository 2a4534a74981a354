"""Addresses: however one is written, it has one key, and no two pages share one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.addresses import file_key, files_in, is_home_page, may_be_home_page, numbers_in, path_parts, url_key

PAGE = "harbour.example/reports/2024"


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/reports/2024",
        "http://www.Harbour.example/reports/2024/",
        "www.harbour.example/reports/2024#ships",
        "https://harbour.example:443/reports/2024?utm_source=mail&fbclid=abc",
        "harbour.example/reports/2024/index.html",
        "https://web.archive.org/web/20240201120000/https://harbour.example/reports/2024/",
        "https://web.archive.org/web/2024*/harbour.example/reports/2024".replace("*", "id_"),
        " https://harbour.example./reports/%32024 ",
    ],
)
def test_one_page_has_one_key_however_it_is_written(url: str) -> None:
    assert url_key(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/reports/2023",
        "https://harbour.example/reports/2024?page=2",
        "https://harbour.example:8080/reports/2024",
        "https://old.harbour.example/reports/2024",
        "https://harbour.example/Reports/2024",
        "https://harbour.example/reports/2024?ref=A12",
        "https://harbour.example/reports/2024?start=20",
    ],
)
def test_another_page_has_another_key(url: str) -> None:
    assert url_key(url) not in ("", PAGE)


def test_parameters_that_name_a_page_count_in_any_order() -> None:
    assert url_key("https://a.example/x?b=2&a=1&t=90") == url_key("http://a.example/x/?a=1&b=2")


def test_numbers_of_papers_have_the_keys_of_their_pages() -> None:
    assert url_key("doi:10.1234/AB.5") == url_key("https://dx.doi.org/10.1234/ab.5") == "doi.org/10.1234/ab.5"
    assert (
        url_key("arXiv:2101.00001v2") == url_key("https://arxiv.org/pdf/2101.00001.pdf") == "arxiv.org/abs/2101.00001"
    )
    assert numbers_in("Lind, DOI: 10.1234/ab.5, and arXiv:2101.00001") == ["DOI: 10.1234/ab.5", "arXiv:2101.00001"]


@pytest.mark.parametrize(
    "url", ["", "see report", "mailto:a@b.example", "javascript:alert(1)", "../x/a.md", "http://[::1"]
)
def test_what_is_no_web_address_has_no_key(url: str) -> None:
    assert url_key(url) == ""


def test_a_letter_beyond_ascii_in_a_host_is_the_same_in_both_spellings() -> None:
    assert url_key("https://münze.example/a") == url_key("https://xn--mnze-0ra.example/a")


@pytest.mark.parametrize(
    ("url", "home", "perhaps"),
    [
        ("https://a.example", True, True),
        ("https://a.example/de-at/home.html", True, True),
        ("https://a.example/index.php?utm_medium=x", True, True),
        ("https://a.example/welcome", True, True),
        ("https://a.example/en/", False, True),
        ("https://a.example/ru", False, True),
        ("https://a.example/zh-Hant/", False, True),
        ("https://a.example/be/fr", False, True),
        ("https://a.example/en/index.html", False, True),
        ("https://a.example/budget", False, False),
        ("https://a.example/to", False, False),
        ("https://a.example/xx", False, False),
        ("https://a.example/no-fees", False, False),
        ("https://a.example/en/budget", False, False),
        ("https://a.example/?p=17", False, False),
        ("https://a.example/en?p=17", False, False),
    ],
)
def test_a_site_as_a_whole_is_told_from_its_pages(url: str, *, home: bool, perhaps: bool) -> None:
    assert is_home_page(url_key(url)) is home
    assert may_be_home_page(url_key(url)) is perhaps


def test_files_are_found_by_name_wherever_they_lie() -> None:
    found = files_in("See minutes/2024-05.pdf, p. 3, Housing%20plan.docx and archive.jsonl#3.")
    assert found == ["minutes/2024-05.pdf", "plan.docx", "archive.jsonl#3"]
    assert file_key("/data/Minutes/2024-05.PDF") == "2024-05.pdf"
    assert path_parts("..\\Minutes/./a.txt") == ("minutes", "a.txt")


@given(st.text(max_size=200))
def test_any_text_has_a_defined_key_that_is_its_own(text: str) -> None:
    key = url_key(text)
    assert key == "" or url_key(f"https://{key}") == key
    files_in(text)
    numbers_in(text)
    is_home_page(key)


def test_a_host_may_be_a_number_where_a_scheme_says_that_it_is_one():
    assert url_key("http://10.1.2.3:8080/minutes/?b=2&a=1") == "10.1.2.3:8080/minutes?a=1&b=2"
    assert url_key("10.1.2.3/minutes") == ""
    assert url_key("10.1.2.3:8080/minutes") == ""
