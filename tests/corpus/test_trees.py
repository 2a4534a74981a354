"""XML of strangers: what it has no character for is a blank, in whatever encoding and however it is referred to."""

from __future__ import annotations

import pytest

from factcheck.corpus.readers.trees import read_tree, root_of, without_odd_references


@pytest.mark.parametrize(
    "number", ["xD800", "xdfff", "55296", "11", "0", "x1B", "xFFFE", "99999999", "x" + "0" * 9000 + "D800"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_reference_to_what_xml_has_no_character_for_is_a_blank(number: str, encoding: str) -> None:
    root, fault = read_tree(f"<a>one &#{number}; two é</a>".encode(encoding), "a.xml")
    assert (" ".join(root.text.split()), fault) == ("one two é", None)


def test_other_references_stay() -> None:
    assert without_odd_references("&#x41;&#9;&#x1F600;&amp;&#;&#xyz;") == "&#x41;&#9;&#x1F600;&amp;&#;&#xyz;"
    assert root_of(b"<a>&#x41;&#66;&lt;</a>").text == "AB<"


def test_bytes_of_another_encoding_are_left_alone() -> None:
    page = '<?xml version="1.0" encoding="gb18030"?><a>港口 &#11;有五台起重机</a>'.encode("gb18030")
    assert root_of(page).text == "港口  有五台起重机"
