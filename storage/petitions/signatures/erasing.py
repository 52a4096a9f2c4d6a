"""What is erased of a signature, in one place: a further column with personal data belongs here.

Each is what an `UPDATE signature SET` sets.
"""

from __future__ import annotations

DAY = 24 * 60 * 60  # seconds

SAID = """
    name = NULL, country = NULL, city = NULL, email = NULL, comment = NULL, likeness = NULL, salt = NULL
"""
"""What the signer said, and what opens the commitment to it."""

SAID_AND_TRACED = f"{SAID}, source = NULL, signed_in = NULL, signed_at = signed_at - signed_at % {DAY}"
"""The same, with the link, the language and the moment, of which the day stays."""
