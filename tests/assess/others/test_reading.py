"""What people do to a form, and what programs for text and mail do to it: read for its meaning."""

import json
import quopri
from pathlib import Path
from typing import Any

import pytest

from isp_cli.assess.others.form import form as form_text
from isp_cli.assess.others.sheet import OF_THE_FORM
from isp_cli.assess.others.wording import consent_in, level_in, opportunity_in
from isp_cli.guide.model import Guide
from isp_cli.strictyaml import parse
from tests.assess.others.letters import filled, form_for
from tests.conftest import Isp
from tests.moments import stop_clock

ANSWERS = {
    "opportunity": "a lot",
    "rating": "4",
    "example": "She said: \u201cLet\u2019s meet.\u201d\n\nThey did \u2014 twice.",
    "offer": "Ask Zo\u00eb.",
}
END = {"relation": "peer", "consent": "yes", "comment": "All the best!"}
EXAMPLE = ANSWERS["example"]


@pytest.fixture(autouse=True)
def _stands_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)


def received(isp: Isp, portfolio: Path, data: str | bytes) -> dict[str, Any]:
    """Return the one view that `data` leads to: its fields, and its passages by key."""
    path = Path("back.txt")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    result = isp("assess", "receive", str(path))
    assert result.exit_code == 0, result.stderr
    (file,) = (portfolio / "views").glob("*.md")
    text = file.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    passages = {}
    for section in body.split("\n## ")[1:]:
        heading, _, written = section.partition("\n")
        passages[heading.partition("<!-- ")[2].removesuffix(" -->")] = written.strip()
    found: dict[str, Any] = parse(front)
    return found | {"passages": passages, "said": result.stderr}


def usual(isp: Isp) -> str:
    """Return a form about brokering as it comes back when nothing happens to it."""
    form = form_for(isp, "Peer", "--competency", "brokering", "--from", "Zo\u00eb Sample")
    return filled(form, ANSWERS, **END)


def quoted(text: str) -> str:
    """Return `text` as a program for mail quotes it in a reply."""
    return "".join(f"> {line}\n" if line else ">\n" for line in text.split("\n"))


def as_mail(text: str) -> bytes:
    """Return `text` as it stands in the source of a mail."""
    return quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")


THROUGH_PROGRAMS = {
    "as it is": lambda text: text,
    "Windows": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "old Mac": lambda text: text.replace("\n", "\r"),
    "Notepad, Unicode": lambda text: text.encode("utf-16"),
    "big-endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "Word's line breaks": lambda text: text.replace("\n", "\x0b"),
    "no-break spaces": lambda text: text.replace(": ", ":\xa0"),
    "quoted": quoted,
    "quoted twice": lambda text: quoted(quoted(text)),
    "quoted, no space": lambda text: "".join(f">{line}\n" for line in text.split("\n")),
    "mail source": as_mail,
    "extra empty lines": lambda text: text.replace("\n", "\n\n"),
    "empty form below": lambda text: f"{text}\nZo\u00eb wrote:\n{quoted(emptied(text))}",
    "bold labels": lambda text: text.replace("Your rating:", "**Your rating:**"),
    "small letters": lambda text: text.replace("Your rating:", "your rating :"),
    "colon gone": lambda text: text.replace("Your rating:", "Your rating"),
    "on the line below": lambda text: text.replace("rating: 4", "rating:\n\n4"),
    "no rules": lambda text: text.replace("-" * 70 + "\n", ""),
    "no explanations": lambda text: "\n".join(
        line for line in text.split("\n") if not line.startswith(("- ", "  "))
    ),
    "wrapped again": lambda text: text.replace("opportunity did", "opportunity\ndid"),
    "signature below": lambda text: text + "\n-- \nAda Sample\nSent from my phone\n",
    "heading in Markdown": lambda text: text.replace("COMPETENCY", "## Competency"),
}  # fmt: skip


def emptied(text: str) -> str:
    """Return the form without its answers."""
    for answer in (*ANSWERS.values(), *END.values()):
        text = text.replace(f": {answer}\n", ": \n")
    return text


