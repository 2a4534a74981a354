"""Charsets: what a site declares counts unless the letters of the page prove it wrong; then that is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.readers.charsets import page_text
from factcheck.corpus.readers.plausible import LEAST, plausibility
from factcheck.web.policy import Policy
from tests.web.site import Site, reply
from tests.web.test_collecting import collect
from tests.web.test_pages import html

TEXTS = {
    "windows-1251": "Пять кранов стоят в порту, сообщила в среду газета, и шестой прибудет весной следующего года.",
    "koi8-r": "Мэр сказал в четверг, что город купит новый паром, а старый отдадут музею на другом берегу реки.",
    "gb18030": "市政府星期三表示，港口现在有五台起重机，明年春天还会有一台新的。没有人反对这个计划。",
    "big5": "市政府星期三表示，港口現在有五台起重機，明年春天還會有一台新的。沒有人反對這個計畫。",
    "shift_jis": "港には五台のクレーンがあり、来年の春にもう一台が加わると市が水曜日に発表した。",
    "euc-kr": "항구에는 크레인이 다섯 대 있으며 내년 봄에 한 대가 더 온다고 시가 수요일에 밝혔다.",
    "windows-1253": "Πέντε γερανοί βρίσκονται στο λιμάνι, είπε την Τετάρτη ο δήμος, και ο έκτος θα έρθει την άνοιξη.",
    "windows-1255": "בנמל יש חמישה מנופים, אמרה העירייה ביום רביעי, והשישי יגיע באביב הבא מעבר לים.",
    "windows-1252": "Fünf Kräne stehen im Hafen, sagte die Behörde am Mittwoch, und für den nächsten fehlt das Geld.",
    "windows-1250": "Přístav má pět jeřábů, řekl ve středu úřad, a šestý přijde příští rok na jaře z ciziny.",
}


def page(text: str, charset: str, *, meta: str = "") -> bytes:
    head = f'<meta charset="{meta}">' if meta else ""
    return html(text, text, title=text[:20], head=head).encode(charset)


async def got(site: Site, policy: Policy, folder: Path, body: bytes, kind: str) -> tuple[str, str]:
    [one] = await collect(policy, folder, [site.add("/page", reply(200, body, kind=kind))], [])
    assert one.page is not None
    return one.page.documents[0].text, "; ".join(problem.reason for problem in one.problems)


@pytest.mark.parametrize("charset", TEXTS)
async def test_what_is_declared_truly_is_read_and_nothing_said(
    site: Site, policy: Policy, tmp_path: Path, charset: str
) -> None:
    kind = f"text/html; charset={charset}"
    text, said = await got(site, policy, tmp_path, page(TEXTS[charset], charset), kind)
    assert TEXTS[charset] in text
    assert said == ""


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii"])
@pytest.mark.parametrize(
    "charset", ["windows-1251", "koi8-r", "gb18030", "big5", "shift_jis", "euc-kr", "windows-1253", "windows-1255"]
)
async def test_what_is_declared_wrongly_is_found_out_and_said(
    site: Site, policy: Policy, tmp_path: Path, charset: str, declared: str
) -> None:
    kind = f"text/html; charset={declared}"
    text, said = await got(site, policy, tmp_path, page(TEXTS[charset], charset, meta=declared), kind)
    assert TEXTS[charset] in text
    assert f"declares the charset {declared}, and its letters are those of " in said


@pytest.mark.parametrize(
    "charset", ["windows-1251", "koi8-r", "gb18030", "big5", "shift_jis", "euc-kr", "windows-1252", "windows-1253"]
)
async def test_what_is_not_declared_is_guessed_and_said(
    site: Site, policy: Policy, tmp_path: Path, charset: str
) -> None:
    text, said = await got(site, policy, tmp_path, page(TEXTS[charset], charset), "text/html")
    assert TEXTS[charset] in text
    assert "declares no charset" in said or "which was guessed" in said


async def test_a_wrong_header_beside_a_true_meta_is_seen_through(site: Site, policy: Policy, tmp_path: Path) -> None:
    body = page(TEXTS["windows-1251"], "windows-1251", meta="windows-1251")
    text, _ = await got(site, policy, tmp_path, body, "text/html; charset=iso-8859-1")
    assert TEXTS["windows-1251"] in text


@pytest.mark.parametrize("declared", ["windows-1251", "gb18030", "iso-8859-1"])
async def test_utf_8_is_utf_8_whatever_is_declared(site: Site, policy: Policy, tmp_path: Path, declared: str) -> None:
    for charset in ("windows-1251", "gb18030", "windows-1252"):
        body = page(TEXTS[charset], "utf-8")
        text, said = await got(site, policy, tmp_path, body, f"text/html; charset={declared}")
        assert TEXTS[charset] in text
        assert f"declares the charset {declared}, and its letters are those of utf-8" in said


async def test_plain_text_is_read_by_its_letters_too(site: Site, policy: Policy, tmp_path: Path) -> None:
    body = (TEXTS["windows-1251"] + "\n\n" + TEXTS["windows-1251"]).encode("windows-1251")
    text, said = await got(site, policy, tmp_path, body, "text/plain; charset=utf-8")
    assert TEXTS["windows-1251"] in text
    assert "windows-1251" in said


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("shift_jis", "蛎殻町の埠頭"),
        ("shift_jis", "鵜飼と鰻、蒲鉾"),
        ("euc-jp", "埠頭の鰹節"),
        ("big5", "龜山島漁港"),
        ("gb2312", "鳜鱼、鲥鱼和鳊鱼"),
        ("euc-kr", "부두 크레인"),
    ],
)
def test_what_is_declared_without_fault_counts_more_than_a_few_letters(charset: str, text: str) -> None:
    body = f"<p>{text}</p>".encode(charset)
    assert page_text(body, f"text/html; charset={charset}", "a.html") == (f"<p>{text}</p>", None)


@pytest.mark.parametrize("charset", ["euc-kr", "gb18030"])
def test_half_width_letters_are_no_japanese(charset: str) -> None:
    text = TEXTS[charset]
    assert page_text(text.encode(charset), "text/html; charset=shift_jis", "a.html")[0] == text


def test_a_few_letters_prove_nothing() -> None:
    assert page_text("caf\xe9 \xc0 l\xe0".encode("cp1252"), "text/html; charset=windows-1251", "a.html")[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Take ½ cup of flour, ¼ of butter and ¾ of milk. ",
        "The area is 12 m² at 3 × 4 m, ± 2 %. ",
        "§ 5 ¶ 3: ¹ see there, ² and here, ³ and so on… ",
        "À la carte, à Noël, où ça ? Là-bas, déjà vu. ",
        "ÄRGER ÜBER GRÜNE BÄNKE – „Öl“ für Öfen. ",
        "El niño pidió «piñón» ¿dónde? ¡Aquí! ",
        "Þórður á Íslandi sagði það æ síðan. ",
    ],
)
@pytest.mark.parametrize("declared", ["; charset=iso-8859-1", "; charset=windows-1252"])
def test_signs_and_marks_of_western_texts_are_taken_for_nothing_else(text: str, declared: str) -> None:
    body = (text * 10).encode("cp1252")
    assert page_text(body, f"text/html{declared}", "a.html") == (text * 10, None)


@pytest.mark.parametrize("charset", TEXTS)
def test_the_right_encoding_reads_well(charset: str) -> None:
    assert plausibility(TEXTS[charset]) >= LEAST


@given(st.binary(max_size=300), st.sampled_from(["", *TEXTS, "utf-8", "utf-16", "nonsense"]))
def test_any_bytes_are_read_or_said_to_be_no_text(body: bytes, declared: str) -> None:
    from factcheck.errors import InputError

    try:
        text, _ = page_text(body, f"text/html; charset={declared}", "page.html")
    except InputError:
        return
    assert isinstance(text, str)
