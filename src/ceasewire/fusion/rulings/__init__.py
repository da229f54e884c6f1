"""What people have ruled about the story, applied each time it is put together."""

from ceasewire.fusion.rulings.entries import Anchor, Entry, Point, in_force
from ceasewire.fusion.rulings.guide import Guide

__all__ = ["Anchor", "Entry", "Guide", "Point", "in_force"]
