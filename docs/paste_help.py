"""Paste what ``--help`` prints into reference/cli.md: ``.venv/bin/python docs/paste_help.py``."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent / "reference" / "cli.md"
PLACE = re.compile(r"<!-- help(?::([\w ]+))? -->\n.*?<!-- /help -->", re.DOTALL)
WIDTH = 88


def pasted(text: str) -> str:
    """The page with every help text as the command prints it now."""
    return PLACE.sub(lambda found: _block(found.group(1)), text)


def _block(command: str | None) -> str:
    mark = f"help:{command}" if command else "help"
    return f"<!-- {mark} -->\n```text\n{_help(command).strip()}\n```\n<!-- /help -->"


def _help(command: str | None) -> str:
    from click.testing import CliRunner

    from facevalue.cli.main import cli

    words = [*(command or "").split(), "--help"]
    done = CliRunner().invoke(cli, words, prog_name="facevalue", terminal_width=WIDTH)
    if done.exit_code:
        raise SystemExit(f"facevalue {' '.join(words)} does not work: {done.output}")
    return done.output


if __name__ == "__main__":
    PAGE.write_text(pasted(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
