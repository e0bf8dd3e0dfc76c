"""What a person wrote comes back as it was written, from the prompt to the file and back."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from isp_cli.guide.model import Guide
from isp_cli.portfolio.store import Store
from isp_cli.reflect.dialogue import dialogue
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.conversation import hold
from isp_cli.sessions.structures import structure
from isp_cli.terminal.prompter import Move, Parting, Write
from tests.conftest import Isp, in_process_of_its_own
from tests.portfolio.strategies import AWKWARD, texts
from tests.scripted import Reply, ScriptedPrompter
from tests.sessions.test_conversation import ScriptedDesk

HOSTILE = "\n".join([*AWKWARD, "## 1. How? <!-- question.1 -->", "## <!-- what.so-what -->", "---"])
MEGABYTE = "A line of an answer, é 🙂.  \n" * 36_000 + "  The end.  "

NOT_IN_YAML = {ord(each): "" for each in "\x00\x0b\x85\u2028\ufeff"}
"""What JSON may have in a string that YAML reads otherwise."""

answers = (texts | st.text(max_size=200)).filter(str.strip)


def converse(folder: Path, *script: tuple[str, Reply], way: str = "") -> ScriptedPrompter:
    """Hold a conversation in a portfolio, as it were in a process of its own."""

    def talk(guide: Guide, prompter: object, record: Reflection) -> object:
        chosen = structure(way) if way else None
        return dialogue(guide, prompter, record, structure=chosen)  # type: ignore[arg-type]

    with ScriptedPrompter(*script) as prompter:
        hold(ScriptedDesk(folder, prompter), Reflection, talk, new=False)  # type: ignore[arg-type]
    return prompter


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(first=answers, second=answers, better=answers)
@example(first=HOSTILE, second=HOSTILE, better=HOSTILE)
@example(first="a\r\nb\r\n", second=" \n---\n", better="\ufeffrecord: note\n")
def test_whatever_is_written_comes_back(first: str, second: str, better: str) -> None:
    """Left half written, taken up, changed and finished, each answer is the very same text."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        converse(
            folder, ("what.what", first), ("what.so-what", Parting(second, Move.LATER)), way="what"
        )
        taken_up = converse(
            folder,
            ("what.so-what", Move.BACK),
            ("what.what", better),
            ("what.so-what", Move.SKIP),
            ("what.now-what", Move.SKIP),
        )
        shown = {each.key: each.current for each in taken_up.asked if isinstance(each, Write)}
        assert shown == {"what.what": first, "what.so-what": second, "what.now-what": ""}
        (kept,), broken = Store(folder).finished(Reflection)
        assert broken == []
        assert [each.text for each in kept.record.passages] == [better, second, ""]


def test_a_megabyte_in_one_answer(tmp_path: Path) -> None:
    """An answer as long as a book is kept, taken up and finished like any other."""
    assert len(MEGABYTE.encode()) > 1_000_000
    converse(tmp_path, ("what.what", MEGABYTE), ("what.so-what", Move.LATER), way="what")
    converse(tmp_path, ("what.so-what", "Much."), ("what.now-what", Move.SKIP))
    (kept,), _ = Store(tmp_path).finished(Reflection)
    assert kept.record.text("what.what") == MEGABYTE


@pytest.mark.parametrize("text", [HOSTILE.translate(NOT_IN_YAML), MEGABYTE])
def test_a_form_holds_what_is_written(isp: Isp, portfolio: Path, text: str) -> None:
    """What a form has in quotes comes out of --json as it went in."""
    said = {"question.1": text, "question.10.a": "Fine."}
    form = json.dumps({"answers": said}, ensure_ascii=False)
    assert isp("reflect", "--answers", "-", stdin=form).exit_code == 0
    shown = json.loads(isp("reflect", "show", "--json").stdout)["data"]
    assert shown["passages"]["question.1"] == text
    assert len(list((portfolio / "reflections").iterdir())) == 1


def test_letters_of_any_language_in_the_c_locale(portfolio: Path, tmp_path: Path) -> None:
    """Where the system says nothing about letters, they are kept and shown all the same."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = "שלום, مرحبا, żółć, 👩\u200d👩\u200d👧"
    form = tmp_path / "form.yaml"
    form.write_text(f"answers:\n  question.1: '{words}'\n", encoding="utf-8")
    done = in_process_of_its_own(
        "reflect", "--answers", str(form), portfolio=portfolio, environment=plain
    )
    assert (done.returncode, done.stderr.count("Kept in")) == (0, 1)
    (path,) = (portfolio / "reflections").iterdir()
    assert f"\n{words}\n".encode() in path.read_bytes()
    for command in (("show",), ("export",), ("list", "--text", words.split(",", maxsplit=1)[0])):
        shown = in_process_of_its_own(
            "reflect", *command, portfolio=portfolio, environment=plain
        ).stdout
        assert ("1 question answered" if command[0] == "list" else words) in shown


def test_an_untouched_template_is_no_answer(isp: Isp, portfolio: Path) -> None:
    """A form handed back as it was printed is refused, with either set of questions."""
    for way in ([], ["--as", "gibbs"]):
        form = isp("reflect", "template", *way).stdout
        result = isp("reflect", "--answers", "-", stdin=form)
        assert result.exit_code == 5
        assert "nothing is filled in yet" in result.stderr
    assert not portfolio.exists()