@pytest.mark.parametrize("way", THROUGH_PROGRAMS)
def test_what_programs_do_to_it(isp: Isp, portfolio: Path, way: str) -> None:
    """However the form came back, it says the same, and nothing is taken for somebody's words."""
    data = THROUGH_PROGRAMS[way](usual(isp))  # type: ignore[no-untyped-call]
    found = received(isp, portfolio, data)
    assert found["ratings"] == {"brokering": {"opportunity": "much", "rating": 4}}
    assert (found["relation"], found["consent"]) == ("peer", True)
    assert found["passages"] == {
        "example.brokering": EXAMPLE,
        "offer.brokering": "Ask Zo\u00eb.",
        "comment": "All the best!",
    }


def test_not_saved_as_utf_8(isp: Isp, portfolio: Path) -> None:
    """What an older Windows saved is read, and it is said that letters may be wrong."""
    found = received(isp, portfolio, usual(isp).encode("cp1252"))
    assert found["passages"]["example.brokering"] == EXAMPLE
    assert "not saved as UTF-8" in found["said"]


def test_answered_between_quoted_lines(isp: Isp, portfolio: Path) -> None:
    """In a reply the quoted lines have a mark, and the answers below them have none."""
    form = form_for(isp, "Peer", "--competency", "brokering")
    reply = quoted(form).replace("> Your rating: \n", "> Your rating: \n\n3\n\n")
    found = received(isp, portfolio, reply)
    assert found["ratings"]["brokering"]["rating"] == 3


def test_a_quotation_in_an_answer_stays(isp: Isp, portfolio: Path) -> None:
    """Where the form is not quoted, a ">" is somebody's own."""
    form = form_for(isp, "Peer", "--competency", "brokering")
    found = received(isp, portfolio, filled(form, {"example": "She wrote:\n> Let us meet."}))
    assert found["passages"]["example.brokering"] == "She wrote:\n> Let us meet."


def test_a_mark_in_the_list(isp: Isp, portfolio: Path) -> None:
    """Who puts a cross beside a level in place of writing its number is understood."""
    form = form_for(isp, "Peer", "--competency", "brokering").replace("\n  3  On", "\n[x] 3  On")
    found = received(isp, portfolio, form)
    assert found["ratings"] == {"brokering": {"opportunity": None, "rating": 3}}
    assert found["passages"] == {}


def test_words_beside_the_answers_are_kept(isp: Isp, portfolio: Path) -> None:
    """A greeting, a remark in between and a reason behind a number are not lost."""
    text = usual(isp).replace("rating: 4", "rating: 4, since I only saw the start")
    text = f"Hello Zo\u00eb, here it is.\n\n{text}"
    text = text.replace("What it is, as", "I love this one!\n\nWhat it is, as")
    found = received(isp, portfolio, text)
    assert found["ratings"]["brokering"]["rating"] == 4
    assert found["passages"]["also"] == "Hello Zo\u00eb, here it is."
    assert found["passages"]["also.brokering"] == (
        "I love this one!\nYour rating: 4, since I only saw the start"
    )


def test_words_below_the_end_are_kept(isp: Isp, portfolio: Path) -> None:
    """Who opens a text and goes to its end writes there; a signature below that is none."""
    found = received(isp, portfolio, f"{usual(isp)}\nOne thing more.\n\n-- \nSample peer\n")
    assert found["passages"]["also"] == "One thing more."


def test_a_form_filled_in_part(isp: Isp, portfolio: Path) -> None:
    """What is left out, or cut out, is unanswered."""
    form = form_for(isp, "Peer")
    cut = form[: form.index("COMPETENCY 2 OF")]
    found = received(isp, portfolio, filled(cut, {"rating": "2"}))
    assert list(found["ratings"].values()) == [{"opportunity": None, "rating": 2}]
    assert found["consent"] is False


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("4", 4), (" 4. ", 4), ("(4)", 4), ("four", 4), ("Level 4", 4), ("\uff14", 4)),
        *(("4 - On my own, in most settings", 4), ("On my own, in most settings", 4)),
        *(("", None), ("-", None), ("____", None), ("?", "dont-know"), ("Not sure", "dont-know")),
        *(("don't know", "dont-know"), ("I don\u2019t know", "dont-know")),
        *(("No opportunity!", "no-opportunity"), ("no-opportunity", "no-opportunity")),
        *(("N/A", "not-applicable"), ("n.a.", "not-applicable"), ("*", None)),
    ],
)
def test_ratings_as_people_write_them(written: str, meant: int | str | None) -> None:
    """A rating is understood however it is spelt."""
    assert level_in(written).value == meant
    assert not level_in(written).more


