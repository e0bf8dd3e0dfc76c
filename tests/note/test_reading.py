"""Notes are listed, shown and handed over, isp's and those made by hand."""

import json
from pathlib import Path

import pytest

from isp_cli.note.record import Note
from isp_cli.portfolio.record import GuideVersion
from isp_cli.portfolio.store import Store
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.note.test_notes import put
from tests.portfolio.samples import contents


@pytest.fixture(autouse=True)
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def notes(portfolio: Path, isp: Isp) -> Path:
    """Return a portfolio with notes of isp's own and one made by hand."""
    for text, day, *words in (
        ("Called the county lead.", "2026-12-01", "--competency", "brokering"),
        ("Said no to the [clinic].", "2026-01-04", "--principle", "curious", "--share"),
        ("Drew a map of power.", "2027-01-04", "--competency", "power", "--share"),
    ):
        assert isp("note", text, "--on", day, *words).exit_code == 0
    put(portfolio, "mine/2026-12-24 By hand.md", "# Winter\n\nThe #brokering of candles.\n")
    return portfolio


def named(isp: Isp, *words: str) -> list[str]:
    """Return the names that `isp note list` with these words gives."""
    result = isp("note", "list", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [each["name"] for each in json.loads(result.stdout)["data"]]


CALLED = "2026-12-01-called-the-county-lead"
SAID = "2026-01-04-said-no-to-the-clinic"
DREW = "2027-01-04-0930-drew-a-map-of-power"
HAND = "mine/2026-12-24 By hand"


@pytest.mark.usefixtures("notes")
def test_notes_are_listed_newest_first(isp: Isp) -> None:
    """Each note has its name, its first words, and what it touches."""
    result = isp("note", "list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"{DREW}\n  Drew a map of power.\n  Addressing power differentials; shareable\n"
        f"{HAND}\n  Winter\n  Brokering\n"
        f"{CALLED}\n  Called the county lead.\n  Brokering\n"
        f"{SAID}\n  Said no to the [clinic].\n  Be curious; shareable\n"
    )


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], [DREW, HAND, CALLED, SAID]),
        (["--since", "2026-12-24"], [DREW, HAND]),
        (["--until", "2026-12-24", "--since", "1 December 2026"], [HAND, CALLED]),
        (["--since", "2 weeks ago"], [DREW, HAND]),
        (["--competency", "brok"], [HAND, CALLED]),
        (["--competency", "brok", "--competency", "power"], [DREW, HAND, CALLED]),
        (["--principle", "curious"], [SAID]),
        (["--competency", "brok", "--principle", "curious"], []),
        (["--text", "THE candles"], [HAND]),
        (["--text", "winter"], [HAND]),
        (["--a-year-ago"], [SAID]),
    ],
)
def test_notes_are_found(isp: Isp, words: list[str], found: list[str]) -> None:
    """Notes are chosen by day, competency, principle and words, and by a year ago."""
    assert named(isp, *words) == found


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "2027-02-30"], "--since: '2027-02-30' is not a date isp knows."),
        (["--until", "soon"], "--until: 'soon' is not a date isp knows."),
        (["--since", "today", "--until", "yesterday"], "--since is a later day than --until."),
    ],
)
def test_days_that_are_none(isp: Isp, words: list[str], said: str) -> None:
    """A day that isp does not know is a matter of usage."""
    result = isp("note", "list", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


@pytest.mark.usefixtures("portfolio")
def test_no_note_is_told(isp: Isp) -> None:
    """Where there is none isp says how to write one; where none fits it says so."""
    assert isp("note", "list").stderr == "There is no note yet. To write one: isp note\n"
    assert isp("note", "show").exit_code == 4
    isp("note", "x")
    fits = isp("note", "list", "--text", "zebra")
    assert fits.stderr == "None of your notes fits. To see them all: isp note list\n"


def test_a_note_that_is_not_finished_is_told(isp: Isp, portfolio: Path) -> None:
    """What was begun and left is not forgotten by the list; once it is finished it is a note."""
    store = Store(portfolio)
    kept = store.add(Note.begun(MOMENT, GuideVersion(id="implementation-support", version="1")))
    kept = store.save(kept, kept.record.saying("Half a note."))
    told = "Note begun on 4 January 2027, not finished. To go on: isp note\n"
    assert isp("note", "list").stderr == told
    draft = kept.path.read_bytes()
    store.finish(kept, kept.record.with_values(status="finished", finished=MOMENT))
    kept.path.write_bytes(draft)  # as a program that was cut off leaves it
    listed = isp("note", "list")
    assert (listed.stderr, "Half a note." in listed.stdout) == ("", True)


def test_of_many_notes_the_newest_are_shown(isp: Isp, portfolio: Path) -> None:
    """A list stays readable; --all shows all there are."""
    for number in range(52):
        put(portfolio, f"2026-01-01 {number:02}.md", "x")
    some, every = isp("note", "list").stdout, isp("note", "list", "--all").stdout
    assert some.splitlines()[-1].startswith("2 more; see them with --all")
    assert (some.count("2026-01-01"), every.count("2026-01-01")) == (50, 52)


@pytest.mark.usefixtures("notes")
@pytest.mark.parametrize(
    ("name", "title"),
    [
        (None, "Note, 4 January 2027"),
        ("2026-12-01", "Note, 1 December 2026"),
        (CALLED, "Note, 1 December 2026"),
        (f"{HAND}.md", "Note, 24 December 2026"),
        ("2026-12-24", "Note, 24 December 2026"),
        ("mine/", "Note, 24 December 2026"),
    ],
)
def test_a_note_is_shown(isp: Isp, name: str | None, title: str) -> None:
    """A note is shown by its name, its date or a beginning; without one, the latest."""
    result = isp("note", "show", *([name] if name else []))
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, title)


