"""The dossier's words for the codes of the record. None of them judges what happened."""

from __future__ import annotations

from ceasewire.model import Document

STATUS = {
    "contested": "contested",
    "several_origins": "several sources",
    "one_origin": "one source",
    "denied": "denied, no source for it",
}

REALIS = {
    "occurred": "told as past",
    "ongoing": "told as going on",
    "planned": "planned",
    "proposed": "proposed",
    "hypothetical": "possible",
    "denied": "told as not so",
}

STANCE = {
    "asserts": "asserts",
    "denies": "denies",
    "confirms": "confirms",
    "no_knowledge": "knows nothing of it",
    "no_comment": "does not comment",
    "accuses": "accuses",
    "demands": "demands",
    "promises": "promises",
    "predicts": "predicts",
    "doubts": "doubts",
}

# Lanes of the timeline: what belongs together, from the table to the ground.
KINDS: dict[str, tuple[str, ...]] = {
    "Talks": ("talks", "invitation", "boycott"),
    "Offers and deals": ("proposal", "agreement", "rejection", "transition"),
    "Truces": ("ceasefire", "violation", "monitoring", "withdrawal"),
    "People and goods": ("release", "seizure", "evacuation", "aid", "transfer"),
    "Force": ("attack", "advance", "deployment", "threat", "casualties", "designation"),
}
KIND_SHAPES = {
    "Talks": "circle", "Offers and deals": "square", "Truces": "diamond", "People and goods": "pentagon",
    "Force": "triangle", "Other": "circle",
}  # fmt: skip
TYPE_WORDS = {"casualties": "killed, hurt or displaced", "proposal": "proposal or call"}

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "my": "Burmese", "pt": "Portuguese", "ru": "Russian", "so": "Somali", "sw": "Swahili",
    "tr": "Turkish", "uk": "Ukrainian", "und": "language not known", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


LANES = {type_: name for name, held in KINDS.items() for type_ in held}


def kind_of(type_: str) -> str:
    """The lane that an event type belongs to."""
    return LANES.get(type_, "Other")


def spoken(code: str) -> str:
    """`several_origins` as `several origins`, with the words of the tables above where they have any."""
    return TYPE_WORDS.get(code) or code.replace("_", " ")


def language(code: str) -> str:
    """The name of a language, its code where we have none."""
    return LANGUAGES.get(code, code)


def outlet(document: Document) -> str:
    """Whose page it is; beside it whose text, where that is another's."""
    shown = document.outlet or document.origin or "outlet not known"
    if document.outlet and document.origin and document.origin != document.outlet:
        shown = f"{document.outlet} (text of {document.origin})"
    return shown
