"""Know the quotations of a page that are signed: a `blockquote` that ends in a `footer` or `cite` with who said it.

Source: HTML, the blockquote element: attribution stands outside the quoted words, by custom in its footer.
"""

from __future__ import annotations

from typing import Any

LONGEST_SIGNATURE = 90
"""Characters of a name with its office; what is longer says something."""


def sign_quotations(tree: Any, sign: str) -> None:  # noqa: ANN401 - an lxml tree
    """Write the sign twice before each paragraph of a signed quotation, and once before who signs it."""
    for quotation in list(tree.iter("blockquote")):
        signature = _signature(quotation)
        if signature is None:
            continue
        paragraphs = [one for one in quotation.iter("p") if signature not in (one, *one.iterancestors())]
        if not paragraphs and (quotation.text or "").strip() and len(quotation) == 1:
            paragraphs = [quotation.makeelement("p", {})]
            paragraphs[0].text, quotation.text = quotation.text, None
            quotation.insert(0, paragraphs[0])
        for paragraph in paragraphs:
            paragraph.text = f"{2 * sign}{(paragraph.text or '').lstrip()}"
        if paragraphs:
            signer = quotation.makeelement("p", {})
            signer.text = sign + _words(signature)
            signature.getparent().replace(signature, signer)


def _signature(quotation: Any) -> Any | None:  # noqa: ANN401 - lxml elements
    """Return the last element of a quotation where it signs it: one with nothing behind it, and few words."""
    last = quotation[-1] if len(quotation) else None
    if last is None or last.tag not in ("footer", "cite") or (last.tail or "").strip():
        return None
    return last if 0 < len(_words(last)) <= LONGEST_SIGNATURE else None


def _words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    return " ".join("".join(element.itertext()).split())
