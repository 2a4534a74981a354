"""Run the command line, and turn every fault into one line on stderr and an exit code. Never a traceback."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from factcheck.cli.app import app
from factcheck.cli.output import close_output, say
from factcheck.errors import EXIT_DONE, EXIT_FAULT, EXIT_INPUT, EXIT_INTERRUPTED, EXIT_USAGE, FactcheckError

GC_THRESHOLD = (200_000, 20, 20)
"""Rows of a list make no cycles, and to look for them after every 700 (the default) costs a tenth of listing 10,000."""

EXIT_PIPE_CLOSED = 141
"""128 + SIGPIPE: the reader of our output went away, so a gate after it must not take this for a pass."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `factcheck` with these arguments (the process's own by default) and exit."""
    _prepare_output()
    _prepare_signals()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for plugins costs 10 ms at every start
    gc.set_threshold(*GC_THRESHOLD)
    gc.freeze()  # what was imported stays: not to be looked through again
    code = run(arguments)
    _let_go_of_output()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `factcheck` and return the exit code."""
    try:
        code = app.main(args=arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - the last net: never a traceback
        return _exit_code(error)
    return code if isinstance(code, int) else EXIT_DONE


def _exit_code(error: BaseException) -> int:
    """Tell a fault in one line and return its exit code."""
    match error:
        case FactcheckError():
            return _told(str(error), error.exit_code)
        case click.ClickException():
            return _told_usage(error)
        case KeyboardInterrupt() | click.Abort():
            return _told_interrupted(error)
        case BrokenPipeError() | SystemExit():  # click leaves on a closed pipe with the code that means "found"
            completed = isinstance(error, SystemExit) and error.code == EXIT_DONE  # the shell was told how words go on
            return EXIT_DONE if completed else EXIT_PIPE_CLOSED
        case OSError() if error.strerror:
            return _told_system(error)
    return _told_fault(error)


def _told(message: str, code: int) -> int:
    say(f"factcheck: {message}")
    return code


def _told_interrupted(error: BaseException) -> int:
    """Ctrl-C, or a signal that asks to end; click raises its own in their stead."""
    stopped = error if isinstance(error, Stopped) else error.__cause__
    if isinstance(stopped, Stopped):
        name = signal.Signals(stopped.number).name
        return _told(f"stopped by {name}; what was done is kept, run it again to go on", 128 + stopped.number)
    return _told("interrupted; what was done is kept, run it again to go on", EXIT_INTERRUPTED)


def _told_usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return EXIT_USAGE
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "factcheck"
    return _told(f"{error.format_message()} (`{command} --help`)", EXIT_USAGE)


def _told_system(error: OSError) -> int:
    """A file or disk that fails where no room expected it: the reader needs the system's own words."""
    where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
    hint = "make room, or check path and permissions, and run it again; what was done is kept"
    return _told(f"{where}{error.strerror} ({hint})", EXIT_INPUT)


def _told_fault(error: BaseException) -> int:
    from factcheck.cli.log import keep_traceback

    where = keep_traceback(error)
    return _told(f"a fault of ours ({type(error).__name__}): {where}; your decisions are saved", EXIT_FAULT)


def _prepare_output() -> None:
    """JSON and CSV are UTF-8 whatever the locale; a character that cannot be written never stops a report.

    A stream that was closed (`>&-`) is None: nothing is read then, and messages go nowhere; data that cannot be printed
    is a fault, so that a script does not take an empty list for a good one.
    """
    if sys.stdout is None:
        close_output()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
    _write_whole()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _write_whole() -> None:
    """Let standard output write all that it is given, also where PYTHONUNBUFFERED is set, as images for Docker do.

    It is a raw file then, which writes as much as there is room for and tells nobody: a workbook that was cut short
    would pass for a whole one.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and isinstance(sys.stdout.buffer, io.RawIOBase):
        # not detached: `sys.__stdout__` is the same object, and tells the screen how large the terminal is
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(sys.stdout.buffer))


class Stopped(KeyboardInterrupt):
    """A signal that asks to end: what is under way ends as it does on Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)


def _prepare_signals() -> None:
    """End on SIGTERM and SIGHUP as on Ctrl-C, but leave them where they are ignored (`nohup`)."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _let_go_of_output() -> None:
    """Python flushes once more when it exits; on a closed pipe or full disk that would print a complaint of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
