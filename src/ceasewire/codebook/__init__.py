"""The codebook as data: one TOML table a subject, with comments for the people who edit them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name`.toml of this folder. Raises FileNotFoundError for a name that is none."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
