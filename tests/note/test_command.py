"""`isp note` as a person types it: one line, a pipe, the editor, a form."""

import json
from datetime import date
from pathlib import Path

import pytest

from isp_cli.note.record import Note
from isp_cli.portfolio.reading import read
from tests.conftest import Isp, in_process_of_its_own
from tests.forms import files_in, refusal
from tests.moments import stop_clock


@pytest.fixture(autouse=True)
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


def kept(portfolio: Path) -> Note:
    """Return the one note there is."""
    [path] = (portfolio / "notes").iterdir()
    return read(Note, path)[0]


def test_one_line_is_kept_at_once(isp: Isp, portfolio: Path) -> None:
    """A text behind the verb becomes a note without a question, and isp says where it is."""
    result = isp("note", "brokered a meeting")
    assert result.exit_code == 0
    assert files_in(portfolio) == ["notes/2027-01-04-0930-brokered-a-meeting.md"]
    assert result.stderr.startswith(f"Kept in {portfolio}/notes/2027-01-04-0930-brokered")
    assert result.stdout == (
        "Note of 4 January 2027; private.\nTo read your notes: isp note list\n"
    )
    note = kept(portfolio)
    assert (note.text(""), note.date, note.private) == (
        "brokered a meeting",
        date(2027, 1, 4),
        True,
    )


def test_options_say_what_it_is_about(isp: Isp, portfolio: Path) -> None:
    """Names forgive, options may stand behind the text, and words need no quotes."""
    result = isp(
        *("note", "said", "no", "--on", "last friday", "--competency", "Power", "--share"),
        *("--competency", "brok", "--principle", "Empath", "--dilemma", "3", "--title", "a/../b"),
    )
    assert result.exit_code == 0, result.stderr
    note = kept(portfolio)
    assert note.text("") == "said no"
    assert note.competencies == ("brokering", "power")
    assert (note.principles, note.dilemma) == (("empathetic",), "dilemma.3")
    assert (note.date, note.private, note.title) == (date(2027, 1, 1), False, "a/../b")
    assert files_in(portfolio) == ["notes/2027-01-01-a-b.md"]
    assert "about Brokering, " in result.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["x", "--on", "2027-02-30"], 2, "--on: '2027-02-30' is not a date isp knows. Write for"),
        (["x", "--on", "2027-01-05"], 2, "--on: 5 January 2027 is still to come. Write a day up"),
        (["x", "--on", ""], 2, "--on: '' is not a date isp knows."),
        (["x", "--competency", "brokring"], 4, "Did you mean Brokering?"),
        (["x", "--principle", "zz"], 4, "There is no principle called 'zz'."),
        (["x", "--dilemma", "99"], 4, "There is no dilemma called '99'."),
        (["--as", "kolb"], 4, "There is no structure called 'kolb'. There is: what, gibbs;"),
        (["x", "--as", "what"], 2, "Questions are answered one at a time, not with a text."),
        (["--as", "what", "--questions", "q"], 2, "--as and --questions both choose"),
        (["--questions", "none.yaml"], 2, "none.yaml: This cannot be read"),
        (["  "], 2, "There is nothing in this note, so none was kept."),
        (["lsit"], 2, "There is no command 'lsit'. Did you mean list? To keep it as a note: isp"),
        (["x", "--answers", "f"], 2, "A filled form says itself what the note is."),
        (["-"], 2, "There is nothing in this note, so none was kept."),
        ([], 6, "This is a conversation and needs a terminal."),
    ],
)
def test_what_cannot_be_kept(
    isp: Isp, portfolio: Path, words: list[str], code: int, said: str
) -> None:
    """What is wrong is said on one line, and nothing is kept."""
    assert said in refusal(isp("note", *words), portfolio, code=code)


@pytest.mark.usefixtures("portfolio")
def test_commands_below_are_called_without_a_text(isp: Isp) -> None:
    """The text is part of how `isp note` is called, and not of `isp note list`."""
    assert isp("note", "-h").stdout.startswith("Usage: isp note [OPTIONS] [TEXT]... COMMAND")
    assert isp("note", "list", "-h").stdout.startswith("Usage: isp note list [OPTIONS]\n")
    assert isp("note", "list", "x").stderr.endswith("Try: isp note list --help\n")


