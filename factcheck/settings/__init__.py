"""The configuration, and where each value came from.

Shipped defaults lie in `config/*.toml`; a workspace's own `config/*.toml`, then its `factcheck.toml`, then the
environment override them. An unknown key or a wrong type is an error that names file, line, key and what is expected;
but a key of the workbench that cannot be used keeps its default, and that is told: nobody is kept from work by it.
Reads files and the mapping it is given, no more.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from factcheck.databases import shown
from factcheck.domain import Rating, Tier
from factcheck.errors import SettingsError
from factcheck.settings.files import (
    KEYS_FILE,
    SHIPPED_FILES,
    WORKSPACE_FILE,
    Tree,
    line_of,
    own_files,
    read_shipped,
    read_toml,
)
from factcheck.settings.tables import TABLES, RatingSettings, Table, Values, keys_of, table_of

ENVIRONMENT_PREFIX = "FACTCHECK_"
ENVIRONMENT_NOT_SETTINGS = {"FACTCHECK_WORKSPACE", "FACTCHECK_PASSPHRASE"}
SHIPPED = "config/"
"""How the origin of a shipped value begins."""
ENVIRONMENT = "environment "
"""How the origin of a value begins that a variable set."""
RULES_OF_THE_WORKSPACE = frozenset(
    {"review.solo", "review.require_ticks", "review.require_keys", "fetch.allowed", "fetch.networks"}
)
"""What a variable cannot override: a check of two persons that one of them can switch off is none, nor is a network
closed that one command can open."""
PROGRAMS = frozenset({"workbench.open_page", "workbench.open_file"})
"""What starts a program: a workspace, which may come from somebody else, cannot set it."""
REPLACED_WHOLE = frozenset({"ratings"})
"""Tables that a workspace's file replaces as a whole: a scale is only meaningful complete."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value with its dotted key and where it came from."""

    key: str
    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration of a workspace.

    `origins` maps dotted keys to the file or variable that set them; `faults` says which keys of the workbench could
    not be read, so that their defaults hold.
    """

    values: Values
    origins: Mapping[str, str]
    faults: tuple[str, ...] = ()

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The scale, in order."""
        return tuple(Rating(id=name, **msgspec.structs.asdict(r)) for name, r in self.values.ratings.items())

    @property
    def limits(self) -> dict[str, Any]:
        """What a search is made with, as keywords of `find_candidates`."""
        return msgspec.structs.asdict(self.values.matching)

    @property
    def default_tier(self) -> Tier:
        """The tier of a document that no rule fits."""
        return Tier(self.values.sources.default)

    @property
    def tier_rules(self) -> tuple[tuple[str, str, Tier], ...]:
        """(field, pattern, tier), in the order in which they are tried."""
        return tuple((r.field, r.pattern, Tier(r.tier)) for r in self.values.sources.rules)

    def kept_offline(self) -> Settings:
        """Return the same settings with `offline` on, by the option --offline."""
        values = msgspec.structs.replace(self.values, offline=True)
        return Settings(values, {**self.origins, "offline": "--offline"}, self.faults)

    def origin(self, key: str) -> str:
        """Return the file or variable that set a value."""
        return _origin_of(key, self.origins)

    def place(self, key: str) -> str:
        """Return the file and line, or the variable, that set a value."""
        return _place_of(key, self.origins)

    def changes(self, prefix: str) -> bool:
        """Tell whether something beside the shipped files set a key that begins so."""
        return any(key.startswith(prefix) and not origin.startswith(SHIPPED) for key, origin in self.origins.items())

    def listing(self) -> Iterator[Setting]:
        """Every value, in order, with its origin; the database without its password."""
        for key, value in _leaves(msgspec.to_builtins(self.values)):
            yield Setting(key, shown(value) if key == "db" else value, _origin_of(key, self.origins))


def load_settings(workspace: Path | None, environment: Mapping[str, str]) -> Settings:
    """Merge the shipped defaults, the workspace's own files (`files.OWN_FILES`) and the environment.

    Raises:
        SettingsError: a file is not TOML, a key is unknown, or a value is of the wrong type.
    """
    tree: Tree = {}
    origins: dict[str, str] = {}
    for name in SHIPPED_FILES:
        _merge(tree, origins, read_shipped(name), f"{SHIPPED}{name}")
    faults: list[str] = []
    known_keys = frozenset(tree["keys"])
    for path in own_files(workspace) if workspace else ():
        branch = _own(path, faults)
        _merge(tree, origins, branch, str(path), whole=REPLACED_WHOLE)
    offline = tree["offline"] is True
    for variable, branch in _from_environment(environment, tree):
        if not (offline and "offline" in branch):  # a workspace that is to fetch nothing is not opened by a variable
            _merge(tree, origins, branch, f"{ENVIRONMENT}{variable}")
    faults += _drop_unusable_keys(tree, origins, known_keys)
    _check_rules_of_the_workspace(origins)
    _check_programs(origins)
    settings = Settings(_validated(tree, origins), origins, tuple(faults))
    _check_letters(settings)
    _check_hosts(settings)
    return settings


