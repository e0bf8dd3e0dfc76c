"""What others see beside the self-rating, and who was asked, as lines."""

from collections.abc import Iterator, Mapping, Sequence

from isp_cli.assess.others.agreement import WORDS
from isp_cli.assess.others.beside import Beside, SideBySide, Sight
from isp_cli.assess.others.filing import Filed
from isp_cli.assess.others.form import FEWEST, how_long
from isp_cli.assess.others.gathering import Gathered
from isp_cli.assess.others.inviting import Invited
from isp_cli.assess.others.record import ALSO, COMMENT, Invitation, View
from isp_cli.assess.others.shown import Shown, Together
from isp_cli.assess.others.wording import APART_WORDS, OPPORTUNITY_WORDS, spoken
from isp_cli.assess.record import Apart
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.portfolio.store import Kept
from isp_cli.terminal.screen import Line, heading, title

NOT_ADDED_UP = (
    "A view is how it looks from where somebody stands. Where yours and theirs differ, neither is "
    "the right one; it is something to talk about. Nothing is added up or averaged."
)


def gathered_page(found: Gathered, guide: Guide) -> Iterator[Line]:
    """Yield the views beside the self-rating, and who was asked."""
    if found.side.competencies:
        yield from views_page(found.side, guide)
    elif found.came or found.invitations:
        yield title("Others' views")
        yield Line()
        yield from _kept_back(found.side.shown)
        if not found.side.shown.waiting:
            yield Line("There is nothing to show so far.")
    else:
        yield Line("Nobody was asked so far. To ask somebody: isp assess invite NAME")
    if found.invitations:
        yield from heading("Who was asked")
    for each in found.invitations:
        back = found.came.get(each.number)
        state = f"came back on {back.day}" if back else "not back so far"
        yield Line(f"{each.name}, {each.day}: {state}", mark="-", indent=2)


def views_page(found: SideBySide, guide: Guide) -> Iterator[Line]:
    """Yield where the views agree with the self-rating and where not, then each in full."""
    names = {each.id: each.name for each in guide.competencies}
    own = f"your assessment of {found.assessment.day}" if found.assessment else ""
    yield title(f"Others' views, beside {own}" if own else "Others' views")
    yield Line()
    for view in found.shown.named:
        yield Line(f"{_who(view.name, view.relation)}, {view.day}", mark="-", indent=2)
    if found.shown.count:
        yield Line(f"{spoken(found.shown.count)} without names", mark="-", indent=2)
    for agreement, words in WORDS.items():
        members = [each for each in found.competencies if each.agreement == agreement]
        if members:
            yield from heading(words)
            for each in members:
                yield Line(_name(names, each.competency), mark="-", indent=2)
    for each in found.competencies:
        yield from heading(_name(names, each.competency))
        yield from _beside(each)
    yield from _in_general(found.shown)
    if found.shown.waiting:
        yield Line()
        yield from _kept_back(found.shown)
    yield Line()
    yield Line(NOT_ADDED_UP)


def _beside(each: Beside) -> Iterator[Line]:
    yield Line(f"{WORDS[each.agreement]}.", indent=2)
    yield Line(f"You: {rating_words(each.mine)}", indent=2)
    if each.example.strip():
        yield Line(f"Example: {each.example}", indent=4)
    for sight in each.named:
        yield from _sight(sight)
    yield from _together(each.together)
    for offer in each.offers:
        yield Line(f"What {offer.name} could share, or who could:", indent=2)
        yield Line(offer.text, indent=4)


def _sight(sight: Sight) -> Iterator[Line]:
    who = _who(sight.name, sight.relation)
    yield Line(f"{who}: {rating_words(sight.answer)}", indent=2)
    could = OPPORTUNITY_WORDS[sight.opportunity] if sight.opportunity else "not answered"
    yield Line(f"Opportunity to see it: {could}", indent=4)
    for label, text in (("Example", sight.example), ("Also written", sight.also)):
        if text.strip():
            yield Line(f"{label}: {text}", indent=4)


