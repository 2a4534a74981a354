"""How a database is named, and that no password is ever shown."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.cli.place import Place
from factcheck.databases import database_named, repeated, shown, without_password
from factcheck.errors import InputError
from factcheck.settings import load_settings


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres"])
def test_a_postgres_url_is_opened_with_psycopg(scheme: str) -> None:
    assert database_named(f"{scheme}://desk:x@db:5432/work?sslmode=require") == (
        "postgresql+psycopg://desk:x@db:5432/work?sslmode=require"
    )


def test_a_file_begins_in_the_folder_that_is_named(tmp_path: Path) -> None:
    assert database_named("team/work.db", tmp_path) == tmp_path / "team" / "work.db"
    assert database_named("sqlite:///team/work.db", tmp_path) == tmp_path / "team" / "work.db"
    assert database_named("/srv/work.db", tmp_path) == Path("/srv/work.db")


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("postgresql+psycopg://desk:s3cret@db:5432/work?password=s3cret", "postgresql://desk@db:5432/work"),
        ("postgresql://:s3cret@db/work", "postgresql://db/work"),
        ("postgresql:///work?host=/run/postgresql&password=s3cret", "postgresql:///run/postgresql/work"),
        ("postgresql://[::1]:5432/work", "postgresql://[::1]:5432/work"),
        ("postgresql://desk:s3@cret@db/work", "postgresql://..."),
        ("postgresql://desk:s3/cret@db/work", "postgresql://..."),
        ("team/work.db", "team/work.db"),
        ("sqlite:///team/work.db", "sqlite:///team/work.db"),
    ],
)
def test_a_database_is_shown_without_its_password(url: str, as_shown: str) -> None:
    assert shown(url) == as_shown


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("postgresql://desk:s3cret@db:5432/work", "postgresql+psycopg://desk@db:5432/work"),
        (
            "postgres://db/work?password=s3cret&options=-csearch_path%3Dsports&sslpassword=s3cret",
            "postgresql+psycopg://db/work?options=-csearch_path%3Dsports",
        ),
        ("/srv/work.db", "/srv/work.db"),
        ("work.db", str(Path.cwd() / "work.db")),
    ],
)
def test_a_configuration_names_it_with_all_but_the_password(url: str, kept: str) -> None:
    assert without_password(url) == kept


@given(st.text(st.sampled_from("ab:@/?#%&=[]\\ \n€"), max_size=12), st.sampled_from(["/w", "/w?a=b", "", ":1/w"]))
@example("a:b@c", "/w")
def test_whatever_stands_in_the_place_of_a_password_is_never_shown(noise: str, rest: str) -> None:
    url = f"postgresql://desk:SECRET{noise}SECRET@db{rest}"
    assert "SECRET" not in shown(url)
    assert "SECRET" not in refusal(url)


def refusal(url: str) -> str:
    try:
        database_named(url)
    except InputError as error:
        return str(error)
    return ""


def test_the_settings_are_listed_without_it(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('db = "postgresql://desk:s3cret@db/work"\n')
    listed = {one.key: one.value for one in load_settings(tmp_path, {}).listing()}
    assert listed["db"] == "postgresql://desk@db/work"


def test_a_value_of_the_wrong_type_is_refused_without_showing_it(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('db = ["postgresql://desk:s3cret@db/work"]\n')
    with pytest.raises(Exception, match="'db': expected a text") as raised:
        load_settings(tmp_path, {})
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize("url", ["postgresql://desk:a b@db/w", "postgresql://db:port/w", "postgresql://a@b@c/w"])
def test_what_is_no_url_is_refused_with_how_it_is_written(url: str) -> None:
    with pytest.raises(InputError, match="write @ as %40"):
        database_named(url)


@pytest.mark.parametrize(
    ("named", "again"),
    [
        (
            "postgresql://desk:s3cret@db/work?options=-csearch_path%3Dsports&password=s3cret",
            "postgresql+psycopg://desk@db/work?options=-csearch_path%3Dsports",
        ),
        ("team/work.db", "team/work.db"),
        ("postgresql://desk:s3@cret@db/work", "postgresql://..."),
    ],
)
def test_a_command_that_is_shown_names_the_same_schema_again(named: str, again: str) -> None:
    assert repeated(named) == again
    assert Place(workspace="w", db=named).option() == f" --workspace w --db {shlex.quote(again)}"
