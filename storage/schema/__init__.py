"""The current tables. Migrations bring older databases here; a test holds the two against each other.

Personal fields are encrypted and found by keyed digests: see `storage.secret_key`. Times are whole seconds since
1970 in UTC, days are ISO 8601 text.
"""

from __future__ import annotations

from storage.schema import appeals, following_up, installation, letters, people, petitions, signatures, tips
from storage.schema.shared import tables

__all__ = ["appeals", "following_up", "installation", "letters", "people", "petitions", "signatures", "tables", "tips"]