def _together(together: Together) -> Iterator[Line]:
    if together.levels:
        yield Line(
            f"{spoken(len(together.levels)).capitalize()} without names, the lowest level first:",
            indent=2,
        )
        for level in together.levels:
            yield Line(rating_words(level), mark="-", indent=4)
        if together.opportunities:
            could = ", ".join(OPPORTUNITY_WORDS[each] for each in together.opportunities)
            yield Line(f"Opportunity they had to see it, the least first: {could}", indent=4)
    if together.apart:
        said = ", ".join(APART_WORDS[each] for each in together.apart)
        yield Line(f"Without names and without a level: {said}", indent=2)


def _in_general(may: Shown) -> Iterator[Line]:
    said = [
        (view, text) for view in may.named for key in (COMMENT, ALSO) if (text := view.text(key))
    ]
    if said:
        yield from heading("Said in general")
    for view, text in said:
        yield Line(f"{view.name}:", indent=2)
        yield Line(text, indent=4)


def _kept_back(may: Shown) -> Iterator[Line]:
    if may.waiting:
        subject = (
            "One view has" if may.waiting == 1 else f"{spoken(may.waiting).capitalize()} views have"
        )
        yield Line(
            f"{subject} come in that may not be shown alone. Such views are shown "
            f"{spoken(FEWEST)} at a time, without names."
        )


def invitation_page(made: Invited, guide: Guide) -> Iterator[Line]:
    """Yield what a form that was made asks, and what to do with it."""
    names = {each.id: each.name for each in guide.competencies}
    asked = made.invitation.competencies
    yield Line(f"The form asks {made.invitation.name} about:")
    for each in asked:
        yield Line(_name(names, each), mark="-", indent=2)
    yield Line()
    yield Line(f"It takes {how_long(len(asked))}. Fewer competencies make it easier to say yes.")
    if not made.invitation.asked_by:
        yield Line("It does not say who asks; --from YOUR-NAME puts that in.")
    if made.before:
        yield Line(f"{made.invitation.name} got a form on {made.before.day} already.")
    yield Line("Send it in any way. When it comes back: isp assess receive FILE")


def filed_lines(filed: Filed) -> Iterator[Line]:
    """Yield what became of a form that came back."""
    view = filed.kept.record
    if filed.outcome == "twice":
        later = filed.before and filed.before.path != filed.kept.path
        follows = ""
        if later and filed.before:
            follows = f" A later one, of {filed.before.record.day}, counts."
            if filed.before.record.consent and not view.consent:
                follows += (
                    " That one may be shown on its own, and this one may not. If they want it so "
                    f"again, delete that one: {filed.before.path}"
                )
        yield Line(
            f"This form of {view.name} was filed on {view.day} already, word for word the same. "
            f"It is not filed again.{follows}"
        )
        return
    yield Line(f"The view of {view.name} is filed: {filed.kept.path}")
    if filed.before:
        yield Line(
            f"It differs from the one of {filed.before.record.day}, which is kept beside it in "
            f"{filed.before.path.name}. The new one counts."
        )
        if filed.before.record.form != view.form:
            yield Line(
                f"They came on two forms. If these are two people called {view.name}, ask one of "
                "them anew under another name: only then do both count."
            )
    if not view.consent:
        yield Line("It is not shown on its own, only with at least two others, without names.")


def removed_lines(gone: Sequence[Kept[View] | Kept[Invitation]]) -> Iterator[Line]:
    """Yield which files were deleted."""
    yield Line(f"Deleted, all that there was of {gone[0].record.name}:")
    for each in gone:
        yield Line(str(each.path), mark="-", indent=2)


def rating_words(answer: int | Apart | None) -> str:
    """Return an answer in words, with the number of a level before them."""
    if answer is None:
        return "not answered"
    if isinstance(answer, int):
        return f"{answer} {scales().words('confidence', answer)}"
    return APART_WORDS[answer]


def _who(name: str, relation: str) -> str:
    return f"{name} ({relation})" if relation else name


def _name(names: Mapping[str, str], competency: str) -> str:
    return names.get(competency, f"{competency} (not in this guide)")
