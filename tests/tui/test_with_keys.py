"""One text serves both faces: on the screen it names keys and questions, where the command line has its own."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import factcheck
from factcheck.cli.app import app as program
from factcheck.errors import GuardError
from factcheck.settings.files import shipped_folder
from factcheck.tui.keys import BY_ID, Context, KeyMap, key_map, name_keys
from factcheck.tui.with_keys import LINES, in_words, keys_for, with_keys
from tests.tui.running import running
from tests.tui.workspace import bench_at

SHIPPED = tomllib.loads((shipped_folder() / "keys.toml").read_text(encoding="utf-8"))["keys"]
OPTION = re.compile(r"(?<![\w`(-])--[a-z]{2,}")
COMMAND_ONLY = {
    "corpus": "adding to a corpus, and listing it",
    "reports": "reports of commands; what the screen shows of them is tested beside it",
    "review/tick_hints.py": "the command that the queue names, and that the screen turns into a key",
    "review/article.py": "the command that a list names, and that the screen turns into a key",
    "tui/with_keys.py": "what is looked for in such texts",
    "settings/__init__.py": "where a setting came from",
    "web/cassette_files.py": "recordings of pages are made by commands",
    "web/cassettes.py": "recordings of pages are made by commands",
    "web/network.py": "with which the workbench itself was started",
    "workbench/finding.py": "which article a number belongs to: the screen always says",
    "workbench/articles.py": "the command that a list names, and that the screen turns into a key",
    "workbench/coverage.py": "the command that adds a claim, which the screen turns into a key",
    "workbench/dossier": "dossiers",
    "workbench/editing.py": "where two places read the same: only a command takes numbers, and this says so",
    "workbench/lost_copies.py": "a whole command for the shell, which names the page to fetch again",
    "workbench/opening.py": "with which the workbench itself was started",
    "workbench/publishing.py": "publishing verdicts on a site",
    "workbench/restoring.py": "backups",
    "workbench/revising.py": "checking a revision",
    "workbench/revisions.py": "checking a revision",
    "workbench/stored_states.py": "a whole command for the shell, which puts a backup back",
    "workbench/statements.py": "checking a statement",
    "workbench/trusting.py": "the screen makes another key without being told",
    "workbench/users.py": "with which the workbench itself was started",
}
"""Rooms and modules whose words with options do not come to the screen, or come to it as keys; and why."""


@pytest.fixture(autouse=True)
def shipped_keys() -> KeyMap:
    keys = key_map({}, SHIPPED)
    name_keys(keys)
    return keys


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("needs a verdict: `factcheck claim verdict 3 --rating R --rationale TEXT`", "needs a verdict: key v"),
        ("`factcheck --user NAME review settle 3 keep --reason TEXT`", "key s e"),
        ("judge it (`factcheck claim stance`)", "judge it (keys c x r)"),
        ("`factcheck claim wording 3 propose TEXT` does", "key v, then ctrl+t does"),
        ('a page is asked for (--at "page 3")', 'a page is asked for (at "page 3")'),
        ("--date: the day on which it took place", "date: the day on which it took place"),
        ("`factcheck check ARTICLE --corpus PATH` finds it", "`factcheck check ARTICLE --corpus PATH` finds it"),
        ("`factcheck fetch --claim 3` asks for it", "key F asks for it"),
        ("`factcheck fetch --refetch URL` has it", "`factcheck fetch --refetch URL` has it"),
        ("`factcheck erase --clean`", "`factcheck erase --clean`"),
        ("leave --offline out", "leave --offline out"),
    ],
)
def test_a_command_becomes_its_key_and_an_option_its_question(said: str, shown: str) -> None:
    assert with_keys(said) == shown


def test_the_key_is_the_one_that_a_workspace_gave_it() -> None:
    name_keys(key_map({"verdict": ["V"]}, SHIPPED))
    assert keys_for("claim verdict 3 --rating R") == "key V"


def test_a_claim_that_is_on_the_screen_is_not_called_by_its_id() -> None:
    error = GuardError("has no verdict", hint="`factcheck claim verdict c1`", subject="claim c1")
    assert in_words(error) == "this claim: has no verdict (key v)"
    assert "claim verdict c1" in str(error)


def test_each_line_is_a_command_and_each_command_of_the_screen_that_decides_has_a_line() -> None:
    for line in LINES:
        words = [word for word in line.split() if not word.startswith("--")]
        assert found(words), line
    named = {command for commands in LINES.values() for command in commands}
    assert named <= set(BY_ID)
    deciding = {Context.STANCE, Context.VERDICT, Context.SIGN_OFF, Context.STEPS, Context.EDIT, Context.BRING}
    lacking = {one.id for one in BY_ID.values() if one.context in deciding} - named
    assert lacking == {"stance-dismiss", "stance-clear", "said-on"}, "of `claim stance` and `claim edit`, too"


def found(words: list[str]) -> click.Command | None:
    command: click.Command | None = program
    for word in words:
        command = command.get_command(click.Context(command), word) if isinstance(command, click.Group) else None
    return command


def words_of(path: Path) -> Iterator[str]:
    """Yield the texts in a module, docstrings left out; of f-strings the parts that stand in it, joined."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def test_no_text_that_comes_to_the_screen_names_an_option() -> None:
    """Whoever writes a new text with an option says it in words fit for both, or here why it never comes there."""
    root = Path(factcheck.__file__).parent
    seen = set()
    for path in sorted(root.rglob("*.py")):
        module = str(path.relative_to(root))
        if module.startswith("cli/"):
            continue
        naming = [text for text in words_of(path) if OPTION.search(re.sub(r"`factcheck [^`]*`", "", with_keys(text)))]
        room = next((one for one in COMMAND_ONLY if module == one or module.startswith(f"{one}/")), "")
        assert not naming or room, f"{module}: {naming}"
        seen |= {room} if naming else set()
    assert seen == set(COMMAND_ONLY), "no reason is kept that is needed no more"


async def test_a_step_that_is_not_possible_yet_says_by_key_what_comes_before_it(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        await session.press("s", "u")
        assert "claim 1: not while it is extracted; it needs a verdict first: key v" in session.frame


async def test_what_nobody_signed_or_disputes_says_so_and_asks_for_no_submission(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        for number in (1, 8):  # extracted, proposed
            await session.press("g", *"j" * (number - 1), "W")
            assert "nobody has signed it: there is no sign-off to withdraw" in session.frame
            await session.press("s", "e")
            assert "nobody disputes it" in session.frame
            assert "submit it first" not in session.frame
            assert "needs a verdict" not in session.frame
        await session.press("g", "j", "j", "j", "s", "e")  # 4, signed
        assert "nobody disputes it: key s d does" in session.frame


async def test_the_lists_name_keys(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        for keys in (("w", "h"), ("w", "q"), ("w", "a"), ("j", "S")):
            await session.press(*keys)
            assert "factcheck claim" not in session.frame
            assert "factcheck review" not in session.frame
            assert not [option for option in ("--user", "--rating", "--all", "--reason") if option in session.frame]
            await session.press("escape")


async def test_the_verdict_says_by_key_how_evidence_is_judged(worked: Path) -> None:
    async with running(worked, (120, 36)) as session:
        await session.press("j", "v", "1")
        await session.type("So it is.")
        await session.press("enter")
        assert "judge a passage (keys c x r) or cite one (key Space)" in " ".join(session.frame.split())


def test_what_the_command_line_says_names_its_commands(worked: Path) -> None:
    with bench_at(worked, "bob") as bob:
        assert any("`factcheck claim verdict`" in told for told in bob.blockers(bob.find_claim("2")))
