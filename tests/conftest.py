"""What the tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser, loaded once for all tests."""
    from ceasewire.reading import pipeline

    return pipeline()
