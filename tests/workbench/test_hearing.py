"""Names by their sound: how well-known ones are written in Cyrillic and Greek letters."""

from __future__ import annotations

from factcheck.workbench.hearing import heard_in, is_heard, sounds_of

WRITTEN = {
    "Томас Райт": "Thomas Wright",
    "Марен Хольт": "Maren Holt",
    "Мэрен Холт": "Maren Holt",
    "Хосе Гарсия": "José García",
    "Джордж Буш": "George Bush",
    "Майкл Джексон": "Michael Jackson",
    "Уильям Шекспир": "William Shakespeare",
    "Джеймс Найт": "James Knight",
    "Джон Смит": "John Smith",
    "Эмма Уотсон": "Emma Watson",
    "Хью Грант": "Hugh Grant",
    "Ангела Меркель": "Angela Merkel",
    "Эммануэль Макрон": "Emmanuel Macron",
    "Джорджа Мелони": "Giorgia Meloni",
    "Чарльз Диккенс": "Charles Dickens",
    "Жак Ширак": "Jacques Chirac",
    "Элизабет Тейлор": "Elizabeth Taylor",
    "Урсула фон дер Ляйен": "Ursula von der Leyen",
    "Олаф Шольц": "Olaf Scholz",
    "Джо Байден": "Joe Biden",
    "Дональд Трамп": "Donald Trump",
    "Τόμας Ράιτ": "Thomas Wright",
    "Τζον Σμιθ": "John Smith",
    "Μάικλ Τζάκσον": "Michael Jackson",
    "Τζορτζ Μπους": "George Bush",
    "Кир Стармер": "Keir Starmer",
    "Борис Джонсон": "Boris Johnson",
    "Стивен Кинг": "Stephen King",
    "Дженнифер Лопес": "Jennifer Lopez",
    "Педро Санчес": "Pedro Sánchez",
    "Си Цзиньпин": "Xi Jinping",
    "Анна Шмидт": "Anna Schmidt",
    "Фридрих Мерц": "Friedrich Merz",
    "Жан Дюпон": "Jean Dupont",
    "Роберт Воан": "Robert Vaughan",
    "Кэтрин Уокер": "Catherine Walker",
    "Эндрю Кларк": "Andrew Clark",
    "Кристофер Нолан": "Christopher Nolan",
    "Мэттью Перри": "Matthew Perry",
    "Александр Грин": "Alexander Green",
}
"""In other letters -> in Latin ones."""


def _is_heard(name: str, written: str) -> bool:
    return is_heard([sounds_of(word) for word in name.split()], heard_in(written))


def test_most_names_are_heard_and_no_other_is() -> None:
    heard = [written for written, name in WRITTEN.items() if _is_heard(name, written)]
    assert len(heard) >= 35
    others = [(name, written) for name in WRITTEN.values() for written, own in WRITTEN.items() if own != name]
    assert not [pair for pair in others if _is_heard(*pair)]


def test_one_word_and_latin_letters_are_not_heard() -> None:
    assert not _is_heard("Thomas Wright", "Томас")
    assert not _is_heard("Thomas Wright", "Tomas Rait")
