"""Questions that the tests of every prompter put."""

from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter, Write

FRUIT = tuple(Choice(name, f"{name.capitalize()}s") for name in ("apple", "pear", "plum"))
MANY = tuple(
    Choice(name, f"Word {number}: {name}")
    for number, name in enumerate(
        ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"), start=1
    )
)

CHOOSE = Choose(key="fruit", text="Which fruit?", choices=FRUIT)
CHOOSE_MANY = Choose(key="word", text="Which word?", choices=MANY)
SEVERAL = ChooseSeveral(key="fruits", text="Which fruits?", choices=FRUIT, least=1, optional=False)
SEVERAL_MANY = ChooseSeveral(key="words", text="Which words?", choices=MANY)
ENTER = Enter(
    key="year",
    text="Which year?",
    check=lambda text: None if text.strip().isdigit() else f"'{text}' is no year.",
)
WRITE = Write(key="why", text="Why?")
