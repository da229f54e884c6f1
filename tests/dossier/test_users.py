"""The file of named users: who is in it, and that no password is."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from ceasewire.dossier.users import Users, beside
from ceasewire.record import RecordError
from terminal import Run

PASSWORD = "seven wet herons"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("users") / "r.db.users"
    Users(found).add("Ada Brenn", PASSWORD, "review", "red")
    return found


@pytest.fixture
def users(path: Path, tmp_path: Path) -> Users:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    return Users(tmp_path / path.name)


def test_the_file_holds_a_hash_and_is_read_by_its_owner_alone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "$argon2id$" in text and PASSWORD not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "password", "in_"),
    [
        ("Ada Brenn", PASSWORD, True),
        ("  ada  BRENN ", PASSWORD, True),
        ("Ada Brenn", PASSWORD + " ", False),
        ("Ada Brenn", "", False),
        ("Ada", PASSWORD, False),
        ("", "", False),
        ("Ada Brenn", "p" * 100_000, False),
    ],
)
def test_a_name_and_its_password_open(users: Users, name: str, password: str, in_: bool) -> None:
    assert (users.check(name, password) is not None) is in_


def test_a_change_of_the_file_is_seen_at_once(users: Users) -> None:
    Users(users.path).add("Bo", PASSWORD)
    assert [(u.name, u.role, u.sees) for u in users.all()] == [("Ada Brenn", "review", "RED"), ("Bo", "read", "RED")]
    Users(users.path).remove("ada brenn")
    assert users.find("Ada Brenn") is None


def test_one_name_is_one_user(users: Users) -> None:
    users.add("ADA BRENN", "another of them", "read", "GREEN")
    assert [(u.name, u.role, u.sees) for u in users.all()] == [("ADA BRENN", "read", "GREEN")]
    assert users.check("Ada Brenn", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password", "sees"),
    [
        ("Bo", "short", "RED"),
        ("Bo", "p" * 201, "RED"),
        ("", PASSWORD, "RED"),
        ("B" * 61, PASSWORD, "RED"),
        ("Bo\u202ereltaH", PASSWORD, "RED"),
        ("Bo\x00", PASSWORD, "RED"),
        ("Bo", PASSWORD, "purple"),
    ],
)
def test_what_is_refused_changes_nothing(users: Users, name: str, password: str, sees: str) -> None:
    before = users.path.read_bytes()
    with pytest.raises(RecordError):
        users.add(name, password, "read", sees)
    assert users.path.read_bytes() == before


def test_a_file_that_holds_something_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.db.users").write_text('{"mine": 1}')
    with pytest.raises(RecordError, match="cannot be read"):
        Users(tmp_path / "r.db.users")


def test_who_is_not_there_cannot_be_removed(users: Users) -> None:
    with pytest.raises(RecordError, match="no user is called"):
        users.remove("Cy")


def test_the_commands(run: Run, record: Path) -> None:
    told = {"told": PASSWORD + "\n"}
    code, out, _ = run("users", "add", record, "Bo Lenk", "--role", "review", "--stdin", **told)
    assert (code, out) == (0, "Bo Lenk: review, sees up to TLP:AMBER+STRICT\n")
    assert run("users", "add", record, "Cy", "--sees", "green", "--stdin", **told)[0] == 0
    assert run("users", "list", record)[1].splitlines()[1] == "Cy: read, sees up to TLP:GREEN"
    assert run("users", "remove", record, "cy")[1] == "removed: Cy\n"
    assert Users(beside(record)).check("Bo Lenk", PASSWORD)
    code, _, err = run("users", "add", record, "Di", "--stdin", told="short\n")
    assert (code, "10 to 200 characters" in err) == (1, True)