@pytest.mark.usefixtures("notes")
def test_several_notes_are_shown_one_below_the_other(isp: Isp) -> None:
    """With options all notes that fit can be read at once, newest first."""
    result = isp("note", "show", "--competency", "brokering")
    first, second = result.stdout.split("\n\n* * *\n\n")
    assert "The #brokering of candles." in first
    assert "Called the county lead." in second
    data = json.loads(isp("note", "show", "--competency", "brokering", "--json").stdout)
    assert data["schema"] == "isp.note-list/1"
    assert [each["name"] for each in data["data"]] == [HAND, CALLED]
    assert isp("note", "show", "--text", "zebra").exit_code == 4
    assert isp("note", "show", CALLED, "--text", "county").exit_code == 2


@pytest.mark.usefixtures("notes")
def test_a_name_that_fits_none_or_several(isp: Isp) -> None:
    """Isp says which notes a name could mean."""
    assert "There is no note called 'x'." in isp("note", "show", "x").stderr
    several = isp("note", "show", "2026")
    assert several.exit_code == 4
    assert all(name in several.stderr for name in (CALLED, SAID, HAND))


@pytest.mark.usefixtures("portfolio")
def test_answers_are_shown_under_their_questions(isp: Isp) -> None:
    """A note with a structure shows what was answered; the file keeps what was written by hand."""
    form = "answers:\n  what: A call.\n  now-what: '## Again'\n"
    assert isp("note", "--answers", "-", "--as", "what", stdin=form).exit_code == 0
    page = isp("note", "show").stdout
    assert page.endswith("\nWhat?\n\n  A call.\n\nNow what?\n\n  ## Again\n")
    assert "So what?" not in page


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize("title", ["", "title: Mine\n"])
def test_a_structured_note_goes_by_its_first_answer(isp: Isp, title: str) -> None:
    """In a list it is its title or the first words answered that name it, and no mark of isp's."""
    filled = f"answers: {{so-what: 'We met.'}}\ndilemma: 2\n{title}"
    kept = isp("note", "--as", "what", "--answers", "-", stdin=filled)
    dilemma = "It shows dilemma 2: "
    assert dilemma in kept.stdout
    assert isp("note", "list").stdout.splitlines()[1] == ("  Mine" if title else "  We met.")
    shown = isp("note", "show").stdout
    named = "Note, 4 January 2027: Mine" if title else "Note, 4 January 2027"
    assert shown.splitlines()[0] == named
    said = next(each for each in shown.splitlines() if each.startswith(dilemma))
    assert said.endswith(".")
    assert "<!--" not in shown