def shipped_keys() -> Mapping[str, Sequence[str]]:
    """Return the keys of each command of the workbench as they are shipped."""
    keys: Mapping[str, Sequence[str]] = read_shipped(KEYS_FILE)["keys"]
    return keys


def _own(path: Path, faults: list[str]) -> Tree:
    """Read a file of a workspace; of the keys of the workbench one that cannot be read is told, and does without."""
    try:
        return read_toml(path)
    except SettingsError as error:
        if path.name != KEYS_FILE:
            raise
        faults.append(f"{error}; the default keys are used")
        return {}


def _drop_unusable_keys(tree: Tree, origins: dict[str, str], known: frozenset[str]) -> Iterator[str]:
    """Put the default in the place of each key of the workbench that cannot be used, and say why.

    A key id is known if the shipped keys have it; without a key to quit, nobody could.
    """
    if not isinstance(tree["keys"], dict):
        return  # the whole table is of another type, which is an error like any other
    default = shipped_keys()
    for name, keys in list(tree["keys"].items()):
        if name not in known:
            fault = "there is no such command"
        elif not (isinstance(keys, list) and all(isinstance(key, str) for key in keys)):
            fault = f"expected a list of keys, found {keys!r}; the default is used"
        elif name == "quit" and not keys:
            fault = "needs a key; the default is used"
        else:
            continue
        known_ones = "" if name in known else f"; the commands are {', '.join(sorted(known))}"
        yield f"keys.{name}: {fault}; set by {_place_of(f'keys.{name}', origins)}{known_ones}"
        tree["keys"].pop(name)
        origins.pop(f"keys.{name}", None)
        if name in known:
            _merge(tree["keys"], origins, {name: list(default[name])}, f"{SHIPPED}{KEYS_FILE}", prefix="keys.")


