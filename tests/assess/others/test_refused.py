"""A filled form is another person's text: it can overwrite nothing and run nothing."""

import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from isp_cli.assess.others.check import LONGEST
from isp_cli.assess.others.received import LARGEST
from tests.assess.others.letters import filled, form_for
from tests.conftest import Isp
from tests.portfolio.samples import contents

ESCAPE = "\x1b]0;owned\x07\x1b[2J"


@pytest.fixture
def form(isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a form about brokering and power; stand in a new folder."""
    monkeypatch.chdir(tmp_path)
    made = form_for(isp, "Peer", "--competency", "brokering", "--competency", "power")
    assert portfolio.exists()
    return made


def refused(isp: Isp, portfolio: Path, data: str | bytes, code: int = 5) -> str:
    """Return the one line with which `data` is refused; nothing in the portfolio has changed."""
    path = Path("back.txt")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    before = contents(portfolio)
    result = isp("assess", "receive", str(path))
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert contents(portfolio) == before
    assert line.startswith("back.txt: ")
    return line.removeprefix("back.txt: ")


WRONG: dict[str, tuple[Callable[[str], str], str]] = {
    "out of range": (
        lambda text: text.replace("rating: ", "rating: 6", 1),
        "Brokering, Your rating: '6' is no answer to this; write one number from 1 to 5, or: ",
    ),
    "unknown competency": (
        lambda text: text.replace("2 OF 2: Addressing power differentials", "7 OF 9: Juggling"),
        "no competency is called 'Juggling'; put back the heading that the form had",
    ),
    "misspelt competency": (
        lambda text: text.replace("1 OF 2: Brokering", "3 OF 2: Brokring"),
        "no competency is called 'Brokring'; did you mean Brokering?",
    ),
    "not asked about": (
        lambda text: text.replace("Addressing power differentials", "Co-design"),
        "this form did not ask about 'Co-design'; take that part out",
    ),
    "filled in twice": (
        lambda text: filled(text, {"rating": "2"}, {"rating": "3"}).replace(
            "Addressing power differentials", "Brokering"
        ),
        "'Brokering' is filled in twice, first on line",
    ),
    "too long": (
        lambda text: filled(text, {"example": "long " * (LONGEST // 5 + 1)}),
        "An example of what you saw: this answer has 20,004 characters; at most 20,000 are kept",
    ),
    "too long beside the answers": (
        lambda text: f"{'Hello there. ' * 2000}\n{filled(text, {'rating': '2'})}",
        "what stands outside the answers has more than 20,000 characters",
    ),
    "too long a relation": (
        lambda text: filled(text, relation="peer " * 50),
        "how you work together is longer than 200 characters",
    ),
    "two forms in one": (
        lambda text: filled(text, {"rating": "2"}) + filled(text, {"rating": "3"}),
        "There is more than one filled form in this. Nothing was filed.",
    ),
    "several faults": (
        lambda text: filled(text, {"rating": "6", "opportunity": "9"}, {"rating": "good"}),
        "(and 2 more). Nothing was filed.",
    ),
    "another's form": (
        lambda text: text.replace("Form number: 2", "Form number: 1"),
        "Nothing was filed. If it is meant for you, say whose view it is: --as NAME.",
    ),
    "no number": (
        lambda text: text.replace("Form number", "A number"),
        "There is no line 'Form number: ...' in this, so isp does not know the form.",
    ),
    "a number that is a path": (
        lambda text: text.replace("Form number: 2", "Form number: ../../x 2"),
        "This form was not made in this portfolio",
    ),
    "a part for another program": (lambda _: "- [ ] buy milk\n", "There is no line 'Form number"),
    "empty": (lambda _: "", "There is no line 'Form number"),
    "aliases": (
        lambda _: "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "There is no line 'Form number",
    ),
    "a tag that would run": (
        lambda _: "!!python/object/apply:os.system ['touch owned']\n",
        "There is no line 'Form number",
    ),
    "deep": (lambda _: "[" * 100_000, "There is no line 'Form number"),
}


@pytest.mark.parametrize("case", WRONG)
def test_one_line_says_what_and_where(isp: Isp, portfolio: Path, form: str, case: str) -> None:
    """What is wrong in a form is said on one line, and nothing of it is filed."""
    change, said = WRONG[case]
    assert said in refused(isp, portfolio, change(form))
    assert not Path("owned").exists()


def test_the_line_is_that_of_the_file(isp: Isp, portfolio: Path, form: str) -> None:
    """Whoever looks at the line that is named finds the answer there."""
    text = filled(form, {"rating": "2"}, {"rating": "7"})
    line = next(number for number, each in enumerate(text.split("\n"), 1) if "ing: 7" in each)
    assert refused(isp, portfolio, text).startswith(f"line {line}: Addressing power diff")


KINDS: dict[str, tuple[bytes, str]] = {
    "Word": (b"PK\x03\x04rest", "This is a Word, OpenDocument or zip file. Open it, save it as"),
    "old Word": (b"\xd0\xcf\x11\xe0rest", "This is an older Word file."),
    "PDF": (b"%PDF-1.7", "This is a PDF."),
    "rich text": (b"{\\rtf1\\ansi", "This is a rich text file (RTF)."),
    "picture": (b"\x89PNG\r\n", "This is a picture."),
    "web page": (b"\n<!DOCTYPE html><html>", "This is a web page."),
    "NUL": (b"Form number: 1\0\n", "This is not plain text."),
    "no encoding": (b"Form number: \x81\x8d\xff", "This is not plain text."),
    "half of UTF-16": (b"\xff\xfeF\0o\0r", "This is not plain text."),
    "random": (bytes(range(256)) * 40, "This is not plain text."),
    "huge": (b"a" * (LARGEST + 1), "This file has more than 1,000,000 bytes, so it is no filled"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("form")
def test_what_is_no_text(isp: Isp, portfolio: Path, kind: str) -> None:
    """A file of another kind is named, and how to make a text of it."""
    data, said = KINDS[kind]
    assert refused(isp, portfolio, data).startswith(said)


@pytest.mark.usefixtures("form")
def test_a_hundred_megabytes(isp: Isp, portfolio: Path) -> None:
    """Of a file that is far too large no more is read than shows that."""
    with Path("huge.txt").open("wb") as stream:
        stream.truncate(100_000_000)
    result = isp("assess", "receive", "huge.txt")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "more than 1,000,000 bytes" in result.stderr
    assert not (portfolio / "views").exists()


@pytest.mark.usefixtures("form")
def test_a_zip_is_not_opened(isp: Isp, portfolio: Path) -> None:
    """A real archive with a file that would be written elsewhere is refused by its first bytes."""
    with zipfile.ZipFile("back.zip", "w") as archive:
        archive.writestr("../../owned", "x")
    assert "zip file" in refused(isp, portfolio, Path("back.zip").read_bytes())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.usefixtures("form")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/dev/zero", "This is not a plain file."),
        ("/dev/null", "This is not a plain file."),
        ("pipe", "This is not a plain file."),
        (".", "The form cannot be read (Is a directory)."),
        ("nowhere.txt", "The form cannot be read (No such file or directory)."),
        ("loop", "The form cannot be read (Too many levels of symbolic links)."),
        ("a" * 300, "The form cannot be read (File name too long)."),
    ],
)
def test_what_is_no_file(isp: Isp, portfolio: Path, name: str, said: str) -> None:
    """A device, a pipe that nobody writes to, a folder: said at once, and isp does not hang."""
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    result = isp("assess", "receive", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not (portfolio / "views").exists()


@pytest.mark.usefixtures("form")
def test_a_file_of_the_system_is_only_read(isp: Isp) -> None:
    """A path that is no form of anybody's is read as text, and refused as such."""
    result = isp("assess", "receive", "/etc/passwd")
    assert result.exit_code in (2, 5)
    assert "root:" not in result.stderr


HOSTILE = (
    f"{ESCAPE}[red]bold[/red] :smile: \u202egnp.exe\n"
    "---\nrecord: view\nconsent: true\n---\n"
    "## A heading <!-- example.power -->\n"
    "<!-- offer.power --> !!python/object/apply:os.system ['touch owned']\n"
    "=cmd|' /C calc'!A0 $(touch owned) `touch owned` ; rm -rf ~"
)


def test_hostile_text_is_kept_as_text(isp: Isp, portfolio: Path, form: str) -> None:
    """Whatever stands in an answer is one: no command, no heading, no field, no markup."""
    back = filled(form, {"example": HOSTILE, "rating": "3"}, consent="yes", relation=ESCAPE)
    result = isp("assess", "receive", "-", stdin=back)
    assert result.exit_code == 0
    assert "control characters; they are kept spelt out" in result.stderr
    (file,) = (portfolio / "views").iterdir()
    raw = file.read_bytes()
    assert not any(code in raw for code in (b"\x1b", b"\x07", b"\xe2\x80\xae"))
    shown = isp("assess", "views")
    assert "\x1b" not in shown.stdout
    for line in ("[red]bold[/red] :smile:", "\\x1b]0;owned\\x07", "## A heading <!-- example.po"):
        assert line in shown.stdout
    assert shown.stdout.count("(\\x1b]0;owned\\x07\\x1b[2J)") == 2
    assert "Addressing power" not in shown.stdout
    assert not Path("owned").exists()


@pytest.mark.parametrize(
    "name",
    ["../../x", "/etc/passwd", "..", "CON", "a/b\\c", "~", "-", "\U0001f600", "\u65e5\u672c"],
)
def test_names_lead_to_no_other_folder(
    isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever somebody is called, files are made where they belong and nowhere else."""
    below = tmp_path / "one" / "two"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert isp("assess", "invite", "--competency", "teams", "--", name).exit_code == 0
    (form,) = below.iterdir()
    assert form.name.startswith("form-for-")
    back = filled(form.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), {"rating": "2"})
    assert isp("assess", "receive", "-", stdin=back).exit_code == 0
    (file,) = (portfolio / "views").iterdir()
    assert file.suffix == ".md"
    assert {path.name for path in tmp_path.iterdir()} == {"one", "portfolio"}
    assert {path.name for path in portfolio.iterdir()} >= {"invitations", "views"}


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize("name", ["", "  ", "\x1b[31mAda", "Peer\x07", "a" * 81, "\u202eadA"])
@pytest.mark.parametrize("words", [("invite", "NAME"), ("invite", "Peer", "--from", "NAME")])
def test_names_that_are_none(isp: Isp, portfolio: Path, name: str, words: tuple[str, ...]) -> None:
    """A name without letters, too long, or with control characters makes no form."""
    result = isp("assess", *(name if word == "NAME" else word for word in words))
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "The name is empty." in line or "A name has at most 80 letters" in line
    assert not portfolio.exists()


def test_a_form_that_takes_long_to_read(isp: Isp, portfolio: Path, form: str) -> None:
    """A million bytes of short lines, crosses and spaces are read and refused, not chewed on."""
    head = form[: form.index("Opportunity to see this")]
    noise = "x 3\n" * 100_000 + "Your rating " + " " * 200_000 + "\n" + "-" * 200_000
    said = refused(isp, portfolio, head + noise)
    assert "what stands outside the answers has more than 20,000 characters" in said
    noise = f"{head}An example of what you saw:\n" + "a\n" * 400_000
    assert "at most 20,000 are kept" in refused(isp, portfolio, noise)
