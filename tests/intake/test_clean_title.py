"""A title without the name of its site."""

from __future__ import annotations

import pytest

from ceasewire.intake.head import clean_title


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Harbour talks collapse at dawn | The Orsk Lantern", "Harbour talks collapse at dawn"),
        ("Harbour talks collapse at dawn - orsklantern.example", "Harbour talks collapse at dawn"),
        ("Ferry hit off Orsk, at least four dead - rebels", "Ferry hit off Orsk, at least four dead - rebels"),
    ],
)
def test_clean_title(title: str, clean: str) -> None:
    assert clean_title(title) == clean
