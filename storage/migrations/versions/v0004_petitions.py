"""The log of each petition, batches, links, invalidations, handovers, goals, organisations that endorse.

A signature of before gets an entry of its own kind in the log, `earlier`, that nobody can open: it counts and can be
withdrawn, and its signer gets no proof of it.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_what_stands_around()
    _add_the_log()
    _widen_signatures()
    _count_by_more()
    _enter_earlier_signatures()
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"""
            CREATE TRIGGER log_leaf_refuses_{deed.lower()} BEFORE {deed} ON log_leaf
            BEGIN SELECT RAISE(ABORT, 'entries of a log are never changed'); END
            """
        )


def _column(
    name: str, kind: type[sa.types.TypeEngine[Any]], *more: sa.ForeignKey, null: bool = False
) -> sa.Column[Any]:
    return sa.Column(name, kind(), *more, nullable=null)


def _to(target: str, ondelete: str | None = None) -> sa.ForeignKey:
    return sa.ForeignKey(target, ondelete=ondelete)


def _add_what_stands_around() -> None:
    number, words, field = sa.Integer, sa.Text, sa.LargeBinary
    op.create_table(
        "batch",
        sa.Column("id", number(), primary_key=True),
        _column("appeal", words, _to("appeal.code")),
        _column("channel", words),
        _column("signatures", number),
        _column("day", words),
        _column("reference", field, null=True),
        _column("digest", words, null=True),
        _column("leaf", number, null=True),
        _column("state", words),
        _column("reason", field, null=True),
        _column("entered_by", number, _to("coordinator.id")),
        _column("entered_at", number),
        _column("voided_by", number, _to("coordinator.id"), null=True),
        _column("voided_at", number, null=True),
    )
    op.create_table(
        "volunteer",
        sa.Column("id", number(), primary_key=True),
        _column("appeal", words, _to("appeal.code")),
        _column("person", words),
        _column("chat", field),
        _column("name", field),
        _column("school", field, null=True),
        _column("guardian", field, null=True),
        _column("language", words),
        _column("state", words),
        _column("consent_version", words),
        _column("consent_day", words),
        sa.UniqueConstraint("appeal", "person"),
    )
    op.create_table(
        "link",
        _column("appeal", words, _to("appeal.code")),
        _column("source", words),
        _column("kind", words),
        _column("label", field, null=True),
        _column("per_minute", number, null=True),
        _column("volunteer", number, _to("volunteer.id", "SET NULL"), null=True),
        _column("made_by", number, _to("coordinator.id")),
        _column("made_at", number),
        _column("ended_at", number, null=True),
        _column("alarmed_at", number, null=True),
        sa.PrimaryKeyConstraint("appeal", "source"),
    )
    op.create_table(
        "invalidation",
        sa.Column("id", number(), primary_key=True),
        _column("appeal", words, _to("appeal.code")),
        _column("criteria", field),
        _column("reason", field, null=True),
        _column("author", number, _to("coordinator.id")),
        _column("confirmed_by", number, _to("coordinator.id"), null=True),
        _column("state", words),
        _column("reached", number),
        _column("found", number),
        _column("signatures", number),
        _column("proposed_at", number),
        _column("ended_at", number, null=True),
    )
    op.create_table(
        "handover",
        sa.Column("id", number(), primary_key=True),
        _column("appeal", words, _to("appeal.code")),
        _column("addressee", words),
        _column("number", number),
        _column("version", number, _to("appeal_version.id")),
        _column("size", number),
        _column("listed", number),
        _column("handed_by", number, _to("coordinator.id")),
        _column("handed_at", number),
        sa.UniqueConstraint("appeal", "addressee", "number"),
    )
    op.create_table(
        "handed_over",
        _column("handover", number, _to("handover.id")),
        _column("signature", number, _to("signature.id", "CASCADE")),
        sa.PrimaryKeyConstraint("handover", "signature"),
        sqlite_with_rowid=False,
    )
    op.create_index("handed_over_by_signature", "handed_over", ["signature"])
    op.create_table(
        "handover_correction",
        _column("handover", number, _to("handover.id")),
        _column("serial", number),
        _column("told_in", number, _to("handover.id"), null=True),
        sa.PrimaryKeyConstraint("handover", "serial"),
    )
    op.create_table(
        "goal",
        sa.Column("id", number(), primary_key=True),
        _column("appeal", words, _to("appeal.code")),
        _column("signatures", number),
        _column("set_by", number, _to("coordinator.id")),
        _column("set_at", number),
    )
    op.create_table(
        "milestone",
        _column("appeal", words, _to("appeal.code")),
        _column("goal", number),
        _column("percent", number),
        _column("signatures", number),
        _column("reached_at", number),
        _column("told_at", number, null=True),
        sa.PrimaryKeyConstraint("appeal", "goal", "percent"),
    )
    op.create_table(
        "opening",
        _column("appeal", words, _to("appeal.code")),
        _column("reader", words),
        sa.PrimaryKeyConstraint("appeal", "reader"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "organisation",
        sa.Column("id", number(), primary_key=True),
        sa.Column("name", words(), nullable=False, unique=True),
        _column("country", words),
        _column("since", words),
        _column("left_on", words, null=True),
    )
    op.create_table(
        "representative",
        sa.Column("id", number(), primary_key=True),
        _column("organisation", number, _to("organisation.id")),
        sa.Column("token", words(), unique=True),
        _column("expires_at", number),
        sa.Column("person", words(), unique=True),
        _column("chat", field, null=True),
        _column("invited_by", number, _to("coordinator.id")),
    )
    op.create_table(
        "endorsement",
        _column("appeal", words, _to("appeal.code")),
        _column("organisation", number, _to("organisation.id")),
        _column("version", number, _to("appeal_version.id")),
        _column("representative", number, _to("representative.id")),
        _column("endorsed_at", number),
        sa.PrimaryKeyConstraint("appeal", "organisation"),
    )


def _add_the_log() -> None:
    op.add_column("appeal", sa.Column("leaves", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "log_leaf",
        _column("appeal", sa.Text, _to("appeal.code")),
        _column("position", sa.Integer),
        _column("entry", sa.Text),
        sa.PrimaryKeyConstraint("appeal", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log_node",
        _column("appeal", sa.Text, _to("appeal.code")),
        _column("level", sa.Integer),
        _column("position", sa.Integer),
        _column("hash", sa.LargeBinary),
        sa.PrimaryKeyConstraint("appeal", "level", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "log_head",
        _column("appeal", sa.Text, _to("appeal.code")),
        _column("size", sa.Integer),
        _column("note", sa.Text),
        _column("issued_at", sa.Integer),
        sa.PrimaryKeyConstraint("appeal", "size"),
    )


def _widen_signatures() -> None:
    with op.batch_alter_table("signature") as signature:
        for name in ("city", "email", "comment", "salt"):
            signature.add_column(sa.Column(name, sa.LargeBinary()))
        for name in ("likeness", "signed_in", "state_before"):
            signature.add_column(sa.Column(name, sa.Text()))
        signature.add_column(sa.Column("day", sa.Text(), nullable=False, server_default=""))
        signature.add_column(sa.Column("leaf", sa.Integer(), nullable=False, server_default="0"))
        for name in ("batch", "invalidation"):
            signature.add_column(sa.Column(name, sa.Integer()))
            signature.create_foreign_key(f"signature_has_{name}", name, [name], ["id"])
    op.execute("UPDATE signature SET signed_in = language, day = strftime('%Y-%m-%d', signed_at, 'unixepoch')")
    op.execute(
        """
        UPDATE signature SET signed_in = NULL, language = NULL, signed_at = signed_at - signed_at % 86400
        WHERE state = 'withdrawn'
        """
    )
    with op.batch_alter_table("signature") as signature:
        signature.alter_column("day", server_default=None)
        signature.alter_column("leaf", server_default=None)
    with op.batch_alter_table("appeal") as appeal:
        appeal.alter_column("leaves", server_default=None)
    for name, given, columns in (
        ("source", "source", ["appeal", "source", "signed_at"]),
        ("likeness", "likeness", ["appeal", "likeness"]),
        ("batch", "batch", ["batch"]),
        ("invalidation", "invalidation", ["invalidation"]),
    ):
        op.create_index(f"signature_by_{name}", "signature", columns, sqlite_where=sa.text(f"{given} IS NOT NULL"))
    op.create_index("signature_by_appeal", "signature", ["appeal"])
    op.create_index("signature_suspect", "signature", ["appeal"], sqlite_where=sa.text("state = 'suspect'"))
    gone = sa.text("name IS NULL AND state IN ('valid', 'suspect')")
    op.create_index("signature_erased", "signature", ["appeal"], sqlite_where=gone)


def _count_by_more() -> None:
    op.rename_table("tally", "earlier_tally")
    op.create_table(
        "tally",
        _column("appeal", sa.Text, _to("appeal.code")),
        _column("channel", sa.Text),
        _column("dimension", sa.Text),
        _column("value", sa.Text),
        _column("valid", sa.Integer),
        sa.PrimaryKeyConstraint("appeal", "channel", "dimension", "value"),
    )
    op.execute("INSERT INTO tally SELECT appeal, channel, 'country', country, valid FROM earlier_tally WHERE valid > 0")
    for dimension, value in (("language", "signed_in"), ("source", "source"), ("day", "day")):
        op.execute(
            f"""
            INSERT INTO tally SELECT appeal, channel, '{dimension}', COALESCE({value}, ''), COUNT(*) FROM signature
            WHERE state = 'valid' GROUP BY appeal, channel, COALESCE({value}, '')
            """
        )
    op.drop_table("earlier_tally")


def _enter_earlier_signatures() -> None:
    connection = op.get_bind()
    edges: dict[str, dict[int, bytes]] = {}
    sizes: dict[str, int] = {}
    for row in connection.execute(
        sa.text("SELECT id, appeal, channel, state FROM signature ORDER BY appeal, serial")
    ).all():
        code, position = row.appeal, sizes.get(row.appeal, 0)
        entries = [f"earlier {row.channel} {secrets.token_hex(32)}"]
        if row.state == "withdrawn":
            entries.append(f"withdrawn {position}")
        for offset, entry in enumerate(entries):
            _enter(connection, code, position + offset, entry, edges.setdefault(code, {}))
        sizes[code] = position + len(entries)
        connection.execute(
            sa.text("UPDATE signature SET leaf = :leaf WHERE id = :id"), {"leaf": position, "id": row.id}
        )
    for code, size in sizes.items():
        connection.execute(sa.text("UPDATE appeal SET leaves = :size WHERE code = :code"), {"size": size, "code": code})


def _enter(connection: sa.Connection, code: str, position: int, entry: str, edge: dict[int, bytes]) -> None:
    connection.execute(
        sa.text("INSERT INTO log_leaf VALUES (:code, :position, :entry)"),
        {"code": code, "position": position, "entry": entry},
    )
    level, place, digest = 0, position, hashlib.sha256(b"\0" + f"{code} {entry}".encode()).digest()
    while place % 2:
        digest = hashlib.sha256(b"\1" + edge.pop(level) + digest).digest()
        level, place = level + 1, place // 2
        connection.execute(
            sa.text("INSERT INTO log_node VALUES (:code, :level, :place, :hash)"),
            {"code": code, "level": level, "place": place, "hash": digest},
        )
    edge[level] = digest
