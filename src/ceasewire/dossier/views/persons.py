"""Who may have a page: named people and bodies. Nobody unnamed is shown as a person of his own."""

from __future__ import annotations

from collections.abc import Iterable

from ceasewire.dossier.shelf import Shelf

PEOPLE = ("person", "group")


def has_page(shelf: Shelf, actors: Iterable[str]) -> set[str]:
    """Those of the actors who spoke under a name of their own."""
    wanted = sorted(set(actors))
    found: set[str] = set()
    for at in range(0, len(wanted), 500):
        some = wanted[at : at + 500]
        question = f"SELECT id, name, kind FROM actor WHERE id IN ({', '.join('?' * len(some))})"
        found |= {str(key) for key, name, kind in shelf.ask(question, *some) if named(str(name), str(kind))}
    return found & set(_spoke(shelf, found))


def named(name: str, kind: str) -> bool:
    """Whether a name is a name: a person or a group needs a word with a capital behind the first article."""
    if kind not in PEOPLE:
        return True
    words = [word for word in name.split() if word.casefold() not in ("a", "an", "the", "one", "some")]
    return any(word[:1].isupper() or not word[:1].isascii() for word in words)


def _spoke(shelf: Shelf, actors: Iterable[str]) -> list[str]:
    return [key for key in actors if shelf.ask("SELECT 1 FROM said WHERE actor = ? LIMIT 1", key)]
