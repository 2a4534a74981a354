"""The command line: it parses, asks the workbench, and prints. stdout is data, stderr is narration.

Loads nothing heavy: every command lives in a module of its own that is imported when it is called.
"""

from factcheck.cli.running import main

__all__ = ["main"]
