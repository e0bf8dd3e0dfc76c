"""The root command: wires the verbs, turns errors into exit codes."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeGuard

import typer
from typer.core import TyperArgument

# isp uses no pydantic plugins; to look for some would read the metadata of every package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from isp_cli import __version__
from isp_cli.errors import Interrupted, IspError, PortfolioProblem, UsageProblem
from isp_cli.settings import Settings
from isp_cli.verb import Group

VERBS = ("browse", "search", "assess", "reflect", "note", "plan", "guide", "portfolio", "tour")
"""The verbs, each the folder of its name, in the order that the help lists them."""

EVERYWHERE = {"--portfolio": 1, "--guide": 1, "--plain": 0}
"""The options that may stand anywhere on the line, and how many words follow each."""

STOPPED_READING = 141
"""What a program ends with when the one that it pipes to has stopped reading (128 + SIGPIPE)."""


CANNOT_WRITE = (errno.ENOSPC, errno.EFBIG, errno.EBADF, errno.EDQUOT)
"""What a system says where standard output takes nothing more."""


KEPT = "What you wrote is kept."


class Verbs(Group):
    """The verbs, each imported when it is asked for, and the one place that ends the program."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the verbs, in the order of the cycle."""
        return list(VERBS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override] # noqa: ANN401
        """Return the verb `cmd_name`, imported now; None where there is no such verb."""
        if cmd_name not in VERBS:
            from difflib import get_close_matches

            close = get_close_matches(cmd_name, VERBS, n=1)
            if close and not ctx.resilient_parsing:
                ctx.fail(f"There is no command '{cmd_name}'. Did you mean {close[0]}?")
            return None
        if cmd_name not in self.commands:
            room = import_module(f"isp_cli.{cmd_name}.command")
            command = typer.main.get_command(room.app)
            command.name = cmd_name
            _name_arguments_only(command)
            self.commands[cmd_name] = command
        return self.commands[cmd_name]

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Take the options that may stand anywhere to the front, then parse as usual."""
        return super().parse_args(ctx, _general_first(args))

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401
        """Run, say what went wrong on one line, and end with the exit code of the design."""
        _prepare_streams()
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
            sys.stdout.flush()
        except IspError as error:
            _say(str(error))
            code = error.exit_code
        except typer.TyperException as error:
            _say(_usage(error))
            code = error.exit_code
        except (KeyboardInterrupt, typer.Abort):
            _say("Stopped.")
            code = Interrupted.exit_code
        except (BrokenPipeError, SystemExit) as ended:
            # typer itself ends with 1 where nobody reads on, and with 0 where a shell completes.
            if BrokenPipeError not in (type(ended), type(ended.__context__)):
                raise
            _drop_output()
            code = STOPPED_READING
        except Exception as error:
            if _is_of_the_output(error):
                _drop_output()
                _say(f"The result cannot be written ({error.strerror}).")
                code = PortfolioProblem.exit_code
            elif os.environ.get("ISP_DEBUG"):
                raise
            else:
                _say(f"A fault of isp's own: {type(error).__name__}: {error}. {KEPT}")
                _say("For the details, set ISP_DEBUG=1 and run it again.")
                code = IspError.exit_code
        sys.exit(code if isinstance(code, int) else 0)


def _is_of_the_output(error: Exception) -> TypeGuard[OSError]:
    # An error of a file says which one.
    return isinstance(error, OSError) and error.filename is None and error.errno in CANNOT_WRITE


def _prepare_streams() -> None:
    """Make the streams take any letter, and take nothing where the caller has closed them."""
    if sys.stdin is None:
        # It stays None; this holds its number, so that no file that is opened is taken for it.
        os.open(os.devnull, os.O_RDONLY)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream, errors in (
        (sys.stdin, "replace"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if not hasattr(stream, "reconfigure"):
            continue
        # ASCII says that nobody chose an encoding; UTF-8 is what terminals then send and show.
        encoding = {"encoding": "utf-8"} if _is_ascii(stream.encoding) else {}
        with suppress(OSError, ValueError):  # something was read already
            stream.reconfigure(errors=errors, **encoding)


def _is_ascii(encoding: str) -> bool:
    return encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968", "646")


def _drop_output() -> None:
    # The interpreter flushes at the end; there is nobody left to flush to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _name_arguments_only(command: Any) -> None:  # noqa: ANN401 - typer names no class for it
    """Leave the types of arguments, such as `<str>`, out of the help: they say nothing here."""
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            parameter.display_type_rich = lambda **_: None  # type: ignore[method-assign]
    for below in getattr(command, "commands", {}).values():
        _name_arguments_only(below)


def _general_first(args: Sequence[str]) -> list[str]:
    first: list[str] = []
    rest: list[str] = []
    words = iter(args)
    for word in words:
        if word == "--":
            rest.append(word)
            break
        name, equals, _ = word.partition("=")
        if name not in EVERYWHERE:
            rest.append(word)
            continue
        first.append(word)
        if EVERYWHERE[name] and not equals:
            value = next(words, None)
            if value is None:
                return [word]  # so that it is this that is missing something, not the next word
            first.append(value)
    return [*first, *rest, *words]


def _usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    said = error.format_message()
    said = said if said.endswith(("?", ".")) else f"{said}."
    return f"{said} Try: {context.command_path} --help" if context else said


def _say(line: str) -> None:
    from isp_cli.terminal.screen import Screen

    try:
        Screen().tell(" ".join(line.split()))
        sys.stderr.flush()
    except OSError:  # where nobody can be told, the exit code says it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


app = typer.Typer(
    cls=Verbs,
    name="isp",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _path(option: str, written: str | None) -> Path | None:
    """Return what an option names; an empty name is refused, since it means the folder at hand."""
    if written is not None and not written.strip():
        raise UsageProblem("Its name is empty.", where=option, mend="Name one, or leave it out.")
    return None if written is None else Path(written)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"isp {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def isp(
    ctx: typer.Context,
    portfolio: Annotated[
        str | None,
        typer.Option(envvar="ISP_PORTFOLIO", help="The folder of your records.", metavar="DIR"),
    ] = None,
    guide: Annotated[
        str | None,
        typer.Option(envvar="ISP_GUIDE", help="A guide file of your own.", metavar="FILE"),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", envvar="ISP_PLAIN", help="Line by line, for screen readers.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Reflective practice for implementation support practitioners.

    Browse the guide, assess yourself, reflect, plan, and come back later to see what changed.
    Everything you write stays in readable files on this machine.
    """
    ctx.obj = Settings(_path("--portfolio", portfolio), _path("--guide", guide), plain=plain)
    if ctx.invoked_subcommand is None:
        from isp_cli.home.command import home

        home(ctx.obj)


def main() -> None:
    """Run isp with the words of the command line."""
    app(prog_name="isp")
