"""What a task list may look like by the time isp reads it, for properties to hold over."""

from hypothesis import strategies as st

BULLETS = st.sampled_from(["-", "*", "+", "1.", "12)"])
INDENTS = st.sampled_from(["", "  ", "    ", "\t", "\t\t"])
MARKS = st.sampled_from([" ", "x", "X", "-", "/", ">", "!"])
WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
    max_size=20,
).map(lambda text: f"do {text}")
SIGNS = st.lists(
    st.sampled_from(
        [
            *(" 📅 2027-01-15", "📅2027-02-31", " 📆 2027-03-01", " ⏳ 2027-01-10"),
            *(" 🛫 2027-01-02", " 🔁 every month on the 1st", " ✅ 2027-01-12", " ❌ 2027-01-13"),
            *(" ⏫", " 🔽", " #work", " 🆔 abc123", " ⛔ abc123", " 🏁 delete", " ^block-1", "  "),
        ]
    ),
    max_size=4,
).map("".join)
TASKS = st.builds(
    lambda indent, bullet, mark, words, signs: f"{indent}{bullet} [{mark}] {words}{signs}",
    INDENTS,
    BULLETS,
    MARKS,
    WORDS,
    SIGNS,
)
OTHERS = st.one_of(
    st.sampled_from(["", "   ", "-[ ] no", "- [] no", "[ ] no", "- a note", "### A heading"]),
    st.builds(lambda indent, words: f"{indent}  - {words}", INDENTS, WORDS),
    WORDS,
)


@st.composite
def task_lists(draw: st.DrawFn) -> str:
    """Draw the text of a passage with at least one task among other lines."""
    lines = draw(st.lists(st.one_of(TASKS, OTHERS), max_size=8))
    lines.insert(draw(st.integers(0, len(lines))), draw(TASKS))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)
