"""The commands in the order of menus and of /help; each is described in the catalogue under `command-<name>`."""

from __future__ import annotations

SUPPORTERS = (
    "start",
    "help",
    "subscribe",
    "stop",
    "settings",
    "language",
    "appeals",
    "sign",
    "withdraw",
    "proof",
    "share",
    "volunteer",
    "tip",
    "inbox",
    "mydata",
    "forget",
    "privacy",
    "contact",
    "cancel",
)
TELLING = frozenset({"start", "help", "stop", "language", "appeals", "share", "proof", "privacy", "contact"})
"""Of these, those that are answered at once: whoever gives one goes on with what they were in the middle of."""
COORDINATORS = (
    "draft",
    "queue",
    "preview",
    "approve",
    "send",
    "progress",
    "pause",
    "resume",
    "correct",
    "recall",
    "stats",
    "goal",
    "links",
    "kit",
    "batch",
    "invalidate",
    "handover",
    "organisations",
    "tips",
    "keys",
    "export",
    "invite",
    "dismiss",
    "audit",
)
