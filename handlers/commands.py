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
    "share",
    "tip",
    "mydata",
    "forget",
    "privacy",
    "contact",
    "cancel",
)
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
    "tips",
    "export",
    "invite",
    "dismiss",
    "audit",
)
