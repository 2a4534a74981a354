"""Configuration: defaults, overrides, origins, and errors that name file, key and what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import load_settings
from factcheck.settings.files import SHIPPED_FILES, line_of, shipped_folder


def test_the_shipped_defaults_are_complete_and_give_the_scale() -> None:
    settings = load_settings(None, {})
    assert [r.id for r in settings.ratings] == [
        "confirmed",
        "wording-to-fix",
        "missing-context",
        "mostly-contradicted",
        "contradicted",
        "conflicting-evidence",
        "no-evidence-found",
        "not-checkable",
    ]
    assert len({r.letter for r in settings.ratings}) == 8


def test_environment_wins_over_workspace_wins_over_defaults(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('user = "desk"\n[matching]\nkeep = 5\n')
    settings = load_settings(tmp_path, {"FACTCHECK_USER": "alice", "PATH": "/bin"})
    origins = {s.key: (s.value, s.origin) for s in settings.listing()}
    assert origins["user"] == ("alice", "environment FACTCHECK_USER")
    assert origins["matching.keep"] == (5, str(tmp_path / "factcheck.toml"))
    assert origins["matching.retrieve"] == (50, "config/factcheck.toml")


def test_a_workspace_scale_replaces_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text(
        '[ratings.true]\nlabel = "true"\nletter = "T"\nmeaning = "It is so."\nneeds = "evidence"\n'
    )
    assert [r.id for r in load_settings(tmp_path, {}).ratings] == ["true"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[review]\nsolo = 1\n", "'review.solo': expected true or false"),
        ("[review]\nsol = true\n", "unknown key 'review.sol': expected one of require_keys, require_ticks, solo"),
        ("[matching]\nkeep = 0\n", "'matching.keep': expected a whole number >= 1"),
        ("[ratings.a]\nlabel = 'a'\n", "'ratings.a."),
        ("user = \n", "is not TOML"),
        (
            "[sources]\nrules = [{field = 'host', patern = 'x'}]\n",
            "unknown key 'sources.rules.0.patern': expected one of",
        ),
        ("[sources]\nrules = [{field = 'host'}]\n", "the key 'sources.rules.0.pattern' is missing"),
        ("nonsense = 1\n", "unknown key 'nonsense'"),
        ("[matching]\nfloor = '0.1'\n", "'matching.floor': expected a number, found '0.1'"),
        (
            "[sources]\ndefault = 'best'\n",
            "'sources.default': expected one of primary, secondary, tertiary, found 'best'",
        ),
        (
            "[sources]\nrules = [{field = 'port', pattern = 'x', tier = 'primary'}]\n",
            "'sources.rules.0.field': expected one of",
        ),
        (
            "[sources]\nrules = [{felt = 'host'}]\n",
            "unknown key 'sources.rules.0.felt': expected one of field, pattern",
        ),
        *(
            (
                f"[sources]\nrules = [{{field = 'host', pattern = '{pattern}', tier = 'primary'}}]\n",
                "a pattern of hosts",
            )
            for pattern in (
                "https://example.org",
                "example.org/laws",
                "192.0.2.7:8080",
                "[2001:db8::7]",
                "u@example.org",
            )
        ),
        ("keys = 3\n", "'keys': expected a table, found 3"),
        ("[ratings]\n", "'ratings': expected a table of length >= 1"),
        (
            "[ratings.a]\nletter = 'ab'\nlabel = 'a'\nmeaning = ''\nneeds = 'nothing'\n",
            "'ratings.a.letter': expected a text of length <= 1",
        ),
        (
            "[ratings.a]\nlabels = 'a'\n",
            "unknown key 'ratings.a.labels': expected one of direction, exported, label, letter",
        ),
    ],
)
def test_a_wrong_value_names_file_key_and_what_is_expected(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "factcheck.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path, {})
    assert str(caught.value).startswith(str(tmp_path / "factcheck.toml"))
    assert expected in str(caught.value)


@pytest.mark.parametrize("name", ["factcheck.toml", "config/keys.toml"])
@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ('fly = ["f"]', "keys.fly: there is no such command"),
        ("quit = 'q'", "keys.quit: expected a list of keys, found 'q'"),
        ("quit = []", "keys.quit: needs a key"),
        ("help = [3]", "keys.help: expected a list of keys, found [3]"),
    ],
)
def test_a_key_of_the_workbench_that_cannot_be_used_is_told_with_its_line_and_keeps_its_default(
    tmp_path: Path, name: str, wrong: str, expected: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'# our keys\n[keys]\nundo = ["U"]\n\n{wrong}  # as in the old program\n')
    settings = load_settings(tmp_path, {})
    assert [fault for fault in settings.faults if fault.startswith(expected) and f"{path}, line 5" in fault]
    assert settings.values.keys == {**load_settings(None, {}).values.keys, "undo": ["U"]}


def test_a_keys_file_that_is_not_toml_is_told_with_its_line_and_the_defaults_are_used(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keys.toml").write_text('[keys]\nundo = ["U"\nquit = []\n')
    settings = load_settings(tmp_path, {})
    assert "keys.toml: is not TOML" in settings.faults[0]
    assert "line 3" in settings.faults[0]
    assert settings.values.keys == load_settings(None, {}).values.keys


def test_the_own_files_of_a_workspace_lie_over_the_shipped_ones_and_factcheck_toml_over_both(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keys.toml").write_text('[keys]\nundo = ["U"]\nredo = ["Z"]\n')
    (tmp_path / "config" / "sources.toml").write_text('[sources]\ndefault = "secondary"\n')
    (tmp_path / "factcheck.toml").write_text('[keys]\nredo = ["E"]\n')
    settings = load_settings(tmp_path, {})
    assert (settings.values.keys["undo"], settings.values.keys["redo"]) == (["U"], ["E"])
    assert settings.default_tier == "secondary"
    assert settings.place("keys.undo") == f"{tmp_path}/config/keys.toml, line 2"


def test_no_own_file_passes_for_a_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keys.toml").write_text('[workbench]\nopen_page = ["sh", "-c", "x"]\n')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="names a program to start, which no workspace can set"):
        load_settings(Path(), {})


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("[review]\n\nsolo = 1\n", "review.solo", 3),
        ("review.solo = 1\n", "review.solo", 1),
        ('[ratings."a"]\nletter = "ab"\nlabel = "a"\n', "ratings.a.letter", 2),
        ("[review] # who\n'solo' = 1\n", "review.solo", 2),
        ("[review]\nsolo = true\n", "matching.keep", 0),
    ],
)
def test_the_line_of_a_key_is_found(tmp_path: Path, text: str, key: str, line: int) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(text)
    assert line_of(key, path) == line


def test_two_ratings_may_not_share_a_letter(tmp_path: Path) -> None:
    step = '[ratings.{}]\nlabel = "x"\nletter = "T"\nmeaning = ""\nneeds = "nothing"\n'
    (tmp_path / "factcheck.toml").write_text(step.format("a") + step.format("b"))
    with pytest.raises(SettingsError, match="share the letter 'T'"):
        load_settings(tmp_path, {})


def test_a_misspelt_variable_is_an_error() -> None:
    with pytest.raises(SettingsError, match="environment FACTCHECK_REVEW__SOLO: unknown key"):
        load_settings(None, {"FACTCHECK_REVEW__SOLO": "true"})


def test_who_may_sign_is_set_by_the_workspace_alone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"FACTCHECK_REVIEW__SOLO: .*a rule of the workspace"):
        load_settings(None, {"FACTCHECK_REVIEW__SOLO": "true"})
    (tmp_path / "factcheck.toml").write_text("[review]\nsolo = true\n")
    assert load_settings(tmp_path, {}).values.review.solo


@pytest.mark.parametrize("name", SHIPPED_FILES)
def test_every_shipped_value_has_a_comment(name: str) -> None:
    """The line itself carries one, or the block it stands in begins with one."""
    covered = False
    for line in (shipped_folder() / name).read_text(encoding="utf-8").splitlines():
        if not line.strip():
            covered = covered and not line
        if line.lstrip().startswith("#"):
            covered = True
        if "=" in line and not line.lstrip().startswith(("#", "[")):
            assert covered or "#" in line, f"{name}: {line}"
            covered = covered or name != "factcheck.toml"


def test_an_underscore_in_a_variable_stands_for_the_hyphen_of_a_key() -> None:
    environment = {"FACTCHECK_KEYS__CURSOR_DOWN": '["n"]', "FACTCHECK_RATINGS__NOT_CHECKABLE__LABEL": "opinion"}
    settings = load_settings(None, environment)
    assert settings.values.keys["cursor-down"] == ["n"]
    assert [r.label for r in settings.ratings if r.letter == "O"] == ["opinion"]
    assert len(settings.ratings) == 8
    assert settings.values.workbench.advance_after_stance is True


def test_a_table_that_is_a_value_is_asked_for_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("review = 3\n")
    with pytest.raises(SettingsError, match="'review': expected a table, found 3"):
        load_settings(tmp_path, {})


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").mkdir()
    with pytest.raises(SettingsError, match=r"factcheck\.toml: cannot be read"):
        load_settings(tmp_path, {})


def test_no_workspace_names_a_program_to_start(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[workbench]\nopen_file = ["/bin/rm", "{path}"]\n')
    with pytest.raises(SettingsError, match="names a program to start, which no workspace can set") as refused:
        load_settings(tmp_path, {})
    assert "FACTCHECK_WORKBENCH__OPEN_FILE" in refused.value.hint
    given = {"FACTCHECK_WORKBENCH__OPEN_FILE": '["evince", "{path}"]'}
    assert load_settings(None, given).values.workbench.open_file == ["evince", "{path}"]


@pytest.mark.parametrize("said", ["0", "false", ""])
def test_a_workspace_that_is_offline_stays_so_whatever_the_environment_says(tmp_path: Path, said: str) -> None:
    (tmp_path / "factcheck.toml").write_text("offline = true\n", "utf-8")
    settings = load_settings(tmp_path, {"FACTCHECK_OFFLINE": said})
    assert settings.values.offline
    assert settings.origin("offline").endswith("factcheck.toml")
