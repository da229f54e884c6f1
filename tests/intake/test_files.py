"""Files and folders: what is taken in, what is refused, and that the run goes on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from ceasewire.intake import take_in
from ceasewire.intake.limits import MAX_BYTES, MAX_LINE
from ceasewire.model import Document, Failure, ident

STORY = (
    "Orsk bridge shut\n\nThe mayor of Orsk said on Monday that the old bridge was shut and that nobody had been hurt.\n"
)


def one(path: Path) -> Document:
    """The one document of a path."""
    (page,) = take_in([path])
    assert isinstance(page, Document)
    return page


def reason(path: Path) -> str:
    """Why the one page of a path was refused."""
    (page,) = take_in([path])
    assert isinstance(page, Failure)
    return page.reason


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (STORY.encode(), STORY),
        (b"\xef\xbb\xbf" + STORY.encode(), STORY),
        (STORY.replace("\n", "\r\n").encode(), STORY.replace("\n", "\r\n")),
        (STORY.encode("utf-16"), STORY),
        (STORY.encode("utf-16-be"), STORY),
        ("The mayor’s “no” was heard in the café.".encode("cp1252"), "The mayor’s “no” was heard in the café."),
        ("The mayor’s “no” was heard".encode() + b"\xff.", "The mayor’s “no” was heard\ufffd."),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(data)
    page = one(file)
    assert page.text == text
    assert page.read is True
    assert page.sha256 == hashlib.sha256(data).hexdigest()
    assert page.id == ident("document", "page.txt", page.sha256)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \r\n\t", "empty file"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"%PDF-1.7 rest", "binary"),
        ("a.txt", b"word " * (MAX_BYTES // 5 + 1), "limit"),
        ("a.txt", b"a" * (MAX_LINE + 1), "limit"),
        ("a.xyz", b"x", "unknown file type .xyz"),
        ("a", b"x", "unknown file type"),
        ("a.html", b"<html><script>x</script></html>", "no text"),
        ("a.jsonl", b"", "empty file"),
    ],
)
def test_refused_with_a_reason(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert words in reason(file)


def test_one_line_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    for name in ("huge.txt", "huge.html", "huge.jsonl"):
        file = tmp_path / name
        with file.open("wb") as stream:
            for _ in range(50):
                stream.write(b"x" * 1_000_000)
        assert "limit" in reason(file)


def test_a_folder_in_order_with_its_failures(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "b/z.txt", "b/y.txt", ".git/x.txt", ".hidden.txt"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "b" / "void.txt").write_text("")
    (tmp_path / "b" / "up").symlink_to("..")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "self.txt").symlink_to("self.txt")
    pages = list(take_in([tmp_path]))
    paths = [page.path for page in pages]
    assert paths == ["a.txt", "b/up", "b/void.txt", "b/y.txt", "b/z.txt", "gone.txt", "self.txt"]
    reasons = {page.path: page.reason for page in pages if isinstance(page, Failure)}
    assert reasons == {
        "b/up": "link loop",
        "b/void.txt": "empty file",
        "gone.txt": "no such file or folder",
        "self.txt": "link loop",
    }


def test_same_name_in_two_folders_and_the_same_file_twice(tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(STORY)
    pages = list(take_in([tmp_path / "south", tmp_path / "north", tmp_path / "north" / "a.txt"]))
    assert [page.path for page in pages] == ["a.txt", "south/a.txt"]


def test_no_such_argument(tmp_path: Path) -> None:
    assert reason(tmp_path / "nothing.txt") == "no such file or folder"


def test_a_page_in_another_language_is_kept_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "Der Bürgermeister von Orsk sagte am Montag, die alte Brücke sei gesperrt worden und niemand sei verletzt.\n"
    )
    page = one(file)
    assert (page.language, page.read) == ("de", "not in English (de)")
    assert len(page.lines) == 1


@pytest.mark.parametrize("text", ["OK", "Orsk bridge shut", "Vel: no talks"])
def test_a_few_words_are_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text)
    assert one(file).read is True


def rows(tmp_path: Path, *given: object) -> list[Document | Failure]:
    """What comes of rows, one a line."""
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in given))
    return list(take_in([file]))


def test_a_row(tmp_path: Path) -> None:
    row = {
        "filename": "7.txt",
        "title": "Orsk bridge shut",
        "maintext": "The mayor of Orsk said the old bridge was shut.",
        "url": "https://www.theguardian.com/world/orsk",
        "source_domain": "www.theguardian.com",
        "date_publish": "2031-05-04 10:00:00",
        "authors": ["Ana Vel", "Bo Ost"],
    }
    (page,) = rows(tmp_path, row)
    assert isinstance(page, Document)
    assert page.path == "rows.jsonl#7.txt"
    assert page.text == "Orsk bridge shut\n\nThe mayor of Orsk said the old bridge was shut."
    assert [line.role for line in page.lines] == ["title", "body"]
    assert (page.outlet, page.origin, page.title) == ("The Guardian", "The Guardian", "Orsk bridge shut")
    assert page.published == page.published_earliest == page.published_latest == "2031-05-04"
    assert page.published_basis[0].span is None
    assert page.byline == "Ana Vel, Bo Ost"
    assert page.sha256 == hashlib.sha256(json.dumps(row).encode()).hexdigest()


def test_rows_go_on_past_bad_ones(tmp_path: Path) -> None:
    good = {"id": 3, "text": "The mayor shut the bridge."}
    pages = rows(tmp_path, "{broken", [1], {"id": "x"}, good, good, {"title": 5, "text": [7]}, "[" * 100_000)
    assert [page.path.partition("#")[2] for page in pages] == ["1", "2", "x", "3", "3-5", "6", "7"]
    assert [isinstance(page, Document) for page in pages] == [False, False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T23:59:00Z", "2031-05-04"),
        ("20310504", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("Sun, 04 May 2031 10:00:00 GMT", "2031-05-04"),
        (1935655200, "2031-05-04"),
        (1935655200000, "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
        ("4.5.2031 14:05", "2031-05-04"),
        ("23/05/2031", "2031-05-23"),
        ("05/23/2031", "2031-05-23"),
        ("04/05/2031", None),
        ("2031-5-4", "2031-05-04"),
        ("May 4, 2031 Sunday", "2031-05-04"),
        ("4th of May 2031", "2031-05-04"),
        ("04-May-2031", "2031-05-04"),
        ("Sun May 04 10:00:00 +0000 2031", "2031-05-04"),
        ("31.02.2031", None),
        ("version 1.2.2031.4", None),
        ("2031-02-30", None),
        ("soon", None),
        (None, None),
        (True, None),
        (float("nan"), None),
    ],
)
def test_days_of_metadata(given: object, day: str | None) -> None:
    from ceasewire.intake.days import day_of

    assert day_of(given) == day


def test_ten_thousand_tiny_files_are_named_once_each(tmp_path: Path) -> None:
    for number in range(500):
        (tmp_path / f"{number:03}.txt").write_text(
            f"Bridge {number} shut\n\nThe mayor of Orsk said that it was shut.\n"
        )
    seen: list[str] = []
    pages = list(take_in([tmp_path], seen.append))
    assert len(pages) == len(seen) == len({page.path for page in pages}) == 500