def test_a_word_like_a_command_can_be_kept(isp: Isp, portfolio: Path) -> None:
    """Behind two dashes every word is text, and a sentence that begins with one is text anyway."""
    assert isp("note", "--", "list").exit_code == 0
    assert kept(portfolio).text("") == "list"
    assert isp("note", "list of things").exit_code == 0
    assert len(files_in(portfolio)) == 2


@pytest.mark.parametrize(("words", "end"), [(["-"], "\n"), ([], "\n"), ([], "\r\n")])
def test_a_pipe_is_kept_as_it_comes(isp: Isp, portfolio: Path, words: list[str], end: str) -> None:
    """Standard input is kept to the last space; only the end of its last line is not text."""
    text = "---\ntitle: no\n---\n## What?  \n\r\n  🙂 שלום  \n\n"
    assert isp("note", *words, stdin=f"{text}{end}").exit_code == 0
    assert kept(portfolio).text("") == text


def test_letters_are_kept_in_any_locale(portfolio: Path) -> None:
    """Text, title and file name are UTF-8, also where the system is set to ASCII for good."""
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    said = []

    def run(*words: str) -> str:
        ended = in_process_of_its_own(*words, portfolio=portfolio, environment=environment)
        assert ended.returncode == 0, ended.stderr
        said.append(ended.stderr)
        return ended.stdout

    run("note", "é שלום 🙂", "--title", "Tête", "--on", "2026-11-20")
    assert "2026-11-20-tête.md" in said[0]
    assert files_in(portfolio) == ["notes/2026-11-20-tête.md"]
    assert kept(portfolio).text("") == "é שלום 🙂"
    assert run("note", "list", "--text", "שלום").startswith("2026-11-20-tête\n")
    assert "é *שלום* 🙂" in run("search", "שלום", "--records-only")
    assert "é שלום 🙂" in run("note", "show", "2026-11-20-tête")


def test_a_note_that_cannot_be_written_is_given_back(isp: Isp, portfolio: Path) -> None:
    """Where there is no room what was written is shown, so that it can be copied."""
    portfolio.write_text("a file in the way", "utf-8")
    result = isp("note", "-", stdin="Written long ago.\n")
    assert (result.exit_code, result.stdout) == (5, "")
    first, text, *_ = result.stderr.splitlines()
    assert first == "This note could not be saved. Copy it from here:"
    assert text == "Written long ago."


def test_a_second_note_of_the_same_minute_is_kept_beside(isp: Isp, portfolio: Path) -> None:
    """No note takes the place of another."""
    for _ in range(2):
        assert isp("note", "the same").exit_code == 0
    assert len(files_in(portfolio)) == 2


@pytest.mark.parametrize(
    ("program", "code", "text"),
    [
        ("printf 'From the editor.  \\n' >", 0, "From the editor.  "),
        ("printf ' More.' >>", 0, "Begun. More."),
        ("true", 0, "Begun."),
        (":>", 2, None),
        ("printf 'Saved.' > \"$1\"; false", 2, None),
    ],
)
def test_the_editor(
    isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    program: str, code: int, text: str | None,
) -> None:  # fmt: skip
    """What the editor saves is the note; where it fails or saves nothing, none is kept."""
    editor = tmp_path / "editor"
    command = program if "$1" in program else f'{program} "$1"'
    editor.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    result = isp("note", "Begun.", "--edit")
    assert result.exit_code == code, result.stderr
    if text is not None:
        assert kept(portfolio).text("") == text
        return
    assert not portfolio.exists()
    if "false" in program:
        path = Path(result.stderr.split("is kept in ")[1].split(".md")[0] + ".md")
        assert path.read_text("utf-8") == "Saved."
        path.unlink()


