"""Characters as numbers: which are parts of words, which are marks, and a number for each letter, large or small."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int64]
Kinds = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]

PART, LONE, MARK, APOSTROPHE, AT, CAPITAL, STOP = 1, 2, 4, 8, 16, 32, 64
"""What a character is, as bits: part of a word, a word by itself, a quotation mark, one that may be one, an at sign,
a large letter, the end of a sentence."""

WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
PATTERNS: Final = (
    (LONE, re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")),
    (PART, re.compile(r"[^\W_\u3040-\u30ff\u3400-\u9fff]+")),
    (MARK, re.compile('[“”„«»"]')),
    (APOSTROPHE, re.compile("[‘’']")),
    (AT, re.compile("@")),
    (STOP, re.compile("[.!?]")),
)
GROWING: Final = "İ"
GROWN: Final = re.compile(f"([{GROWING}])")
"""A letter that is two characters when small: it is left as it is."""
PLANE: Final = 0x10000
BASE: Final = 0x9E3779B97F4A7C15
BACK: Final = pow(BASE, -1, 1 << 64)


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)


def kinds_of(codes: Codes) -> Kinds:
    """What each character is."""
    kinds: Kinds = _tables()[0].take(codes, mode="clip")
    if codes.max(initial=0) >= PLANE:
        beyond = np.flatnonzero(codes >= PLANE)
        signs, places = np.unique(codes[beyond], return_inverse=True)
        kinds[beyond] = _kinds("".join(map(chr, signs.tolist())))[places]
    return kinds


def word_numbers(codes: Codes, begins: npt.NDArray[np.int64], stops: npt.NDArray[np.int64]) -> Hashes:
    """A number for each word: the same for the same letters, large or small, on every page and every machine.

    Letters are weighed with powers by their place in the text; what a word adds up to is then brought back to place 0.
    """
    values = _tables()[1].take(codes, mode="clip")
    if codes.max(initial=0) >= PLANE:
        beyond = np.flatnonzero(codes >= PLANE)
        values[beyond] = mix(codes[beyond].astype(np.uint64))
    powers, backs = _powers(1 << max(18, len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    values *= powers[: len(codes)]
    np.cumsum(values, out=sums[1:])
    return mix((sums[stops] - sums[begins]) * backs[begins])


def mix(values: Hashes) -> Hashes:
    """Spread numbers over 64 bits (splitmix64)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _tables() -> tuple[Kinds, Hashes]:
    """For each character of the first plane: what it is, and the number of its small form."""
    signs = "".join(map(chr, range(PLANE)))
    small = codes_of("".join(sign if sign in GROWING else sign.lower() for sign in GROWN.split(signs)))
    return _kinds(signs), mix(small.astype(np.uint64))


def _kinds(signs: str) -> Kinds:
    """What each of some characters is."""
    kinds = np.zeros(len(signs), dtype=np.uint8)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(signs):
            kinds[match.start() : match.end()] |= kind
    parts = np.flatnonzero(kinds == PART)
    large = np.fromiter((signs[part].isupper() for part in parts.tolist()), dtype=np.bool_, count=len(parts))
    kinds[parts[large]] |= CAPITAL
    return kinds


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """The powers of BASE, and those that undo them."""
    powers, backs = np.full(size, BASE, dtype=np.uint64), np.full(size, BACK, dtype=np.uint64)
    powers[0] = backs[0] = 1
    return np.multiply.accumulate(powers), np.multiply.accumulate(backs)
