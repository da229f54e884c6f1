"""A truce as a ledger: who agreed to what, for how long, and what is said to have broken it."""

from ceasewire.truce.ledger import Ledger, ledger

__all__ = ["Ledger", "ledger"]