def test_an_editor_that_is_not_there(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing editor is a matter of usage."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    result = isp("note", "--edit", stdin="")
    assert result.exit_code == 2
    assert "The editor 'no-such-editor' could not be used" in result.stderr
    assert not portfolio.exists()


def test_a_kept_note_comes_as_json(isp: Isp, portfolio: Path) -> None:
    """A program gets the note that was kept in the form that `show` gives."""
    kept_now = json.loads(isp("note", "x", "--title", "T", "--json").stdout)
    shown = json.loads(isp("note", "show", "--json").stdout)
    assert kept_now == shown
    assert list(shown) == ["schema", "data"]
    assert shown["schema"] == "isp.note/1"
    assert list(shown["data"]) == [
        *("file", "name", "id", "date", "title", "competencies", "principles", "dilemma"),
        *("structure", "private", "text"),
    ]
    assert shown["data"]["file"] == str(portfolio / "notes/2027-01-04-0930-t.md")


def test_a_filled_form_is_kept(isp: Isp, portfolio: Path) -> None:
    """The form that `template` prints can be filled in and given back."""
    form = isp("note", "template").stdout
    form = form.replace("text:\n", "text: |\n  One.\n  Two.\n").replace(
        "date:\n", "date: yesterday\n"
    )
    form = form.replace("competencies: []", "competencies: [Brokering]")
    form = form.replace("share: false", "share: true").replace("dilemma:\n", "dilemma: 2\n")
    assert isp("note", "--answers", "-", stdin=form).exit_code == 0
    note = kept(portfolio)
    assert (note.text(""), note.date) == ("One.\nTwo.", date(2027, 1, 3))
    assert (note.competencies, note.dilemma, note.private) == (("brokering",), "dilemma.2", False)


@pytest.mark.parametrize("structure", [["--as", "gibbs"], ["--questions"]])
def test_a_form_with_questions_is_kept(
    isp: Isp, portfolio: Path, tmp_path: Path, structure: list[str]
) -> None:
    """A form for a structure takes an answer to each of its questions."""
    own = tmp_path / "own.yaml"
    own.write_text("id: own\nname: Own\nquestions:\n- id: feelings\n  text: And?\n", "utf-8")
    words = [*structure, str(own)] if structure == ["--questions"] else structure
    form = isp("note", "template", *words).stdout.replace("  feelings:\n", "  feelings: Calm.\n")
    result = isp("note", "--answers", "-", *words, stdin=form)
    assert result.exit_code == 0, result.stderr
    note = kept(portfolio)
    assert note.structure in {"gibbs", "own"}
    assert note.text(f"{note.structure}.feelings") == "Calm."


@pytest.mark.parametrize(
    ("form", "words", "said"),
    [
        ("", [], "line 1: must hold fields"),
        ("text: ''\n", [], "line 1: nothing is filled in yet"),
        ("text: x\ndate: 2027-02-30\n", [], "line 2: date: '2027-02-30' is not a date isp knows."),
        ("text: x\ndate: tomorrow\n", [], "line 2: date: 5 January 2027 is still to come."),
        ("text: x\ncompetencies: [brokring]\n", [], "line 2: competencies[1]: There is no comp"),
        ("text: x\nprinciples:\n- zz\n", [], "line 3: principles[1]: There is no principle"),
        ("text: x\ndilemma: 99\n", [], "line 2: dilemma: There is no dilemma called '99'."),
        ("text: x\nmood: good\n", [], "line 2: mood: is not known here"),
        ("answers: {what: x}\n", [], "line 1: answers: answers which questions?"),
        ("answers: {wat: x}\n", ["--as", "what"], "line 1: answers.wat: is no question of these"),
        ("text: x\n", ["--as", "what"], "line 1: text: does not go with questions"),
    ],
)
def test_a_broken_form_is_refused(
    isp: Isp, portfolio: Path, form: str, words: list[str], said: str
) -> None:
    """One line says what is wrong and where, and nothing is kept."""
    line = refusal(isp("note", "--answers", "-", *words, stdin=form), portfolio)
    assert line.startswith(f"standard input: {said}")
