"""`factcheck key`: the key that signs what you sign, and whose keys a workspace trusts."""

from __future__ import annotations

import os

import click

from factcheck.cli.output import put, put_lines, say
from factcheck.cli.passphrases import new_passphrase
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.keyfiles import SHORT
from factcheck.reports.as_json import array
from factcheck.reports.trust import key_lines
from factcheck.settings import load_settings
from factcheck.text.commands import words_of_command

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("key", cls=Group, epilog=example("factcheck key new", "factcheck key trust"))
def key() -> None:
    """Make the key that signs your sign-offs; say whose keys are trusted here."""


@key.command("new", epilog=example("factcheck key new", "factcheck --user bob key new --rotate"))
@click.option("--rotate", is_flag=True, help="Make another beside the one there is.")
@pass_place
def new(place: Place, *, rotate: bool) -> None:
    """Make a key (Ed25519) in a file of mode 600, and print its public half.

    The passphrase is asked for on a terminal, or taken from FACTCHECK_PASSPHRASE; an empty one means none. Whoever has
    the file, and its passphrase, signs in your name; who loses it needs another key. To rotate: make another, have it
    trusted while the old one still signs, then revoke that.
    """
    from factcheck.workbench.trusting import make_key

    user = _user(place)
    made = make_key(user, new_passphrase, rotate=rotate)
    put([f"{made.key}\n"])
    say(f"the key of {user}: {made.path}")
    say(f"next: `factcheck{place.option()} key trust` where no key is trusted yet; else tell it to somebody whose is:")
    say(f"  factcheck{place.option()} --user NAME {words_of_command('key', 'trust', named=(user, made.key))}")


@key.command("show", epilog=example("factcheck key show", "factcheck key show --json"))
@json_option
@pass_place
def show(place: Place, *, as_json: bool) -> None:
    """Print the public half of your keys, the newest first, to be read out to who trusts them."""
    from factcheck.workbench.trusting import key_files

    user = _user(place)
    found = key_files(user)
    if as_json:
        put([*array({"key": one.key, "path": str(one.path)} for one in found), "\n"])
        return
    put_lines(f"{one.key}  {one.path}" for one in found)
    if not found:
        say(f"{user} has no key on this machine: `{words_of_command('factcheck', '--user', user, 'key', 'new')}`")


@key.command("list", epilog=example("factcheck key list", "factcheck key list --json"))
@json_option
@pass_place
def list_(place: Place, *, as_json: bool) -> None:
    """List the keys that this workspace trusts or trusted, with their holders."""
    from factcheck.workbench.trusting import ring

    with place.open() as bench:
        keys = ring(bench.store)
    if as_json:
        put([*array(keys.keys.values()), "\n"])
        return
    put_lines(key_lines(keys))
    if not keys.keys:
        say("no key is trusted here: `factcheck key new`, then `factcheck key trust`")


@key.command("trust", epilog=example("factcheck key trust", "factcheck key trust bob 51d3..."))
@click.argument("name", metavar="[NAME KEY]", default="")
@click.argument("public", metavar="", default="")
@pass_place
def trust(place: Place, name: str, public: str) -> None:
    """Trust KEY as that of NAME in this workspace; without them, your own newest key.

    Trust begins with somebody's own key. Every other one is signed by a person who has a trusted key, after that was
    read out by its holder. Whoever has a trusted key signs with it from then on, and nobody signs in that name without
    it.
    """
    from factcheck.workbench import trusting

    if bool(name) != bool(public):
        raise click.UsageError("give both NAME and KEY, or none for your own")
    with place.open() as bench:
        made = trusting.trust(bench, name, public)
        say(f"trusted from now on: key {made.key[:SHORT]}, as {made.holder}'s")


@key.command("revoke", epilog=example('factcheck key revoke 51d3 --reason "The laptop was stolen."'))
@click.argument("public", metavar="KEY")
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@pass_place
def revoke(place: Place, public: str, reason: str) -> None:
    """End the trust in a key, named by its start. What it signed before stays signed."""
    from factcheck.workbench import trusting

    with place.open() as bench:
        ended = trusting.revoke(bench, public, reason)
        say(f"revoked: key {ended.key[:SHORT]} of {ended.holder}; what it signed before stays signed")


def _user(place: Place) -> str:
    from factcheck.workbench.users import user_named

    return user_named(place.user, load_settings(place.folder, os.environ))
