"""Names that the tables know, marked before the statistical recogniser looks at a text."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from ceasewire.codebook import table, world

LABELS = {"name": "GPE", "capital": "GPE", "seat": "ORG", "people": "NORP", "adjective": "NORP"}
Trie = dict[str, "Trie | str"]
END = ""
ARTICLES = frozenset(("al", "el", "ul"))
DROPPED = 2  # letters: a longer first word in capitals is how a paper begins a report (`SYRIAN rebels`)


@Language.component("gazetteer")
def gazetteer(doc: Doc) -> Doc:
    """Mark states, capitals, peoples, well-known bodies and cities; the longest name wins."""
    doc.set_ents(find(doc), default="missing")
    return doc


def find(doc: Doc) -> list[Span]:
    """The spans of the names that the tables know, none within another."""
    said = [token.text.replace("’", "'") or " " for token in doc]
    names, found, at = trie(), [], 0
    shouting = doc.text.isupper()
    if said and len(said[0]) > DROPPED and said[0].isupper() and not shouting and not _longest(said, 0, names)[1]:
        said[0] = said[0].title()
    for start, word in enumerate(said):
        if start < at or word not in names:
            continue
        stop, label = _longest(said, start, names)
        if label and not (shouting and stop - start == 1 and len(word) < 4) and not _inside(doc, start):
            found.append(Span(doc, start, stop, label=label))
        at = max(stop, start + 1)
    return found


@cache
def trie() -> Trie:
    """Every known name as a path of words to its label."""
    root: Trie = {}
    for text, label in _labelled().items():
        _add(root, _pieces(text), label)
    return root


def _labelled() -> dict[str, str]:
    labels = dict.fromkeys(table("places")["city"], "GPE")
    labels |= {text: LABELS[word.kind] for text, word in world.words().items()}
    labels |= dict.fromkeys(world.peoples(), "NORP")
    labels |= dict.fromkeys(world.bodies(), "ORG")
    return {text: label for text, label in labels.items() if text not in table("world")["unsure"]["words"]}


def _pieces(text: str) -> list[str]:
    """A name cut as the tokenizer cuts it: at spaces, hyphens between letters, and before a possessive."""
    spaced = text.replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ").replace("/", " / ").replace(",", " ,")
    return spaced.replace("(", "( ").replace(")", " )").split()


def _add(root: Trie, pieces: list[str], label: str) -> None:
    node = root
    for piece in pieces:
        child = node.setdefault(piece, {})
        assert isinstance(child, dict)
        node = child
    node[END] = label


def _longest(said: list[str], at: int, names: Trie) -> tuple[int, str]:
    """The end and the label of the longest name from a word."""
    node, stop, label = names, at, ""
    for i in range(at, len(said)):
        child = node.get(said[i])
        if not isinstance(child, dict):
            break
        node = child
        if isinstance(end := node.get(END), str):
            stop, label = i + 1, end
    return stop, label


def _inside(doc: Doc, at: int) -> bool:
    """Whether a known name is part of a hyphened name: `Jordan` in `Trans-Jordan`, `al-Jordan`, not in `pro-Jordan`."""
    before = doc[at - 2].text if at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ else ""
    if before in trie() and END in trie()[before]:
        return False  # `the UN-Jordan talks`
    return (before[:1].isupper() or before in ARTICLES) and not doc[at - 2].whitespace_
