"""PDF and Word files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ceasewire.intake import limits
from ceasewire.intake.sheaf import joined
from ceasewire.model import Document
from intake.story import LAST, LEAD, MORE, TITLE, body, pages, reasons, taken


def pdf(*sheets: list[str]) -> bytes:
    """A PDF with the lines given on each sheet."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(sheets)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(sheets):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td {shown}ET" if lines else ""
        font = "<< /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /Resources {font} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(data)
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>"
    return data + f"{head}\nstartxref\n{start}\n%%EOF".encode()


def wrapped(paragraph: str, width: int = 60) -> list[str]:
    """A paragraph cut at a width."""
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_lines_are_joined_into_paragraphs(tmp_path: Path) -> None:
    sheet = [TITLE, "", *wrapped(LEAD), "", *wrapped(MORE), "", *wrapped(LAST)]
    (page,) = pages(tmp_path, "a.pdf", pdf(sheet))
    assert (page.path, body(page)) == ("a.pdf", [LEAD, MORE, LAST])
    assert page.published is None


def test_scanned_sheets_are_named(tmp_path: Path) -> None:
    found = taken(tmp_path, "a.pdf", pdf(wrapped(LEAD), []))
    assert [page.path for page in found] == ["a.pdf", "a.pdf#sheet 2"]
    assert isinstance(found[0], Document)
    assert reasons(tmp_path, "b.pdf", pdf([], ["7"])) == {"b.pdf": "no text layer: 2 scanned sheets"}


def test_heads_and_feet_of_sheets_are_furniture(tmp_path: Path) -> None:
    story = wrapped(f"{LEAD} {MORE} {LAST}")
    head = "Harbour Guild of Orsk - Weekly Bulletin"
    sheets = [[head, *story[:2], "1"], [head, *story[2:4], "2"], [head, *story[4:], "3"]]
    (page,) = pages(tmp_path, "a.pdf", pdf(*sheets))
    roles = [(line.role, page.text[line.start : line.end]) for line in page.lines]
    assert ("body", f"{LEAD} {MORE} {LAST}") in roles
    assert all(role == "furniture" for role, line in roles if line in (head, "1", "2", "3"))


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (
            ["The envoys began to nego-", "tiate in the hall of the guild."],
            ["The envoys began to negotiate in the hall of the guild."],
        ),
        (
            ["A cease-fire holds and the cease-", "fire will hold."],
            ["A cease-fire holds and the cease-fire will hold."],
        ),
        (
            ["The parties agree.", "Article 2", "Boats shall sail."],
            ["The parties agree.", "Article 2", "Boats shall sail."],
        ),
        (["The sides shall:", "(a) cease fire;", "(b) sail."], ["The sides shall:", "(a) cease fire;", "(b) sail."]),
    ],
)
def test_joining(lines: list[str], paragraphs: list[str]) -> None:
    assert joined(["\n".join(lines)]).lines == paragraphs


def test_bad_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "broken PDF" in reasons(tmp_path, "a.pdf", b"%PDF-1.4 nothing")["a.pdf"]
    assert reasons(tmp_path, "a.pdf", b"x" * 2000)
    monkeypatch.setattr(limits, "MAX_SHEETS", 1)
    assert "2 sheets, past the limit of 1" in reasons(tmp_path, "a.pdf", pdf(wrapped(LEAD), wrapped(MORE)))["a.pdf"]


def word(*paragraphs: tuple[str, str]) -> bytes:
    """A Word file of paragraphs, each with its style."""
    inner = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r><w:t>{text[:9]}</w:t></w:r><w:r><w:t>{text[9:]}</w:t></w:r></w:p>"
        for style, text in paragraphs
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>')
    return data.getvalue()


def test_word(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.docx", word(("Title", TITLE), ("Normal", LEAD), ("Normal", ""), ("Normal", MORE)))
    assert (page.title, page.text) == (TITLE, f"{TITLE}\n{LEAD}\n{MORE}")
    assert body(page) == [LEAD, MORE]


@pytest.mark.parametrize("data", [b"x", b"PK\x03\x04 no zip"])
def test_bad_word(tmp_path: Path, data: bytes) -> None:
    assert reasons(tmp_path, "a.docx", data) == {"a.docx": "broken Word file"}
