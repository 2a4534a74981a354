"""`Workbench.open`: which database, and who is at work."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from factcheck.errors import ConflictError, GuardError, InputError, NoWorkspaceError
from factcheck.workbench import Workbench
from tests.factory import fill, make_bench


@pytest.mark.parametrize("named", ["{}/team/work.db", "sqlite:///{}/team/work.db"])
def test_the_database_can_stand_elsewhere(tmp_path: Path, named: str) -> None:
    database = named.format(tmp_path)
    with Workbench.open(tmp_path / "w", user="alice", db=database, create=True) as bench:
        fill(bench)
    assert (tmp_path / "team" / "work.db").is_file()
    assert not (tmp_path / "w" / "factcheck.db").exists()
    with Workbench.open(tmp_path / "w", user="alice", db=database) as bench:
        assert len(list(bench.summaries())) == 2


def test_a_database_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError, match=r"work\.db"):
        Workbench.open(tmp_path, db=tmp_path / "work.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["postgresql+asyncpg://db/factcheck", "mysql://db", "sqlite://", "sqlite:///"])
def test_a_database_of_another_kind_is_refused_with_what_can_be_named(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match=r"sqlite:///team/factcheck\.db"):
        Workbench.open(tmp_path, db=url, create=True)


def test_a_folder_with_odd_characters_is_a_workspace_like_any_other(tmp_path: Path) -> None:
    folder = tmp_path / "what? #1 & 100%20 [b]"
    make_bench(folder).close()
    assert (folder / "factcheck.db").is_file()
    with Workbench.open(folder, user="bob") as bench:
        assert len(bench.articles()) == 1


def test_the_user_is_the_option_else_the_environment_else_the_configuration_else_the_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def user(given: str | None = None) -> str:
        with Workbench.open(tmp_path, user=given, create=True) as bench:
            return bench.user

    monkeypatch.delenv("FACTCHECK_USER", raising=False)
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert user() == "login"
    (tmp_path / "factcheck.toml").write_text('user = "desk"\n')
    assert user() == "desk"
    monkeypatch.setenv("FACTCHECK_USER", "eve")
    assert user() == "eve"
    assert user("alice") == "alice"


@pytest.mark.parametrize("name", [" ", "\t", "eve\x1b[2J", "a\udcff", "factcheck", "Factcheck "])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="name"):
        Workbench.open(tmp_path, user=name, create=True)


@pytest.mark.parametrize("spelling", ["Zoé  Holt", " zoé holt ", "ZOE\u0301 HOLT"])
def test_another_spelling_of_a_name_is_not_another_person(tmp_path: Path, spelling: str) -> None:
    make_bench(tmp_path, user="Zoé Holt").close()
    with Workbench.open(tmp_path, user="Zoé Holt") as bench:
        bench.set_verdict("c0001", "O", "It is an opinion.")
    with Workbench.open(tmp_path, user=spelling) as bench, pytest.raises(GuardError, match="another person"):
        bench.sign("c0001", bench.claim("c0001").state.binding)


def test_the_second_of_two_who_sign_at_once_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    with make_bench(tmp_path) as alice:
        alice.set_verdict("c0001", "O", "It is an opinion.")
    with Workbench.open(tmp_path, user="bob") as bob, Workbench.open(tmp_path, user="carol") as carol:
        displayed = carol.claim("c0001").state.binding
        bob.sign("c0001", bob.claim("c0001").state.binding)
        with pytest.raises((GuardError, ConflictError), match="signed already by bob"):
            carol.sign("c0001", displayed)
        sign_off = carol.claim("c0001").state.sign_off
        assert sign_off is not None
        assert sign_off.user == "bob"


@pytest.mark.parametrize("name", ["\u0430lice", "bob \u0392rown", "\u0410nna Smith"])
def test_a_name_that_mixes_scripts_cannot_sign_for_somebody_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="mixes letters that look alike"):
        Workbench.open(tmp_path, user=name, create=True)


@pytest.mark.parametrize(
    "name",
    ["J\u00fcrgen O\u2019Neill-2", "\u0410\u043d\u043d\u0430 7", "\u5c71\u7530 \u30a2\u30ad", "\u00c9lo\u00efse"],
)
def test_a_name_of_one_script_is_a_name(tmp_path: Path, name: str) -> None:
    with Workbench.open(tmp_path, user=name, create=True) as bench:
        assert bench.user == name


@pytest.mark.parametrize("name", ["ali\u034fce", "alice\ufe0f", "\u2800alice", "alice\u3164"])
def test_a_name_with_what_nobody_sees_is_refused(tmp_path: Path, name: str) -> None:
    make_bench(tmp_path).close()
    with pytest.raises(InputError, match=r"character that nobody sees \(U\+"):
        Workbench.open(tmp_path, user=name)


def test_a_new_name_that_looks_like_another_in_the_log_decides_nothing_and_reads(tmp_path: Path) -> None:
    make_bench(tmp_path).add_note("c0001", "from alice")
    like = Workbench.open(tmp_path, user="aIice")
    with pytest.raises(InputError, match=r"looks like 'alice'.*\[workflow\.renamed\]"):
        like.add_note("c0001", "who is this?")
    assert like.claim("c0001").state.notes[0].user == "alice"
    Workbench.open(tmp_path, user="Alice").add_note("c0001", "the same person")
