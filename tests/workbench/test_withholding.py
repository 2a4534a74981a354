"""Names that never leave, however an address writes them; names that only look like one go out."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Workbench
from factcheck.workbench.withholding import (
    Withheld,
    holds_name,
    holds_part,
    may_leave,
    names_withheld,
    withheld_names,
)

pytestmark = pytest.mark.both

NAMES = ["Maren Holt", "Li Na", "王伟", "Ostwick", "Jürgen van der Müller", "Volodymyr Zelensky", "Nikita Khrushchev"]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Withheld, ...]]:
    folder = tmp_path_factory.mktemp("ws")
    listed = ", ".join(f'"{name}"' for name in NAMES)
    (folder / "factcheck.toml").write_text(f"[fetch]\nwithheld = [{listed}]\n", encoding="utf-8")
    with Workbench.open(folder, user="alice", create=True) as bench:
        yield withheld_names(bench)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/people/holt-maren",
        "https://example.org/people/marenholt",
        "https://example.org/@HoltMaren",
        "https://maren-holt.example.org/",
        "https://example.org/s?q=Maren+K.+Holt",
        "https://example.org/s?q=m%C3%A1ren%20holt",
        "https://example.org/s?q=%254Daren%2520Holt",
        "https://example.org/s#maren.holt",
        "https://example.org/p/li-na",
        "https://example.org/p/lina",
        "https://example.org/s?q=%E7%8E%8B%E4%BC%9F%E8%AF%B4",
        "https://ostwick.example/",
        "https://ostwicknews.example/",
        "https://xn--mller-kva.example/j%C3%BCrgen-van-der",
        "https://example.org/juergen-jürgen-van-der-mueller-müller",
        # looks like it
        "https://example.org/m\u0430r\u0435n-h\u043elt",
        "https://xn--stwk-45dv0m.example/",
        "https://example.org/s?q=%D0%BEstwick",
        "https://example.org/s?q=0stw1ck",
        "https://example.org/\uff2d\uff41\uff52\uff45\uff4e/Holt",
        "https://example.org/s?q=Os%E2%80%8Btwi%C2%ADck",
        "https://example.org/s?q=Ostwick&#x20;",
        "https://example.org/s?q=&#79;stwick",
        "https://example.org/rnaren-holt",
        # written for it
        "https://example.org/s?q=Марен+Хольт",
        "https://example.org/s?q=Оствик",
        "https://example.org/juergen-van-der-mueller",
        "https://example.org/jurgen-van-der-muller",
        "https://example.org/s?q=Маren+Holts",
        "https://example.org/s?q=Зеленський+Володимир",
        "https://example.org/s?q=Володимира+Зеленского",
        "https://example.org/wolodymyr-selenskyj",
        "https://example.org/VOLODYMYR_ZELENSKYY%27S",
        "https://example.org/nikita-chruschtschow",
        "https://example.org/Khrouchtchev/Nikita",
        "https://example.org/s?q=Хрущёва+Никиты",
        # in another code
        "https://example.org/s?q=J%FCrgen+van+der+M%FCller",
        f"https://example.org/s?q={quote('Володимир Зеленский', encoding='cp1251')}",
        f"https://example.org/s?q={quote('Зеленский Володимир', encoding='koi8-r')}",
        f"https://example.org/s?q={quote('王伟', encoding='gb18030')}",
        "https://example.org/s?q=%u0417%u0435%u043b%u0435%u043d%u0441%u043a%u0438%u0439+volodymyr",
        r"https://example.org/s?q=\u004daren+\x48olt",
        "https://example.org/s?q=%25252525254daren+Holt",
        f"https://example.org/s?q={base64.urlsafe_b64encode(b'Maren Holt').decode()}",
        f"https://example.org/s?q={base64.b64encode('name=王伟'.encode()).decode().rstrip('=')}",
        f"https://example.org/s?q={b'maren.holt'.hex()}",
        "https://xn--jrgen-mller-thbg.xn--a.example.org/van/der",
        # abbreviated
        *(
            f"https://example.org/s?q={q}"
            for q in ("Holt,+M.", "Holt%2C%20M.%20K.", "M.+K.+Holt", "holtm", "mkholt", "m_holt%27s")
        ),
        *("https://example.org/s?first=M&last=Holt", "https://example.org/holt-m", "https://example.org/s?q=Хольт+М."),
        # in other letters by its sound
        "https://example.org/s?q=Мэрен+Холт",
        "https://example.org/s?q=Μάρεν+Χολτ",
        # packed
        f"https://example.org/s?q={base64.b32encode(b'Maren Holt').decode().rstrip('=').lower()}",
        f"https://example.org/s?q={'Maren Holt'.encode('utf-16-le').hex()}",
        f"https://example.org/s?q={'Maren Holt'.encode('utf-16').hex().upper()}",
        f"https://example.org/s?q={base64.b64encode('Maren Holt'.encode('utf-16-be')).decode()}",
        f"https://example.org/s?q={base64.b64encode(base64.b64encode(b'Maren Holt')).decode()}",
        f"https://example.org/s?q={b'Maren Holt'.hex(':')}",
        f"https://example.org/s?q={','.join(map(str, b'Maren Holt'))}",
        f"https://example.org/s?q={quote(quote('Maren Holt'.encode('utf-16-le')))}",
        "https://example.org/s?q=%4d%61%72%65%6e%20%48%6f%6c%74",
        "https://example.org/s?q=%5C115aren+Ho%5C154t",
        "https://example.org/s?q==4Daren=20H%3D6Flt",
        # taken apart, or grown together
        "https://example.org/holt2024-maren",
        "https://example.org/2024Holt/MarenAtHome",
        "https://example.org/Ma%CD%8Fren%EF%B8%8F-H%E3%85%A4olt",
        "https://example.org/l%CD%8Fi/N%EF%B8%8Fa",
    ],
)
def test_a_withheld_name_is_found_however_it_is_written(names: tuple[Withheld, ...], url: str) -> None:
    assert holds_name(url, names)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/maren-smith",
        "https://example.org/holt",
        "https://example.org/carolina/road",
        "https://example.org/s?q=%E7%8E%8B%E8%8A%B3",
        "https://example.org/van-der-berg",
        "https://example.org/s?q=Марина+Холмс",
        "https://example.org/maria-holtz-marina-hall",
        "https://example.org/west-wick/2024/10/11",
        "https://example.org/s?q=Владимир+Зелёный",
        "https://example.org/zelenograd-volodymyr",
        "https://example.org/s?q=b.holt",
        "https://example.org/m/news/holt",
        "https://example.org/s?q=Мария+Холмова",
        "https://example.org/nikita-chrusch",
        "https://example.org/s?q=M%FCnchen+J%E4ger",
        "https://example.org/s?q=aGFyYm91ciBjcmFuZXM&h=6861726266f75",
    ],
)
def test_another_name_goes_out(names: tuple[Withheld, ...], url: str) -> None:
    assert not holds_name(url, names)


@pytest.mark.parametrize(("term", "leaves"), [("Holt", False), ("MarenHolt", False), ("王伟说", False), ("Na", False)])
def test_no_part_of_a_name_is_searched_for(names: tuple[Withheld, ...], term: str, leaves: bool) -> None:
    assert may_leave(term, names) is leaves
    assert may_leave("cranes of the harbour", names)


@given(st.text(max_size=60))
def test_any_address_is_looked_at(names: tuple[Withheld, ...], text: str) -> None:
    assert holds_name(f"https://example.org/{text}/maren holt", names)
    assert holds_name(text, names) in (True, False)


class TestPartsOfAName:
    """Who is meant is said by less than a whole name, and not by a surname alone."""

    NAMES = names_withheld(
        [
            "Anna Schmidt-Lohse",
            "Marta Kowalczyk-Reyes",
            "Juan Carlos García Márquez",
            "Ostwick Port Authority",
            "Maren Holt",
        ]
    )

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/s?q=Anna+Schmidt",
            "https://example.org/s?q=lohse%20anna",
            "https://example.org/people/annaschmidt",
            "https://example.org/schmidt-lohse/news",
            "https://example.org/s?q=Marta%20Kowalczyk",
            "https://example.org/s?q=Marta+Kowalczykowa",
            "https://example.org/s?q=Garcia+Marquez",
            "https://example.org/s?q=Juan+Garc%C3%ADa",
            "https://example.org/m.kowalczyk",
            "https://example.org/people/mkowalczyk",
            "https://example.org/staff/m-holt.html",
            "https://example.org/~aschmidt",
            "https://example.org/ostwick-port-authority",
        ],
    )
    def test_two_words_or_an_initial_are_enough(self, url: str) -> None:
        assert holds_name(url, self.NAMES)

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/people/kowalczyk",
            "https://example.org/s?q=Schmidt+bakery",
            "https://example.org/juan-carlton",
            "https://example.org/s?q=Ostwick+port",
            "https://example.org/b.holt",
            "https://example.org/s?q=m+holts",
            "https://example.org/anna-smith",
        ],
    )
    def test_one_word_is_not(self, url: str) -> None:
        assert not holds_name(url, self.NAMES)

    @pytest.mark.parametrize(
        ("url", "told"),
        [("people/kowalczyk", True), ("lohse-street", True), ("ostwick-port", False), ("five-cranes", False)],
    )
    def test_a_surname_alone_is_told(self, url: str, told: bool) -> None:
        assert holds_part(f"https://example.org/{url}", self.NAMES) is told

    @pytest.mark.parametrize("term", ["Kowalczykova", "kowalczyka", "Kowalczykową", "Reyesová", "Lohses", "Schmidtova"])
    def test_a_declined_name_is_not_searched_for(self, term: str) -> None:
        assert not may_leave(term, self.NAMES)

    @pytest.mark.parametrize("term", ["cranes", "Koval", "schmoozing", "Johansen"])
    def test_other_words_are(self, term: str) -> None:
        assert may_leave(term, self.NAMES)
