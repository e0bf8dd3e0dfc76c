"""The checks and the benchmark, each in an environment of its own."""

import nox

nox.options.sessions = ["tests", "checks"]


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on isp as it is installed."""
    session.install(".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def checks(session: nox.Session) -> None:
    """Run lint, types and import layers."""
    session.install(".[check,test,bench]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def bench(session: nox.Session) -> None:
    """Print how long isp takes to start, beside bare programs."""
    session.install(".[bench]")
    session.run("python", "bench/start_up.py")
    session.run("python", "bench/many_notes.py")
