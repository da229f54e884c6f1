"""The commands of the dossier: to whom it opens, and what a site is told."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ceasewire.dossier.serve import Service, loopback, serve
from ceasewire.dossier.users import Users, beside
from ceasewire.record import RecordError


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("paper.example", False),
        ("", False),
    ],
)
def test_what_is_of_this_machine_alone(host: str, alone: bool) -> None:
    assert loopback(host) is alone


def test_nobody_else_is_let_in(record: Path) -> None:
    with pytest.raises(RecordError, match=r"this machine alone.*users add"):
        serve(record, Service("0.0.0.0"), print)
    with pytest.raises(RecordError, match="users add"):
        serve(record, Service(named=True), print)


def test_a_certificate_comes_with_its_key(record: Path) -> None:
    with pytest.raises(RecordError, match="go together"):
        serve(record, Service(cert=record), print)


def test_it_answers_to_the_names_it_was_given() -> None:
    assert Service("10.1.2.3", names=("dossier.example",)).hosts[3:] == ["10.1.2.3", "dossier.example"]
    assert "0.0.0.0" not in Service("0.0.0.0").hosts


def test_beyond_this_machine_the_server_asks_for_a_name(record: Path) -> None:
    Users(beside(record)).add("Ada Brenn", "seven wet herons")
    command = [sys.executable, "-m", "ceasewire.cli", "serve", str(record), "--port", "0", "--host", "0.0.0.0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            told = re.fullmatch(r"http://0\.0\.0\.0:(\d+)/\n", server.stdout.readline())
            assert told and "passwords cross the network" in server.stdout.readline()
            browser = http.client.HTTPConnection("127.0.0.1", int(told[1]), timeout=20)
            browser.request("GET", "/pages")
            answer = browser.getresponse()
            assert (answer.status, answer.getheader("location")) == (303, "/login?next=%2Fpages")
            browser.close()
        finally:
            server.terminate()


def test_a_file_that_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(RecordError, match="not a record"):
        serve(tmp_path / "notes.txt", Service(), print)


def test_the_server_prints_an_address_that_opens(record: Path) -> None:
    command = [sys.executable, "-m", "ceasewire.cli", "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            told = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/\?key=[\w-]{32})\n", server.stdout.readline())
            assert told
            browser = http.client.HTTPConnection("127.0.0.1", int(told[1]), timeout=20)
            browser.request("GET", told[2])
            answer = browser.getresponse()
            assert (answer.status, answer.getheader("location")) == (303, "/")
            assert "samesite=strict" in str(answer.getheader("set-cookie")).lower()
            browser.close()
        finally:
            server.terminate()


def test_publish_from_the_command_line(record: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ceasewire.cli", "publish", str(record), str(tmp_path / "site")]
    told = subprocess.run([*command, "--contact", "desk@paper.example"], capture_output=True, text=True, check=True)
    assert "index.html" in told.stdout
    assert "desk@paper.example" in (tmp_path / "site" / "index.html").read_text("utf-8")
