"""What a witness may allow beyond checking a tip here: none is preset, each is sealed within the tip."""

from __future__ import annotations

from enum import StrEnum


class Consent(StrEnum):
    """The words are those of buttons and texts."""

    PARTNERS = "partners"
    CONTACT = "contact"
    PUBLISH = "publish"
    UN = "un"
