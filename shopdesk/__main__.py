"""Starts Shopdesk: ``python -m shopdesk [command …]``."""

import sys


def main() -> int:
    """Run Shopdesk with this process's arguments.

    Out: the exit code, 0 only if all went well.
    """
    from shopdesk.app.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
