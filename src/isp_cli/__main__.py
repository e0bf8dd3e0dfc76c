"""Run isp as `isp`, or as `python -m isp_cli`."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run isp; end quietly where Ctrl-C comes while its parts are still being imported."""
    try:
        from isp_cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
