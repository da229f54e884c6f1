"""What the documents say of the command line is so."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.main import get_command

from ceasewire.cli import app

ROOT = Path(__file__).parent.parent
TEXTS = ["README.md", "CONTRIBUTING.md", "docs/cli.md"]
COMMANDS = getattr(get_command(app), "commands")  # noqa: B009  a group has them, a single command has not


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_named_is_there(name: str) -> None:
    named = set(re.findall(r"(?:^|`)ceasewire ([a-z]+)", read(name), re.M))
    assert named <= set(COMMANDS)


def test_the_readme_tells_every_command_but_the_demo() -> None:
    told = set(re.findall(r"^\| `(\w+)", read("README.md"), re.M))
    assert told == set(COMMANDS) - {"demo"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_option_named_is_there(name: str) -> None:
    inner = [command for group in COMMANDS.values() for command in getattr(group, "commands", {}).values()]
    commands = [*COMMANDS.values(), *inner]
    known = {option for command in commands for parameter in command.params for option in parameter.opts}
    named = {
        option for code in re.findall(r"`([^`\n]+)`", read(name)) for option in re.findall(r"--[a-z][a-z-]*", code)
    }
    assert named <= known | {"--help", "--version"}


@pytest.mark.parametrize("name", TEXTS)
def test_every_make_target_named_is_there(name: str) -> None:
    targets = set(re.findall(r"^([\w-]+):", read("Makefile"), re.M))
    assert set(re.findall(r"(?:^|`)make ([\w-]+)", read(name), re.M)) <= targets


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(name))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_python_of_the_readme_is_python() -> None:
    blocks = re.findall(r"```python\n(.*?)```", read("README.md"), re.S)
    assert blocks
    for block in blocks:
        ast.parse(block)


def test_the_picture_is_well_formed() -> None:
    assert ElementTree.parse(ROOT / "docs" / "picture.svg").getroot().tag.endswith("svg")