def _from_environment(environment: Mapping[str, str], tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield each variable with the branch it sets. `_` stands for `-` in keys, which no shell takes in a name."""
    for variable in sorted(environment):
        if not variable.startswith(ENVIRONMENT_PREFIX) or variable in ENVIRONMENT_NOT_SETTINGS:
            continue
        *parents, leaf = _known_names(variable.removeprefix(ENVIRONMENT_PREFIX).lower().split("__"), tree)
        branch: Tree = {leaf: _environment_value(variable, environment[variable])}
        for parent in reversed(parents):
            branch = {parent: branch}
        yield variable, branch


def _known_names(names: list[str], tree: Any) -> list[str]:  # noqa: ANN401 - a branch, or a leaf
    found = []
    for name in names:
        here = tree if isinstance(tree, dict) else {}
        found.append(name if name in here else next((k for k in here if k.replace("-", "_") == name), name))
        tree = here.get(found[-1])
    return found


def _environment_value(variable: str, raw: str) -> Any:  # noqa: ANN401 - whatever TOML says
    """`true` and `50` are what TOML says they are; user and database always stay texts. To be offline, 1 will do."""
    if variable in {f"{ENVIRONMENT_PREFIX}USER", f"{ENVIRONMENT_PREFIX}DB"}:
        return raw
    if variable == f"{ENVIRONMENT_PREFIX}OFFLINE" and raw in ("0", "1", ""):
        return raw == "1"
    try:
        return tomllib.loads(f"value = {raw}")["value"]
    except (tomllib.TOMLDecodeError, KeyError):
        return raw


def _merge(
    tree: Tree,
    origins: dict[str, str],
    branch: Tree,
    origin: str,
    *,
    prefix: str = "",
    whole: frozenset[str] = frozenset(),
) -> None:
    """Lay `branch` over `tree`. A table named in `whole` is replaced, not merged."""
    for name, value in branch.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and isinstance(tree.get(name), dict) and key not in whole:
            _merge(tree[name], origins, value, origin, prefix=f"{key}.")
        else:
            tree[name] = value
            for stale in [k for k in origins if k.startswith(f"{key}.")]:
                del origins[stale]
            origins[key] = origin


def _validated(tree: Tree, origins: Mapping[str, str]) -> Values:
    entries: tuple[tuple[str, Any], ...] = (
        ("ratings", RatingSettings),
        ("workflow.people", list[str]),
        ("workflow.renamed", list[str]),
    )
    for table, kind in entries:  # first one by one: of a mapping, msgspec does not say under which key the fault is
        for name, value in _entries(_branch(tree, table)):
            _checked(value, kind, f"{table}.{name}", origins)
    return _checked(tree, Values, "", origins)


def _branch(tree: Any, key: str) -> Any:  # noqa: ANN401 - any TOML value
    for name in key.split("."):
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree


def _entries(table: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any TOML value
    if isinstance(table, dict):
        yield from table.items()


_Checked = TypeVar("_Checked")

_COMPLAINT = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<place>.*)`)?", re.DOTALL)


def _checked(value: Any, kind: type[_Checked], key: str, origins: Mapping[str, str]) -> _Checked:  # noqa: ANN401 - TOML
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        told = _COMPLAINT.fullmatch(str(error))
        place = told["place"] or "" if told else ""
        key = (key + re.sub(r"\[(\d+)\]", r".\1", place)).removeprefix(".")
        complaint, key = _complaint(told["what"] if told else str(error), key, _found(value, place))
        raise SettingsError(
            complaint, hint="the files in config/ show every key with its meaning", subject=_place_of(key, origins)
        ) from error


def _found(value: Any, place: str) -> Any:  # noqa: ANN401 - any TOML value
    """Follow the place that msgspec names: `.rules[0].field`."""
    for name, position in re.findall(r"\.([^.\[]+)|\[(\d+)\]", place):
        value = value[name] if name else value[int(position)]
    return value


_PLAIN_WORDS = {
    "`object`": "a table",
    "`array`": "a list",
    "`bool`": "true or false",
    "`int`": "a whole number",
    "`float`": "a number",
    "`str`": "a text",
}


def _complaint(what: str, key: str, found: Any) -> tuple[str, str]:  # noqa: ANN401 - any TOML value
    """Say it in plain words; with the key that is meant."""
    parent = re.sub(r"\.\d+$", "", key)
    table = table_of(parent)
    name = re.search("`(.+?)`", what)
    child = f"{key}.{name[1]}".removeprefix(".") if name else key
    if what.startswith("Object contains unknown field"):
        return f"unknown key {child!r}: expected one of {', '.join(keys_of(table))}", child
    if what.startswith("Object missing required field"):
        return f"the key {child!r} is missing", child
    expected = what.removeprefix("Expected ").partition(", got ")[0]
    if what.startswith("Invalid enum value"):
        expected = f"one of {', '.join(_words_of(key))}"
    for ours, plain in _PLAIN_WORDS.items():
        expected = expected.replace(ours, plain)
    instead = "" if key == "db" else f", found {found!r}"  # what is no text may still hold a password
    return f"wrong value for {key!r}: expected {expected}{instead}", key


def _words_of(key: str) -> tuple[str, ...]:
    """The words that a key takes, from its type."""
    parent, _, name = key.rpartition(".")
    parent = re.sub(r"\.\d+$", "", parent)
    table: type[Table] = TABLES.get(parent) or RatingSettings
    return get_args(get_type_hints(table)[name])


def _check_rules_of_the_workspace(origins: Mapping[str, str]) -> None:
    """Who may sign, and whether anything is fetched, is agreed for a workspace: nobody changes it for one command."""
    for key in {*RULES_OF_THE_WORKSPACE, *(key for key in origins if key.startswith("workflow."))}:
        origin = _origin_of(key, origins)
        if origin.startswith(ENVIRONMENT):
            raise SettingsError(
                f"{key!r} is a rule of the workspace, and cannot be set for one command",
                hint=f"set it in {WORKSPACE_FILE} of the workspace",
                subject=origin,
            )


def _check_letters(settings: Settings) -> None:
    seen: dict[str, str] = {}
    for rating in settings.ratings:
        if rating.letter in seen:
            raise SettingsError(
                f"the ratings {seen[rating.letter]!r} and {rating.id!r} share the letter {rating.letter!r}",
                hint="give each a letter of its own",
                subject=settings.place(f"ratings.{rating.id}.letter"),
            )
        seen[rating.letter] = rating.id


def _check_hosts(settings: Settings) -> None:
    """Refuse a pattern of hosts that no host can fit, so that it does not go without effect."""
    for number, rule in enumerate(settings.values.sources.rules):
        if rule.field == "host" and _no_host_fits(rule.pattern):
            raise SettingsError(
                f"wrong value for 'sources.rules.{number}.pattern': expected a pattern of hosts, such as "
                f'"*.example.org" or "192.0.2.7", alone: no scheme, no port, no path, found {rule.pattern!r}',
                hint="the files in config/ show every key with its meaning",
                subject=_place_of("sources.rules", settings.origins),
            )


def _no_host_fits(pattern: str) -> bool:
    """Whether a scheme, a path or a port stands in it, or brackets around the colons of an IPv6 address."""
    colons = pattern.count(":")
    return not set("/@").isdisjoint(pattern) or colons == 1 or (colons > 1 and pattern.startswith("["))


def _check_programs(origins: Mapping[str, str]) -> None:
    for key in sorted(PROGRAMS):
        origin = _origin_of(key, origins)
        if not origin.startswith((SHIPPED, ENVIRONMENT)):
            variable = f"{ENVIRONMENT_PREFIX}{key.upper().replace('.', '__')}"
            raise SettingsError(
                f"{key!r} names a program to start, which no workspace can set",
                hint=f"set {variable} in the environment instead",
                subject=origin,
            )


def _leaves(tree: Tree, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _origin_of(key: str, origins: Mapping[str, str]) -> str:
    """The origin of the key, or of the nearest table above it."""
    while key not in origins and "." in key:
        key = key.rpartition(".")[0]
    return origins.get(key, "")


def _place_of(key: str, origins: Mapping[str, str]) -> str:
    """The origin of the key, with its line where it is a file of a workspace."""
    origin = _origin_of(key, origins)
    if not origin or origin.startswith((SHIPPED, ENVIRONMENT)):
        return origin
    line = line_of(key, Path(origin))
    return f"{origin}, line {line}" if line else origin
