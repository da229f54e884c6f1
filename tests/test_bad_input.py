"""Bad input through the command line: a line with the file's name and the reason, and the run goes on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ceasewire.cli import main
from contract import load, problems

GOOD = (
    "Truce talks open in Ostrel\n\nEnvoys of Veldania met leaders of the Marrow Front in Ostrel on Monday, "
    "a spokeswoman of the Veldanian foreign ministry said. The two sides agreed to meet again on Friday.\n"
)
ACCENTS = "Café talks\n\nThe mediator’s note – “a first step” – was read to both sides at the Café Zoé on Monday.\n"
FOREIGN = (
    "Rozejm w Ostrelu\n\nPrzedstawiciele rządu Weldanii spotkali się w poniedziałek z przywódcami Frontu. "
    "Rzeczniczka ministerstwa spraw zagranicznych powiedziała, że rozmowy będą kontynuowane w piątek. "
    "Obie strony zgodziły się na wymianę jeńców oraz na otwarcie mostu dla konwojów z żywnością.\n"
)

Build = Callable[..., tuple[int, str, str, dict[str, dict[str, object]]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good page."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD, "utf-8")
    return pages


@pytest.fixture
def build(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Build:
    """Builds the folder; the exit code, both outputs, and the documents by path."""
    monkeypatch.setenv("CEASEWIRE_CACHE", str(tmp_path / "cache.db"))
    monkeypatch.setenv("COLUMNS", "200")

    def built(*pages: Path) -> tuple[int, str, str, dict[str, dict[str, object]]]:
        monkeypatch.setattr(
            sys, "argv", ["ceasewire", "build", *map(str, pages or [folder]), "-o", str(tmp_path / "r.db")]
        )
        code = main()
        out, err = capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["ceasewire", "export", str(tmp_path / "r.db"), "--to", str(tmp_path / "out")])
        assert main() == 0
        assert problems(tmp_path / "out") == []
        return code, out, err, {row["path"]: row for row in load(tmp_path / "out")["documents"]}

    return built


def failures(tmp_path: Path) -> dict[str, str]:
    rows = (tmp_path / "out" / "failures.jsonl").read_text("utf-8").splitlines()
    return {json.loads(row)["path"]: json.loads(row)["reason"] for row in rows}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \t\n"),
        ("binary.txt", bytes(range(256)) * 64),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(500)),
        ("rows.jsonl", b"{not json\n"),
    ],
)
def test_what_cannot_be_taken_in_is_named_and_listed(
    name: str, content: bytes, build: Build, folder: Path, tmp_path: Path
) -> None:
    (folder / name).write_bytes(content)
    code, out, _, documents = build()
    assert code == 0
    assert "1 failed" in out
    listed = failures(tmp_path)
    assert len(listed) == 1
    path, reason = listed.popitem()
    assert path.startswith(name)
    assert reason
    assert f"failed: {path}: {reason}" in " ".join(out.split())
    assert documents["good.txt"]["read"] is True


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("utf-16", GOOD), ("utf-16-le", "\ufeff" + GOOD), ("utf-8-sig", ACCENTS), ("cp1252", ACCENTS)],
)
def test_other_encodings_are_read(encoding: str, text: str, build: Build, folder: Path) -> None:
    (folder / "page.txt").write_bytes(text.encode(encoding))
    code, _, _, documents = build()
    assert code == 0
    assert documents["page.txt"]["text"] == text.removeprefix("\ufeff")
    assert documents["page.txt"]["read"] is True


def test_broken_utf8_is_kept_as_far_as_it_goes(build: Build, folder: Path, tmp_path: Path) -> None:
    (folder / "page.txt").write_bytes(
        GOOD.encode()[:150] + b"\xff\xfe\x80" + GOOD.encode()[150:] + "Zoé’s “note”".encode()
    )
    code, _, _, documents = build()
    assert code == 0
    assert "page.txt" in documents or "page.txt" in failures(tmp_path)


def test_one_line_of_fifty_megabytes(build: Build, folder: Path, tmp_path: Path) -> None:
    with (folder / "long.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"word " * 209_715)
    code, out, _, documents = build()
    assert code == 0
    assert "long.txt" in out
    assert "long.txt" in documents or "long.txt" in failures(tmp_path)
    assert documents["good.txt"]["read"] is True


def test_a_loop_of_links(build: Build, folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "back").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to("self.txt")
    code, _, _, documents = build()
    assert code == 0
    assert list(documents) == ["good.txt"]


def test_a_link_to_nowhere(build: Build, folder: Path, tmp_path: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    code, _, _, _ = build()
    assert code == 0
    assert list(failures(tmp_path)) == ["gone.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_an_unreadable_file(build: Build, folder: Path, tmp_path: Path) -> None:
    (folder / "locked.txt").write_text(GOOD)
    (folder / "locked.txt").chmod(0)
    code, _, _, _ = build()
    assert code == 0
    assert "ermission" in failures(tmp_path)["locked.txt"]


def test_a_page_in_another_language_is_kept_and_not_read(build: Build, folder: Path) -> None:
    (folder / "foreign.txt").write_text(FOREIGN, "utf-8")
    code, out, _, documents = build()
    assert code == 0
    page = documents["foreign.txt"]
    assert page["language"] == "pl"
    assert page["lines"]
    assert isinstance(page["read"], str)
    assert f"not read: foreign.txt: {page['read']}" in out
    assert "1 not read" in out


def test_the_same_page_twice(build: Build, folder: Path) -> None:
    (folder / "again.txt").write_text(GOOD, "utf-8")
    code, out, _, documents = build()
    assert code == 0
    assert "2 pages read (1 of them anew), 1 repeated" in out
    assert len(documents) == 2


def test_the_same_argument_twice(build: Build, folder: Path) -> None:
    code, _, _, documents = build(folder / "good.txt", folder / "good.txt")
    assert code == 0
    assert len(documents) == 1


def test_a_name_that_steers_the_terminal(build: Build, folder: Path) -> None:
    (folder / "bad\x1b[2J\u202etxt.txt").write_bytes(b"")
    code, out, _, _ = build()
    assert code == 0
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_name_that_is_not_utf8(build: Build, folder: Path) -> None:
    path = os.fsencode(folder) + b"/odd\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123  a path of bytes
        file.write(GOOD.encode())
    code, _, _, documents = build()
    assert code == 0
    assert "odd\ufffd.txt" in documents


def test_nothing_could_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    arguments = ["build", str(tmp_path / "empty.txt"), "-o", str(tmp_path / "r.db"), "--no-cache"]
    monkeypatch.setattr(sys, "argv", ["ceasewire", *arguments])
    assert main() == 1
    assert "nothing could be read" in capsys.readouterr().err
    assert not (tmp_path / "r.db").exists()


def test_ten_thousand_tiny_files(build: Build, folder: Path) -> None:
    for number in range(10_000):
        (folder / f"{number}.txt").write_text("")
    (folder / "10000.txt").write_text("Talks.\n")
    code, out, _, _ = build()
    assert code == 0
    assert "10,000 failed" in out
