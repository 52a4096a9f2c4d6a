"""What in the database hangs on the secret key. A test holds this list against all tables and all uses of the key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Keyed:
    """The columns of one table that a change of the key carries over.

    Attributes:
        encrypted: Each opens under the name `table.column`.
        digests: Made of what is not in the database, or not as such.
        by: What a row is found by meanwhile, and keeps; a table without row numbers needs something else.
        start: Is before all of these.
    """

    table: str
    encrypted: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    by: str = "rowid"
    start: str | int = -1


KEYED = (
    Keyed("site", digests=("key_mark",)),
    Keyed("coordinator", encrypted=("chat",), digests=("person",)),
    Keyed("invitation", digests=("token",)),
    Keyed("representative", encrypted=("chat",), digests=("token", "person")),
    Keyed("chosen_language", digests=("person",)),
    Keyed("subscriber", encrypted=("chat",), digests=("person",)),
    Keyed("follower", encrypted=("chat",), digests=("person",)),
    Keyed("conversation", encrypted=("chat",), digests=("person",)),
    Keyed("draft", encrypted=("chat", "content"), digests=("person",)),
    Keyed("broadcast", encrypted=("progress_chat",)),
    Keyed(
        "signature",
        encrypted=("name", "country", "city", "email", "comment", "chat", "salt"),
        digests=("signer", "likeness"),
    ),
    Keyed("batch", encrypted=("reference", "reason"), digests=("digest",)),
    Keyed("link", encrypted=("label",)),
    Keyed("volunteer", encrypted=("chat", "name", "school", "guardian"), digests=("person",)),
    Keyed("invalidation", encrypted=("criteria", "reason")),
    Keyed("appeal_version", encrypted=("restricted",)),
    Keyed("timeline_entry", encrypted=("content", "file")),
    Keyed("attendance", digests=("person",)),
    Keyed("key_epoch", digests=("mark",)),
    Keyed("epoch_recipient", digests=("word",)),
    Keyed("tip", digests=("lookup",), by="tag", start=""),
)

NESTED = {"opening.reader": "a digest of subscriber.person, which is one itself: see storage.rotation.openings"}

NOT_KEYED = {
    "tip.sealed": "sealed to the recipients' keys",
    "tip_addition.sealed": "sealed to the recipients' keys",
    "tip_reply.sealed": "sealed to the receipt's own key",
    "epoch_recipient.canary": "sealed to one recipient's key",
    "photo.content": "a picture for everybody",
    "photo.digest": "of a picture for everybody",
    "appeal_version.digest": "of a text for everybody, and what signatures commit to",
    "key_epoch.digest": "of public keys, compared by people",
    "site.recipients_told": "of public keys, compared by people",
    "site.recipients_seen": "of public keys, compared by people",
    "site.receipt_salt": "for receipts, which do not hang on the key",
    "log_leaf.entry": "commits under a salt of its own, and was given out",
    "log_node.hash": "of what was given out",
    "audit.hash": "anybody may compute it",
}
