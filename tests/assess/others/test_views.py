"""Received again, changed, shown together, handed over, taken back: a portfolio with views."""

import csv
import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.assess.others.letters import ASSESSMENT, filled, form_for
from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock

Answer = Callable[..., str]


@pytest.fixture(autouse=True)
def _assessed(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep an assessment of brokering (2) and teams (4); stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert isp("assess", "--answers", "-", stdin=ASSESSMENT).exit_code == 0
    assert portfolio.exists()


@pytest.fixture
def answer(isp: Isp) -> Answer:
    """Return what asks somebody, files what they say of brokering and teams, and returns it."""

    def ask(name: str, brokering: str = "", teams: str = "", **end: str) -> str:
        both = ({"rating": brokering, "opportunity": "some"}, {"rating": teams})
        back = filled(form_for(isp, name), *both, **end)
        result = isp("assess", "receive", "-", stdin=back)
        assert result.exit_code == 0, result.stderr
        return back

    return ask


def test_a_form_received_twice(isp: Isp, portfolio: Path, answer: Answer) -> None:
    """The same form again is told, and not filed again, however its lines end."""
    back = answer("Peer", "4", consent="yes")
    again = isp("assess", "receive", "-", stdin=back.replace("\n", "\r\n"))
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout == (
        "This form of Peer was filed on 4 January 2027 already, word for word the same. It is not "
        "filed again.\n"
    )
    assert files_in(portfolio / "views") == ["2027-01-04-peer.md"]


def test_two_people_of_one_name(isp: Isp, answer: Answer) -> None:
    """That the second takes the place of the first is said, and how both can count."""
    answer("Peer", "4")
    second = form_for(isp, "Peer")
    said = isp("assess", "receive", "-", stdin=filled(second, {"rating": "2"})).stdout
    assert "The new one counts." in said
    assert "If these are two people called Peer" in said


def test_a_changed_second_version(
    isp: Isp, portfolio: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are kept, the later one counts, and the earlier one coming again changes nothing."""
    first = answer("Peer", "4", consent="yes")
    stop_clock(monkeypatch, MOMENT + timedelta(days=3))
    second = isp("assess", "receive", "-", stdin=first.replace("rating: 4", "rating: 5"))
    assert "which is kept beside it in 2027-01-04-peer.md. The new one counts." in second.stdout
    again = isp("assess", "receive", "-", stdin=first)
    assert "It is not filed again. A later one, of 7 January 2027, counts." in again.stdout
    assert files_in(portfolio / "views") == ["2027-01-04-peer.md", "2027-01-07-peer.md"]
    shown = isp("assess", "views").stdout
    assert "  Peer: 5 Even in tense" in shown
    assert "  Peer: 4" not in shown


def test_two_versions_in_one_second(isp: Isp, answer: Answer) -> None:
    """Given one after the other the second counts, though the clock shows the same."""
    first = answer("Sample peer", "4", consent="yes")
    Path("later.txt").write_text(first.replace("yes or no: yes", "yes or no: no"), "utf-8")
    assert isp("assess", "receive", "later.txt").exit_code == 0
    shown = isp("assess", "views").stdout
    assert "One view has come in that may not be shown alone." in shown
    assert "On my own" not in shown


def test_a_consent_taken_back_with_the_first_form(
    isp: Isp, portfolio: Path, answer: Answer
) -> None:
    """Who said no, then yes, and sends the no again: it is told how to let that one count."""
    first = answer("Sample peer", "4", consent="no")
    agreed = first.replace("yes or no: no", "yes or no: yes")
    assert isp("assess", "receive", "-", stdin=agreed).exit_code == 0
    again = isp("assess", "receive", "-", stdin=first).stdout
    later = portfolio / "views" / "2027-01-04-sample-peer-2.md"
    assert again.endswith(f"If they want it so again, delete that one: {later}\n")
    later.unlink()
    assert "On my own" not in isp("assess", "views").stdout


def test_three_without_consent(isp: Isp, answer: Answer) -> None:
    """Two are kept back; with the third all three are shown, the lowest first, without names."""
    answer("Supervisor", "5", relation="peer", comment="Keep going.")
    answer("Leader", "3", "2", consent="no")
    kept_back = isp("assess", "views")
    assert "Two views have come in that may not be shown alone." in kept_back.stdout
    assert "On my own" not in kept_back.stdout
    answer("Sponsor", "4", "dont know", consent="no")
    shown = isp("assess", "views").stdout
    assert "  Three without names, the lowest level first:\n    - 3 On" in shown
    assert "Opportunity they had to see it, the least first: some, some, some" in shown
    assert "Developing teams" not in shown
    above, _, asked = shown.partition("Who was asked")
    assert not any(
        name in above for name in ("Sponsor", "Supervisor", "Leader", "peer", "Keep going")
    )
    assert "Sponsor, 4 January 2027: came back on 4 January 2027" in asked
    data = json.loads(isp("assess", "views", "--json").stdout)["data"]
    assert [each["competency"] for each in data["competencies"]] == ["brokering"]
    assert data["competencies"][0]["without_names"]["levels"] == [3, 4, 5]


def test_two_with_consent_do_not_give_the_third_away(isp: Isp, answer: Answer) -> None:
    """On the page, as JSON and handed over, the third is not to be found."""
    answer("Peer", "5", consent="yes")
    answer("Sponsor", "5", consent="yes")
    answer("Supervisor", "1", "1", comment="Nothing so far.")
    pages = [isp("assess", "views").stdout, isp("assess", "views", "--json").stdout]
    ways = ("markdown", "json", "csv")
    pages += [isp("assess", "export", "--views", "--format", each).stdout for each in ways]
    for page in pages:
        assert "Peer" in page
        assert "Not yet" not in page
        assert "Nothing so far" not in page
        assert "Others see this in different ways" not in page
        assert "not-alike" not in page


def test_one_persons_view(isp: Isp, answer: Answer) -> None:
    """A name, or its beginning, shows that person's view, if they agreed to it."""
    answer("Sample colleague", "5", consent="yes")
    answer("Sponsor", "4", consent="no")
    form_for(isp, "Supervisor")
    shown = isp("assess", "views", "sample").stdout
    assert "Sample colleague: 5" in shown
    assert "Sponsor" not in shown
    for name, said in (
        ("sponsor", "Sponsor did not say that this may be shown on its own."),
        ("Supervisor", "Nothing has come back from Supervisor."),
        ("Nobody", "Nobody called 'Nobody' was asked."),
    ):
        result = isp("assess", "views", name)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr == f"{said} See who was asked with: isp assess views\n"


def test_taken_back(isp: Isp, portfolio: Path, answer: Answer) -> None:
    """What came from somebody, and that they were asked, can be deleted; others' stays."""
    answer("Peer", "5", consent="yes")
    answer("Peers", "4", consent="yes")
    wrong = isp("assess", "views", "--remove", "Pe")
    assert (wrong.exit_code, wrong.stdout) == (4, "")
    gone = isp("assess", "views", "--remove", "peer")
    assert (gone.exit_code, gone.stderr) == (0, "")
    assert gone.stdout.startswith("Deleted, all that there was of Peer:\n  - ")
    assert files_in(portfolio / "views") == ["2027-01-04-peers.md"]
    assert files_in(portfolio / "invitations") == ["2027-01-04-peers.md"]
    assert "Peer:" not in isp("assess", "views").stdout


def test_a_deleted_file_is_a_view_less(isp: Isp, portfolio: Path, answer: Answer) -> None:
    """Who deletes a file by hand has taken that view away, and with it the three."""
    for name in ("Peer", "Sponsor", "Supervisor"):
        answer(name, "4")
    assert "Three without names" in isp("assess", "views").stdout
    (portfolio / "views" / "2027-01-04-sponsor.md").unlink()
    shown = isp("assess", "views").stdout
    assert "On my own" not in shown
    assert "Two views have come in that may not be shown alone." in shown
    assert "Sponsor, 4 January 2027: not back so far" in shown


def test_a_later_assessment_has_views_of_its_own(
    isp: Isp, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A view stands beside the assessment that it was asked for, and others can be named."""
    answer("Peer", "5", consent="yes")
    stop_clock(monkeypatch, MOMENT + timedelta(days=180))
    isp("assess", "--answers", "-", stdin=ASSESSMENT.replace("confidence: 2", "confidence: 5"))
    first = isp("assess", "views").stdout
    assert "beside your assessment of 4 January 2027" in first
    assert "one view has" not in isp("assess", "show").stdout
    answer("Sponsor", "3", consent="yes")
    second = isp("assess", "views").stdout
    assert "beside your assessment of 3 July 2027" in second
    assert "Sponsor: 3" in second
    assert "Peer: 5" not in second
    assert isp("assess", "views", "--assessment", "2027-01-04").stdout.startswith(
        "Others' views, beside your assessment of 4 January 2027\n\n  - Peer, "
    )


def test_show_says_that_views_have_come_in(isp: Isp, answer: Answer) -> None:
    """The page of an assessment says how many, and where to look; before that, how to ask."""
    assert "there is none yet. To ask somebody: isp assess invite" in isp("assess", "show").stdout
    answer("Peer", "5")
    answer("Sponsor", "4")
    shown = " ".join(isp("assess", "show").stdout.split())
    assert "two views have come in. Side by side with yours: isp assess views" in shown


def test_without_an_assessment_of_ones_own(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One can ask before assessing oneself; what came back then goes with what one says later."""
    (portfolio / "assessments" / "2027-01-04.md").unlink()
    form = form_for(isp, "Peer", "--competency", "brokering")
    back = filled(form, {"rating": "4"}, consent="yes")
    assert isp("assess", "receive", "-", stdin=back).exit_code == 0
    assert "Rated by others, not by me" in isp("assess", "views").stdout
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    isp("assess", "--answers", "-", stdin=ASSESSMENT)
    assert "Seen by others and not by me" in isp("assess", "views").stdout
    assert "COMPETENCY 2 OF 2" in form_for(isp, "Sponsor")


def test_the_form_asks_what_was_chosen(isp: Isp) -> None:
    """A domain, competencies, or both; a name that fits nothing is told, and nothing is made."""
    form = form_for(isp, "Peer", "--domain", "sustaining", "--competency", "brokering")
    assert "COMPETENCY 1 OF" in form
    assert ": Brokering\n" in form
    assert "Co-design" not in form
    wrong = isp("assess", "invite", "Peer", "--competency", "juggling")
    assert (wrong.exit_code, wrong.stdout) == (4, "")


def test_a_form_that_cannot_be_written_asks_nobody(isp: Isp, portfolio: Path) -> None:
    """Where the file is refused, no invitation is kept."""
    Path("there.txt").write_text("Mine.", encoding="utf-8")
    for target in ("there.txt", "form.docx", "nowhere/form.txt", str(portfolio / "form.txt"), " "):
        result = isp("assess", "invite", "Peer", target)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1
    assert files_in(portfolio) == ["assessments/2027-01-04.md"]
    assert Path("there.txt").read_text(encoding="utf-8") == "Mine."
    assert "Nobody was asked so far." in isp("assess", "views").stdout


def test_the_form_opens_in_older_programs(isp: Isp) -> None:
    """In the file lines end as on Windows, and a mark says that it is UTF-8."""
    isp("assess", "invite", "Zo\u00eb", "form.txt")
    data = Path("form.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfHOW DO YOU SEE MY WORK?\r\n\r\nTo:   Zo\xc3\xab\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_name_says_what_the_form_is(isp: Isp) -> None:
    """It may be called Markdown, which opens in any editor; what it is not is refused."""
    assert isp("assess", "invite", "Peer", "form.md").exit_code == 0
    back = filled(Path("form.md").read_text(encoding="utf-8-sig"), {"rating": "4"})
    assert isp("assess", "receive", "-", stdin=back).exit_code == 0
    refused = isp("assess", "invite", "Peer", "form.yaml")
    assert (refused.exit_code, Path("form.yaml").exists()) == (2, False)


def test_the_next_form_has_the_same_name(isp: Isp) -> None:
    """Who asks is said once; the next form says it too, and one can change it."""
    assert "From: the person who sent you this\n" in form_for(isp, "Peer")
    assert "From: Sample practitioner\n" in form_for(
        isp, "Sponsor", "--from", "Sample practitioner"
    )
    assert "From: Sample practitioner\n" in form_for(isp, "Supervisor")


def test_several_files_at_once(isp: Isp, portfolio: Path) -> None:
    """The good ones are filed, and each of the others is told."""
    for name in ("Peer", "Sponsor"):
        text = filled(form_for(isp, name), {"rating": "4"}, consent="yes")
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    Path("odd.txt").write_text("Hello", encoding="utf-8")
    result = isp("assess", "receive", "Peer.txt", "odd.txt", "nowhere.txt", "Sponsor.txt")
    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "odd.txt",
        "nowhere.txt",
    ]
    assert files_in(portfolio / "views") == ["2027-01-04-peer.md", "2027-01-04-sponsor.md"]


def test_a_form_made_elsewhere(isp: Isp, portfolio: Path) -> None:
    """With --as it is filed under that name, though isp does not know its number."""
    form = form_for(isp, "Peer", "--portfolio", "other")
    back = filled(form, {"example": "They met."}, {"rating": "4"}, consent="yes")
    result = isp("assess", "receive", "-", "--as", "Sample p.", stdin=back)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = isp("assess", "views", "Sample p").stdout
    assert "Example: They met." in shown
    assert files_in(portfolio / "invitations") == []


def test_a_form_that_somebody_else_filled_in(isp: Isp, answer: Answer) -> None:
    """Passed on to a colleague it is filed under that name, and takes nobody's place."""
    first = answer("Peer", "4", consent="yes")
    other = first.replace("rating: 4", "rating: 5")
    assert isp("assess", "receive", "-", "--as", "Sponsor", stdin=other).exit_code == 0
    shown = isp("assess", "views").stdout
    assert "  Peer: 4 On my own" in shown
    assert "  Sponsor: 5 Even in tense" in shown


def test_a_view_that_cannot_be_read_is_told(isp: Isp, portfolio: Path, answer: Answer) -> None:
    """What somebody spoilt by hand is named with its line, and the others are shown."""
    answer("Peer", "5", consent="yes")
    answer("Sponsor", "4", consent="yes")
    file = portfolio / "views" / "2027-01-04-sponsor.md"
    file.write_text(file.read_text(encoding="utf-8").replace("rating: 4", "rating: 9"), "utf-8")
    result = isp("assess", "views")
    assert result.exit_code == 0
    assert "Peer: 5" in result.stdout
    assert "ratings.brokering.rating: is 9" in result.stderr


def test_handed_over(isp: Isp, answer: Answer) -> None:
    """As a document and as rows it holds the own rating beside those that may be shown."""
    answer("Peer", "5", "no opportunity", consent="yes", relation="=peer")
    for name in ("Sponsor", "Supervisor", "Leader"):
        answer(name, {"Sponsor": "4", "Supervisor": "1", "Leader": "2"}[name])
    document = isp("assess", "export", "--views").stdout
    assert "- Own rating: 2 With preparation and some support\n- Peer: 5 Even" in document
    assert "- Without a name: 1 Not yet" in document
    rows = list(csv.reader(io.StringIO(isp("assess", "export", "--views", "views.csv").stdout)))
    assert rows == []
    text = Path("views.csv").read_bytes().decode()
    found = [row[1:2] + row[3:] for row in csv.reader(io.StringIO(text, newline=""))]
    assert found[1:] == [
        ["brokering", "self", "confidence", "2", ""],
        ["brokering", "Peer", "view", "5", "some"],
        *(["brokering", "without-name", "view", level, ""] for level in ("1", "2", "4")),
        *(["brokering", "without-name", "opportunity", "", "some"] for _ in range(3)),
        ["teams", "self", "confidence", "4", ""],
        ["teams", "Peer", "view", "no-opportunity", ""],
    ]
    data = json.loads(isp("assess", "export", "--views", "--format", "json").stdout)
    assert data["schema"] == "isp.views/1"


def test_handed_over_it_stays_in_its_place(isp: Isp) -> None:
    """What somebody wrote is no HTML and no heading of the document, and nothing of it is lost."""
    back = filled(
        f"Hello, here it is.\n{form_for(isp, 'Sample peer')}",
        {"opportunity": "none", "example": "# Brokering\n<img src=x onerror=alert(1)>"},
        consent="yes",
    )
    assert isp("assess", "receive", "-", stdin=back).exit_code == 0
    document = isp("assess", "export", "--views").stdout
    assert "\n#### Brokering\n\\<img src=x onerror=alert(1)>\n" in document
    assert "- Sample peer: no opportunity; opportunity: none\n" in document
    assert "## In general, Sample peer\n\nHello, here it is.\n" in document
    data = json.loads(isp("assess", "views", "--json").stdout)["data"]
    assert data["named"][0]["also"] == "Hello, here it is."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "--views", "--all"), "--views goes with one assessment."),
        (("views", "Peer", "--remove", "Peer"), "--remove stands alone."),
        (("invite", "Peer", "-", "--json"), "--json and the form cannot both be printed."),
        (("receive", "a", "b", "--as", "Peer"), "--as goes with one form alone."),
    ],
)
def test_options_that_do_not_go_together(isp: Isp, words: tuple[str, ...], said: str) -> None:
    """What cannot be meant is told in one line."""
    result = isp("assess", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


def test_nothing_to_hand_over(isp: Isp, answer: Answer) -> None:
    """Where nothing may be shown, nothing is handed over."""
    answer("Peer", "5")
    result = isp("assess", "export", "--views")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("There are no views that may be shown so far.")