@pytest.mark.parametrize(
    "written", ["6", "0", "3-4", "3 or 4", "3/5", "4.5", "3,5", "10", "good", "-1000", "\u0664x"]
)
def test_ratings_that_say_no_one_thing(written: str) -> None:
    """Where it is not clear which level is meant, isp does not choose one."""
    with pytest.raises(ValueError, match="write one number from 1 to 5, or: don't know"):
        level_in(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("none", "none"), ("No", "none"), ("No opportunity at all", "none"), ("", None)),
        *(("A little.", "little"), ("little", "little"), ("Some, in meetings", "some")),
        *(("A LOT", "much"), ("lots", "much"), ("much", "much")),
    ],
)
def test_opportunity_as_people_write_it(written: str, meant: str | None) -> None:
    """How much somebody could see is understood however it is spelt."""
    assert opportunity_in(written).value == meant


@pytest.mark.parametrize("written", ["much less than you think", "3", "every day", "no idea"])
def test_opportunity_that_is_not_clear(written: str) -> None:
    """What is none of the four is asked for again, in their words."""
    with pytest.raises(ValueError, match="write one of: none, a little, some, a lot"):
        opportunity_in(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", True), ("Yes, of course!", True), ("Y", True), ("no", False), ("No, thanks", False)]
    + [(each, None) for each in ("", "maybe", "Yes, but not my name", "yes/no", "not yet")],
)
def test_consent_is_a_plain_yes(written: str, meant: bool | None) -> None:
    """Whatever is more than a yes is none."""
    assert consent_in(written) is meant


def test_an_unclear_consent_is_taken_as_no_and_said(isp: Isp, portfolio: Path) -> None:
    """The words are kept, so that one can ask."""
    text = usual(isp).replace("yes or no: yes", "yes or no: Yes, but not my name")
    found = received(isp, portfolio, text)
    assert found["consent"] is False
    assert found["passages"]["also"] == "Yes, but not my name"
    assert "no plain yes: taken as no" in found["said"]


def test_no_line_to_read_looks_like_one_to_fill_in(guide: Guide) -> None:
    """Of what isp writes in a form, only the labels and headings are taken for such."""
    lines = form_text("Peer", "Zo\u00eb", "1-2", guide.competencies).split("\n")
    count = len(guide.competencies)
    assert sum(bool(OF_THE_FORM.match(line)) for line in lines) == count * 5 + 3 + 1 + 1
    assert max(len(line) for line in lines if not line.startswith("COMPETENCY")) <= 70
    assert not any("=" in line for line in lines)


def test_a_heading_that_was_broken(isp: Isp, portfolio: Path) -> None:
    """Programs for mail break long lines; the beginning of a name and its place will do."""
    form = form_for(isp, "Peer", "--competency", "brokering", "--competency", "power")
    broken = form.replace("Addressing power", "Addressing\npower")
    assert broken != form
    found = received(isp, portfolio, filled(broken, {"rating": "2"}, {"rating": "3"}))
    assert {name: each["rating"] for name, each in found["ratings"].items()} == {
        "brokering": 2,
        "power": 3,
    }


def test_a_guide_of_ones_own(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A form about another guide is received with that guide, and not with this."""
    from tests.guides import small_guide

    other = str(small_guide(tmp_path))
    form = form_for(isp, "Peer", "--guide", other)
    back = filled(form, {"rating": "5"}, consent="yes")
    refused = isp("assess", "receive", "-", stdin=back)
    assert refused.exit_code == 5
    assert "about another guide, 'small'" in refused.stderr
    taken = isp("assess", "receive", "-", "--guide", other, "--json", stdin=back)
    assert json.loads(taken.stdout)["data"][0]["outcome"] == "filed"
    assert (portfolio / "views").exists()
