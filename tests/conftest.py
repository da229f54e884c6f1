"""What the tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ceasewire.reading import pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser, loaded once for all tests."""
    return pipeline()
