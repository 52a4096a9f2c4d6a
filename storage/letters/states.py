"""What the states of a letter mean: for queries, and for the index that keeps a letter from going out twice."""

from __future__ import annotations

LIVE = "state IN ('pending', 'sending', 'sent', 'uncertain')"
"""A letter that reached somebody or may still; one that did not stays in its count and can be planned again."""
