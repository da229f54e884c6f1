"""Archives: zip, gzip and web archives, what they hold and what is refused."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from ceasewire.intake import limits
from ceasewire.model import Document
from intake.story import HTML, LEAD, TEXT, TITLE, body, pages, reasons, taken


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def record(uri: str, content: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """A response of a web archive."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2031-05-05T10:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n"
    )
    return f"{head}\r\n".encode() + block + b"\r\n\r\n"


PAGE = "https://veldanian.example/orsk"
WARC = [
    record(PAGE, HTML.encode()),
    record("https://veldanian.example/logo.png", b"\x89PNG", "image/png"),
    record(
        "https://veldanian.example/gone", b"<p>Not found, said the server of the paper.</p>", status="404 Not Found"
    ),
    record(PAGE, TEXT.encode(), "text/plain"),
]


def test_a_zip_of_everything(tmp_path: Path) -> None:
    members = {
        "a.txt": TEXT.encode(),
        "b/page.html": HTML.encode(),
        "c.jsonl": b'{"id": 7, "title": "Orsk bridge shut", "text": "The mayor shut the bridge."}',
        "d.txt.gz": gzip.compress(TEXT.encode()),
        "e.zip": zipped({"f.txt": TEXT.encode()}),
        "__MACOSX/a.txt": b"x",
        ".hidden.txt": b"x",
    }
    found = pages(tmp_path, "all.zip", zipped(members))
    paths = ["a.txt", "b/page.html", "c.jsonl#7", "d.txt.gz", "e.zip#f.txt"]
    assert [page.path for page in found] == [f"all.zip#{path}" for path in paths]
    assert all(LEAD in body(page) for page in found if "jsonl" not in page.path)


def test_members_that_fail_do_not_stop_the_others(tmp_path: Path) -> None:
    inner = zipped({"g.zip": zipped({"h.txt": TEXT.encode()}), "i.txt": TEXT.encode()})
    members = {"a.txt": b"", "b.exe": b"MZ", "c.zip": b"no archive", "d.zip": inner, "z.txt": TEXT.encode()}
    found = taken(tmp_path, "some.zip", zipped(members))
    assert [page.path for page in found if isinstance(page, Document)] == ["some.zip#d.zip#i.txt", "some.zip#z.txt"]
    assert reasons(tmp_path, "some.zip", zipped(members)) == {
        "some.zip#a.txt": "empty file",
        "some.zip#b.exe": "unknown file type .exe",
        "some.zip#c.zip": "broken zip archive",
        "some.zip#d.zip#g.zip": "more than 2 archives one in the other",
    }


def test_the_same_name_twice_in_a_zip(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", TEXT)
        archive.writestr("a.txt", TEXT)
    assert [page.path for page in pages(tmp_path, "a.zip", data.getvalue())] == ["a.zip#a.txt", "a.zip#a.txt-2"]


def test_an_encrypted_member_is_refused_by_name(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert reasons(tmp_path, "a.zip", bytes(data)) == {"a.zip#a.txt": "encrypted"}


def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    members = {"bomb.txt": b"0" * 4_000_000, "good.txt": TEXT.encode()}
    (reason,) = reasons(tmp_path, "a.zip", zipped(members)).values()
    assert "zip bomb" in reason


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("MAX_MEMBERS", 1, "2 members, past the limit of 1"),
        ("MAX_UNPACKED", 100, "past the limit of 100"),
        ("MAX_DEPTH", 0, "more than 0 archives"),
    ],
)
def test_limits_of_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, words: str
) -> None:
    monkeypatch.setattr(limits, limit, value)
    (reason,) = reasons(tmp_path, "a.zip", zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()})).values()
    assert words in reason


def test_a_nested_archive_past_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_NESTED", 10)
    (reason,) = reasons(tmp_path, "a.zip", zipped({"b.zip": zipped({"c.txt": b"x"})})).values()
    assert "an archive in an archive" in reason


def test_gzip(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.html.gz", gzip.compress(HTML.encode()))
    assert (page.path, page.title, body(page)[0]) == ("a.html.gz", TITLE, LEAD)
    rows = b'{"id": "x", "text": "The mayor shut the bridge."}\n' * 2
    assert [each.path for each in pages(tmp_path, "a.jsonl.gz", gzip.compress(rows))] == [
        "a.jsonl.gz#x",
        "a.jsonl.gz#x-2",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no gzip", "broken gzip"),
        (gzip.compress(TEXT.encode())[:-20], "broken gzip"),
        (gzip.compress(b"word " * 2_000_000), "limit"),
        (gzip.compress(b""), "empty"),
    ],
)
def test_bad_gzip(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reasons(tmp_path, "a.txt.gz", data)["a.txt.gz"]


def test_a_gzip_bomb_of_rows(tmp_path: Path) -> None:
    rows = b'{"text": "' + b"a" * 100_000 + b'"}\n'
    found = reasons(tmp_path, "a.jsonl.gz", gzip.compress(rows * 300))
    assert "unpacks to more than the limit" in found["a.jsonl.gz"]


@pytest.mark.parametrize("pack", [lambda each: each, gzip.compress], ids=["warc", "warc.gz"])
def test_a_web_archive(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    name = "a.warc.gz" if pack is gzip.compress else "a.warc"
    found = pages(tmp_path, name, b"".join(map(pack, WARC)))
    assert [page.path for page in found] == [f"{name}#{PAGE}", f"{name}#{PAGE}-4"]
    assert {(page.url, page.retrieved) for page in found} == {(PAGE, "2031-05-05")}
    assert [body(page)[0] for page in found] == [LEAD, LEAD]


def test_broken_web_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "broken" in reasons(tmp_path, "a.warc", b"nothing of the kind\r\n" * 10)["a.warc"]
    assert "without a page" in reasons(tmp_path, "b.warc", WARC[1])["b.warc"]
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    big = record(PAGE, b"<p>" + b"word " * 20_000)
    assert "limit" in reasons(tmp_path, "c.warc", big)[f"c.warc#{PAGE}"]


def test_a_web_archive_bomb(tmp_path: Path) -> None:
    data = gzip.compress(record(PAGE, b"0" * 30_000_000, "text/css"))
    assert "the rest is not read" in reasons(tmp_path, "a.warc.gz", data)["a.warc.gz"]
