"""The tutorial works: typed in order, each command prints what stands below it."""

from __future__ import annotations

import pytest

from tests.cli.command import called
from tests.tutorial import Step, steps


def test_a_newcomer_can_type_the_tutorial_from_its_first_line_to_its_last(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FACTCHECK_WORKSPACE", raising=False)
    code = 0
    for step in steps():
        match step.words:
            case ["factcheck", *arguments]:
                ended = called(capsys, *arguments)
                code, printed = ended.code, ended.out + ended.err
            case ["cd", folder]:
                monkeypatch.chdir(folder)
                printed = ""
            case ["export", setting]:
                monkeypatch.setenv(*setting.split("=", 1))
                printed = ""
            case ["echo", "$?"]:
                printed = f"{code}\n"
            case other:
                pytest.fail(f"the tutorial has a command that this test cannot type: {other}")
        assert step.fits(printed), f"$ {step.command}\n{printed}"
    assert (tmp_path / "demo-workspace/copy.html").exists()


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        (("one", "[...]", "three"), "one\ntwo\nthree\n", True),
        (("one", "[...]", "three"), "one\nthree\n", True),
        (("one",), "one\ntwo\n", False),
        (("head [...]",), "head 12ab\n", True),
        (("head [...]",), "head 12ab\nmore\n", False),
        ((), "", True),
        ((), "something\n", False),
    ],
)
def test_what_is_left_out_is_marked(shown: tuple[str, ...], printed: str, *, fits: bool) -> None:
    assert Step("factcheck", shown).fits(printed) is fits