@pytest.mark.usefixtures("notes")
def test_only_shareable_notes_are_handed_over(isp: Isp) -> None:
    """The document holds the shareable notes, oldest first, and says what it leaves out."""
    result = isp("note", "export")
    assert result.exit_code == 0
    assert result.stdout == (
        "# Notes from practice\n\n"
        "## 4 January 2026\n\nIt touches: Be curious.\n\nSaid no to the [clinic].\n\n"
        "## 4 January 2027\n\nIt touches: Addressing power differentials.\n\n"
        "Drew a map of power.\n\n---\n\n"
        "2 private notes are left out, of 1 December 2026 and 24 December 2026.\n"
    )
    assert result.stderr == (
        "2 private notes are left out, of 1 December 2026 and 24 December 2026.\n"
    )


def test_a_chosen_span_is_handed_over_as_json(isp: Isp, notes: Path, tmp_path: Path) -> None:
    """The end of the file name decides the form, and options choose the notes."""
    target = tmp_path / "notes.json"
    result = isp("note", "export", str(target), "--since", "2026-12-02")
    assert result.exit_code == 0
    assert "It holds 1 note in full; read it before you share it." in result.stderr
    data = json.loads(target.read_text("utf-8"))
    assert data["schema"] == "isp.note-export/1"
    assert [each["name"] for each in data["data"]["notes"]] == [DREW]
    assert data["data"]["left_out"] == [{"date": "2026-12-24"}]
    assert str(notes) not in target.read_text("utf-8")
    assert "candles" not in target.read_text("utf-8")


@pytest.mark.usefixtures("notes")
def test_where_all_are_private_nothing_is_handed_over(isp: Isp) -> None:
    """Nothing is written, and isp says how a note could go out."""
    result = isp("note", "export", "--competency", "brokering")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "To let one go out: isp note share NAME" in result.stderr


def test_a_note_can_be_shared_and_taken_back(isp: Isp, notes: Path) -> None:
    """One line of the file changes, and exports follow it."""
    path = notes / "notes" / f"{CALLED}.md"
    before = path.read_text("utf-8")
    assert isp("note", "share", "2026-12-01").exit_code == 0
    assert path.read_text("utf-8") == before.replace("private: true", "private: false")
    assert "Called the county lead." in isp("note", "export").stdout
    assert isp("note", "unshare", CALLED).exit_code == 0
    assert path.read_text("utf-8") == before


def test_a_note_that_another_editor_wrote_anew_is_still_one(isp: Isp, notes: Path) -> None:
    """Moved, renamed, and with front matter in another order and style, it can be shared."""
    path = notes / "notes" / f"{CALLED}.md"
    front, text = path.read_text("utf-8").split("---\n\n")
    lines = front.replace("---\n", "").replace("\n- ", "\n  - ").replace("'1'", '"1"')
    moved = notes / "notes" / "2026" / "County.md"
    moved.parent.mkdir()
    path.unlink()
    moved.write_text(f"---\nmood: fine\n{lines}aliases: []\n---\n{text}", "utf-8")
    assert isp("note", "share", "2026/County").exit_code == 0
    saved = moved.read_text("utf-8")
    assert saved == f"---\nmood: fine\n{lines}aliases: []\n---\n{text}".replace("true", "false")
    assert "Called the county lead." in isp("note", "export").stdout


def test_a_note_made_by_hand_is_never_written(isp: Isp, notes: Path) -> None:
    """Isp says what to write by hand, and a note that says so is shareable."""
    before = contents(notes)
    result = isp("note", "share", HAND)
    assert result.exit_code == 5
    assert "Put the line 'private: false' between two lines '---' at its top." in result.stderr
    assert contents(notes) == before
    put(notes, f"{HAND}.md", "---\nprivate: false\n---\nCandles.")
    assert "Candles." in isp("note", "export").stdout


def test_what_cannot_be_read_is_named(isp: Isp, notes: Path) -> None:
    """Unreadable files are told of on stderr, some by name, and the rest is listed."""
    for number in range(12):
        put(notes, f"binary-{number:02}.md", b"\xff\xfe\x00")
    result = isp("note", "list")
    assert result.exit_code == 0
    assert CALLED in result.stdout
    *named_files, last = result.stderr.splitlines()
    assert len(named_files) == 10
    assert "This is not UTF-8 text (byte 1)." in named_files[0]
    assert last == "2 more files there cannot be read."
    assert isp("note", "show", "binary-03").exit_code == 5
