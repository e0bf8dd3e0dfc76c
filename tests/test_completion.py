"""What the shell offers when a person presses Tab."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from isp_cli.app import VERBS
from isp_cli.guide.kinds import KINDS
from tests.conftest import Isp, in_process_of_its_own
from tests.guides import small_guide

Complete = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def completed(tmp_path: Path) -> Complete:
    """Return what asks, as bash does, how the last word of a line may go on."""

    def ask(
        line: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        asked = {
            "_ISP_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split(" ")) - 1),
        }
        return in_process_of_its_own(
            portfolio=tmp_path / "portfolio", environment={**asked, **(environment or {})}
        )

    return ask


def offered(ended: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the words that the shell is given, after a silent and good end."""
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.split()


def test_verbs_are_offered(completed: Complete) -> None:
    """After `isp` come the verbs."""
    assert offered(completed("isp ")) == list(VERBS)
    assert offered(completed("isp br")) == ["browse"]


def test_kinds_are_offered(completed: Complete) -> None:
    """After `isp browse` come the kinds, singular and plural."""
    words = [word for kind in KINDS for word in dict.fromkeys((kind.one, kind.many))]
    assert offered(completed("isp browse ")) == words
    assert offered(completed("isp browse comp")) == ["competency", "competencies"]


def test_names_are_offered(completed: Complete) -> None:
    """After a kind come the names of what there is, by the ids that a shell need not quote."""
    assert offered(completed("isp browse competency br")) == ["brokering"]
    assert offered(completed("isp browse competencies co-")) == ["co-learning", "co-design"]


def test_every_name_that_is_offered_is_understood(completed: Complete, isp: Isp) -> None:
    """What the shell fills in, the command takes."""
    for line in ("isp browse question 1", "isp browse about f"):
        for name in offered(completed(line)):
            assert isp(*line.split(" ")[1:-1], name).exit_code == 0


def test_options_before_the_verb_do_not_matter(completed: Complete) -> None:
    """The line may begin with general options, or have them in between."""
    assert offered(completed("isp --plain browse competency br")) == ["brokering"]
    assert offered(completed("isp browse --plain competency br")) == ["brokering"]


def test_names_of_the_guide_in_use_are_offered(completed: Complete, tmp_path: Path) -> None:
    """With a guide of one's own, its names are offered and not those of the other."""
    path = str(small_guide(tmp_path))
    assert offered(completed(f"isp --guide {path} browse competency ")) == ["listening"]
    assert offered(completed("isp browse competency ", {"ISP_GUIDE": path})) == ["listening"]


@pytest.mark.parametrize(
    "content",
    [None, b"format: [", b"\xff\xfe", b"competencies: text\n"],
    ids=["missing", "not YAML", "not UTF-8", "no list of competencies"],
)
def test_broken_guide_offers_nothing_and_says_nothing(
    completed: Complete, tmp_path: Path, content: bytes | None
) -> None:
    """A message in the middle of a line that is being typed would help nobody."""
    path = tmp_path / "guide.yaml"
    if content is not None:
        path.write_bytes(content)
    assert offered(completed("isp browse competency br", {"ISP_GUIDE": str(path)})) == []


@pytest.mark.parametrize("line", ["isp browse nothing br", "isp browse --nothing br"])
def test_nothing_is_offered_where_nothing_is_known(completed: Complete, line: str) -> None:
    """A wrong word earlier on the line, or words of one's own, are no reason to speak up."""
    assert offered(completed(line)) == []


def test_completing_makes_no_portfolio(completed: Complete, tmp_path: Path) -> None:
    """Pressing Tab leaves nothing on disk."""
    completed("isp assess ")
    assert not (tmp_path / "portfolio").exists()
