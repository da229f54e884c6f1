"""The same stages as a dataflow plan for many cores or many machines."""

from __future__ import annotations

from ceasewire.scale.engine import Engine, engine, installed

__all__ = ["Engine", "engine", "installed"]
