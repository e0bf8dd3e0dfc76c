"""Records are kept whole, for nobody else to read, and one is never written over another."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.portfolio.store import Kept, Store
from isp_cli.reflect.record import Reflection
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.portfolio.samples import KINDS, Kind, contents, finished, reflection

LATIN_1 = "---\nrecord: reflection\n---\n\nPráctica\n".encode("latin-1")
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
by_others = pytest.mark.parametrize("content", [b"---\nmine\n", LATIN_1], ids=["text", "latin-1"])
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)


@pytest.fixture
def store(portfolio: Path) -> Store:
    """Return the store of this test's portfolio."""
    return Store(portfolio)


@posix_only
def test_nobody_else_can_look_into_the_portfolio(tmp_path: Path) -> None:
    """Files are for their owner alone, and so is every folder that isp makes on the way."""
    former = os.umask(0)
    try:
        store = Store(tmp_path / "deep" / "portfolio")
        kept = store.save(store.add(reflection()), reflection(text="More."))
        store.finish(kept, finished(kept.record))
        store.add(reflection())
    finally:
        os.umask(former)
    modes = {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_file()}
    assert modes == {0o600}
    modes = {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_dir()}
    assert modes == {0o700}


@posix_only
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """A folder that the person made, and may share on purpose, is left as it is."""
    portfolio = tmp_path / "shared"
    portfolio.mkdir(mode=0o755)
    mode = portfolio.stat().st_mode
    Store(portfolio).add(reflection())
    assert portfolio.stat().st_mode == mode


@every_kind
def test_a_second_record_of_a_day_gets_a_number(
    kind: Kind, isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records of one day lie side by side, and the earlier ones are not touched."""
    stop_clock(monkeypatch)
    before: dict[str, bytes] = {}
    for _ in range(3):
        result = isp(kind.verb, "--answers", "-", stdin=kind.form)
        assert result.exit_code == 0
        after = contents(portfolio)
        assert before.items() <= after.items()
        before = after
    names = [f"{kind.folder}/{kind.stem}{number}.md" for number in ("-2", "-3", "")]
    assert sorted(before) == sorted(names)


def test_a_second_draft_of_a_day_gets_a_number(store: Store) -> None:
    """A draft begun anew leaves the former one alone."""
    first, second = store.add(reflection()), store.add(reflection(text="Another."))
    assert first.path.name == "reflection-2027-01-04.md"
    assert second.path.name == "reflection-2027-01-04-2.md"
    assert first.path.read_text("utf-8") == first.text


def test_a_draft_moves_when_it_is_finished(store: Store) -> None:
    """A finished record leaves the drafts, with all that the person changed by hand in it."""
    kept = store.add(reflection())
    kept.path.write_text(kept.text + "## Mine\n\nMy own words.\n", "utf-8")
    ((kept,), _) = store.drafts(Reflection)
    done = store.finish(kept, finished(kept.record))
    assert done.path == store.folder / "reflections" / "2027-01-04-ten-questions.md"
    assert list(contents(store.folder)) == ["reflections/2027-01-04-ten-questions.md"]
    assert done.path.read_text("utf-8").endswith("## Mine\n\nMy own words.\n")
    assert store.drafts(Reflection) == ([], [])
    assert [each.record for each in store.finished(Reflection)[0]] == [done.record]


def test_a_draft_is_finished_over_nothing(store: Store) -> None:
    """A record of the same name that is there already stays, and the new one gets a number."""
    earlier = store.add(finished(reflection(text="Earlier.")))
    kept = store.add(reflection())
    done = store.finish(kept, finished(kept.record))
    assert done.path.name == "2027-01-04-ten-questions-2.md"
    assert earlier.path.read_text("utf-8") == earlier.text


def test_records_come_oldest_first(store: Store) -> None:
    """Records are in the order in which they were begun, whatever their files are called."""
    days = [3, 0, 1]
    kept = {day: store.add(finished(reflection(MOMENT + timedelta(days=day)))) for day in days}
    kept[3].path.rename(kept[3].path.with_name("a.md"))
    found, _ = store.finished(Reflection)
    assert [each.record for each in found] == [kept[day].record for day in sorted(days)]


def _changed_meanwhile(store: Store, content: bytes) -> tuple[Kept[Reflection], Path]:
    kept = store.add(reflection())
    kept.path.write_bytes(content)
    saved = store.save(kept, reflection(text="More."))
    assert saved.set_aside is not None
    return saved, saved.set_aside


@by_others
def test_a_file_that_somebody_else_changed_is_kept(store: Store, content: bytes) -> None:
    """What another program wrote into a draft meanwhile is set aside; both are kept."""
    saved, aside = _changed_meanwhile(store, content)
    assert aside.read_bytes() == content
    assert saved.path.read_text("utf-8") == saved.text
    assert "More." in saved.text
    assert store.save(saved, reflection(text="Most.")).set_aside is None


@by_others
def test_what_was_set_aside_is_not_written_over(store: Store, content: bytes) -> None:
    """A file that is changed again and again is set aside each time under a name of its own."""
    saved, first = _changed_meanwhile(store, content)
    saved.path.write_bytes(content + b"again")
    second = store.finish(saved, finished(saved.record)).set_aside
    assert second is not None
    assert first.read_bytes() == content
    assert second.read_bytes() == content + b"again"


def test_what_was_set_aside_is_not_gone_on_from(store: Store) -> None:
    """Both are listed, and the draft that is taken up next is the one with the latest answers."""
    draft = store.add(reflection(text="Theirs."))
    draft.path.unlink()
    saved, aside = _changed_meanwhile(store, draft.text.encode())
    assert [each.path for each in store.drafts(Reflection)[0]] == [aside, saved.path]


def test_a_draft_that_was_deleted_meanwhile_is_written_again(store: Store) -> None:
    """A draft whose folder has gone is there again with the next answer."""
    kept = store.add(reflection())
    kept.path.unlink()
    kept.path.parent.rmdir()
    saved = store.save(kept, reflection(text="More."))
    assert saved.set_aside is None
    assert saved.path.read_text("utf-8") == saved.text


def test_bytes_that_are_no_text_are_spelt_out_once_for_all(store: Store) -> None:
    """An answer with a stray byte is kept readable, and is not taken for another's change."""
    answer = reflection(text=b"caf\xe9".decode("utf-8", "surrogateescape"))
    kept = store.add(answer)
    assert store.save(kept, answer).set_aside is None
    ((found,), broken) = store.drafts(Reflection)
    assert found.record.text("question.1") == "caf\\udce9"
    assert broken == []
    assert store.save(found, found.record).text == found.text


def test_a_record_behind_a_link_is_written_through_it(store: Store, tmp_path: Path) -> None:
    """Who keeps a draft elsewhere finds the answers there, and the link in its place."""
    kept = store.add(reflection(text="Before"))
    elsewhere = tmp_path / "elsewhere.md"
    kept.path.rename(elsewhere)
    kept.path.symlink_to(elsewhere)
    store.save(kept, kept.record.with_text("question.2", "Two", "After"))
    assert kept.path.is_symlink()
    assert "After" in elsewhere.read_text(encoding="utf-8")


def test_what_was_finished_later_comes_later(store: Store) -> None:
    """A draft that lay for months is the latest when it is finished last."""
    long, short = reflection(), reflection(MOMENT + timedelta(days=2))
    store.add(long.with_values(status="finished", finished=MOMENT + timedelta(days=90)))
    store.add(finished(short))
    kept, _ = store.finished(Reflection)
    assert [each.record.id for each in kept] == [short.id, long.id]
