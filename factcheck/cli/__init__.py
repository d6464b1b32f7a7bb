"""The command line. Errors a user can cause are one sentence on stderr and exit code 2, with nothing written."""

from __future__ import annotations

import sys

from factcheck.errors import FactcheckError


def main(arguments: list[str] | None = None) -> None:
    """Run `factcheck` with `arguments` (those of the process by default); leaves by `SystemExit`."""
    from factcheck.cli.app import app

    try:
        app(args=arguments, prog_name="factcheck")
    except FactcheckError as error:
        print(f"factcheck: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(141) from None
