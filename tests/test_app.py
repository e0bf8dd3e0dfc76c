"""What every command has in common: one line for what went wrong, an exit code, general options."""

import subprocess
import sys
from pathlib import Path

import pytest

from isp_cli import __version__, errors
from isp_cli.app import STOPPED_READING, VERBS
from isp_cli.guide import lookup
from tests.conftest import Isp, in_process_of_its_own
from tests.guides import small_guide


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["brwse"], "There is no command 'brwse'. Did you mean browse? Try: isp --help"),
        (["zzz"], "No such command 'zzz'. Try: isp --help"),
        (["guide"], "Missing command. Try: isp guide --help"),
        (["guide", "exprt"], "No such command 'exprt'. Did you mean 'export'? Try: isp guide"),
        (["--nothing"], "No such option: --nothing. Try: isp --help"),
        (["browse", "--nothing"], "No such option: --nothing. Try: isp browse --help"),
        (["search"], "Missing argument 'WORDS'. Try: isp search --help"),
        (["--guide"], "Option '--guide' requires an argument."),
        (["browse", "--guide"], "Option '--guide' requires an argument."),
        (["search", "power", "--json", "--portfolio"], "Option '--portfolio' requires an argument"),
    ],
)
def test_misuse_is_told_on_one_line(isp: Isp, words: list[str], said: str) -> None:
    """A slip on the line says what it is and where to read on; nothing is done, the code is 2."""
    result = isp(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert line.startswith(said)


def test_promised_exit_codes() -> None:
    """Scripts tell by the exit code what went wrong."""
    codes = {
        errors.IspError: 1,
        errors.UsageProblem: 2,
        errors.GuideProblem: 3,
        errors.NotFound: 4,
        errors.PortfolioProblem: 5,
        errors.NeedsTerminal: 6,
        errors.Interrupted: 130,
    }
    assert {each: each.exit_code for each in codes} == codes


def test_error_is_what_where_and_mend_on_one_line() -> None:
    """A message names the place first and the way out last, and leaves out what there is not."""
    assert str(errors.NotFound("It is gone.", where="a.md", mend="Look elsewhere.")) == (
        "a.md: It is gone. Look elsewhere."
    )
    assert str(errors.NotFound("It is gone.")) == "It is gone."


def fail(_name: str) -> None:
    """Be the fault that nobody thought of."""
    raise RuntimeError("a wire came loose")


def test_fault_of_isps_own_is_told_without_a_traceback(
    isp: Isp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug ends with 1, says that it is one and that nothing is lost, and spares the details."""
    monkeypatch.delenv("ISP_DEBUG", raising=False)
    monkeypatch.setattr(lookup, "kind", fail)
    result = isp("browse", "principles")
    assert (result.exit_code, result.stdout) == (1, "")
    first, second = result.stderr.splitlines()
    assert first.startswith("A fault of isp's own: RuntimeError: a wire came loose.")
    assert "What you wrote is kept." in first
    assert "ISP_DEBUG=1" in second


def test_fault_is_shown_whole_to_who_asks(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ISP_DEBUG the fault comes out as Python shows it, for a report."""
    monkeypatch.setenv("ISP_DEBUG", "1")
    monkeypatch.setattr(lookup, "kind", fail)
    assert isinstance(isp("browse", "principles").exception, RuntimeError)


def test_interrupt_ends_with_130(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a command works is no fault and shows no traceback."""

    def interrupt(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lookup, "kind", interrupt)
    result = isp("browse", "principles")
    assert (result.exit_code, result.stdout) == (130, "")
    assert "Traceback" not in result.stderr


def test_names_in_messages_are_shown_literally(isp: Isp, tmp_path: Path) -> None:
    """A path or a name with control characters in it cannot command the terminal."""
    odd = str(tmp_path / "a\x1b[31m\nb.yaml")
    result = isp("--guide", odd, "browse")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "\x1b" not in result.stderr
    assert "a\\x1b[31m b.yaml" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize(
    "order",
    [
        "{guide} browse competency hearing",
        "browse {guide} competency hearing",
        "browse competency {guide} hearing",
        "browse competency hearing {guide}",
        "--plain browse competency hearing {guide}",
        "browse competency hearing {guide} --plain",
    ],
)
@pytest.mark.parametrize("form", ["--guide {path}", "--guide={path}"])
def test_general_options_may_stand_anywhere(
    isp: Isp, tmp_path: Path, order: str, form: str
) -> None:
    """Nobody has to know whether an option belongs to isp or to the verb."""
    path = small_guide(tmp_path)
    words = order.format(guide=form.format(path=path)).split()
    result = isp(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Listening\n")


@pytest.mark.parametrize("option", ["--portfolio", "--guide"])
def test_an_empty_name_is_refused(isp: Isp, option: str) -> None:
    """A variable that is not set does not make the current folder the portfolio."""
    result = isp("portfolio", "path", option, "")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{option}: Its name is empty.")


def test_the_home_of_nobody_is_told(isp: Isp) -> None:
    """A folder that cannot be made out is one line, not a fault."""
    result = isp("assess", "list", "--portfolio", "~nobody-of-this-name/x")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "This folder cannot be found" in result.stderr


@pytest.mark.parametrize("place", [0, 1, 2])
def test_portfolio_is_the_one_on_the_line(
    isp: Isp, tmp_path: Path, portfolio: Path, place: int
) -> None:
    """--portfolio anywhere on the line is stronger than ISP_PORTFOLIO."""
    words = ["portfolio", "path"]
    words[place:place] = ["--portfolio", str(tmp_path / "other")]
    assert isp(*words).stdout == f"{tmp_path / 'other'}\n"
    assert isp("portfolio", "path").stdout == f"{portfolio}\n"


def test_version_is_printed(isp: Isp) -> None:
    """The version is one line, whatever else is on the command line."""
    for words in (["--version"], ["--version", "browse"], ["--guide", "nowhere", "--version"]):
        result = isp(*words)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == f"isp {__version__}\n"


def test_help_lists_the_verbs_in_the_order_of_the_cycle(isp: Isp) -> None:
    """-h and --help say the same: what isp is for and every verb with a word about it."""
    result = isp("-h")
    assert (result.exit_code, result.stderr) == (0, "")
    assert isp("--help").stdout == result.stdout
    listed = result.stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(VERBS)
    assert all(len(line.split()) > 3 for line in listed)


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb_is_plain(isp: Isp, verb: str) -> None:
    """Help is text without boxes, which a screen reader reads, about this verb alone."""
    result = isp(verb, "-h")
    assert (result.exit_code, result.stderr) == (0, "")
    assert isp(verb, "--help").stdout == result.stdout
    assert result.stdout.startswith(f"Usage: isp {verb} ")
    assert result.stdout.isascii()
    assert "completion" not in result.stdout
    assert "!" not in result.stdout


@pytest.mark.parametrize("words", [[], ["assess"]])
def test_help_cuts_no_sentence_in_a_narrow_window(tmp_path: Path, words: list[str]) -> None:
    """In 60 columns the list of commands wraps, and every word of it can be read."""
    narrow = {"COLUMNS": "60"}
    shown = in_process_of_its_own(*words, "--help", portfolio=tmp_path, environment=narrow).stdout
    listed = shown.partition("Commands:\n")[2]
    assert listed.strip().endswith(".")
    assert "..." not in listed
    assert max(map(len, shown.splitlines())) <= 60


def test_runs_as_a_module(tmp_path: Path) -> None:
    """`python -m isp_cli` is isp, by that name also in what it says."""
    ended = in_process_of_its_own("--version", portfolio=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"isp {__version__}\n", "")
    ended = in_process_of_its_own("brwse", portfolio=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "There is no command 'brwse'. Did you mean browse? Try: isp --help\n"


def piped(folder: Path, *words: str, read: int) -> tuple[int, bytes]:
    """Return the exit code and stderr of isp where the reader leaves after `read` bytes."""
    with subprocess.Popen(
        [sys.executable, "-m", "isp_cli", "--portfolio", str(folder), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(read)
        process.stdout.close()
        said = process.stderr.read()
        return process.wait(30), said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no broken pipes of this kind")
@pytest.mark.parametrize(
    "words",
    [
        ["browse", "domains"],
        ["guide", "export"],
        ["search", "implementation", "--all", "--json"],
        ["-h"],
    ],
    ids=" ".join,
)
def test_reader_may_leave_at_once(tmp_path: Path, words: list[str]) -> None:
    """Piped to a program that does not read on, isp stops too, as other programs do."""
    assert piped(tmp_path, *words, read=0) == (STOPPED_READING, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no broken pipes of this kind")
def test_reader_may_leave_in_the_middle(tmp_path: Path) -> None:
    """Piped to a program such as head, isp has nothing to complain of."""
    code, said = piped(tmp_path, "guide", "export", read=100)
    assert said == b""
    assert code in (0, STOPPED_READING)  # 0 where the pipe had taken all of it


@pytest.mark.parametrize(
    ("encoding", "said"), [("cp864", "B\\xfchrmann"), ("ascii", "Bührmann"), ("utf-8", "Bührmann")]
)
def test_letters_that_the_terminal_lacks_are_spelt_out(
    tmp_path: Path, encoding: str, said: str
) -> None:
    """Letters that the output has not are no fault; ASCII alone is taken to be nobody's choice."""
    ended = in_process_of_its_own(
        *("browse", "resource", "reference.2"),
        portfolio=tmp_path,
        environment={"PYTHONIOENCODING": encoding},
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert said in ended.stdout
