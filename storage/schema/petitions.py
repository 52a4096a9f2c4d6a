"""What happens around signatures: batches, links, invalidations, handovers, goals, reminders."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from storage.schema.shared import owned_by, tables

batch = Table(
    "batch",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("channel", Text, nullable=False, comment="paper, fax, email, post, event"),
    Column("signatures", Integer, nullable=False, comment="how many it brought: counted by hand, or names accepted"),
    Column("day", Text, nullable=False, comment="on which they were collected or came in"),
    Column("reference", LargeBinary, comment="encrypted; where the sheets or their scan are; goes with the names"),
    Column("digest", Text, comment="keyed digest of the list of names, or of the deed that entered a count"),
    Column("leaf", Integer, comment="position of its entry in the log; null: each name has its own"),
    Column("state", Text, nullable=False, comment="entering, counted, voiding, voided"),
    Column("reason", LargeBinary, comment="encrypted; why it was voided; goes with the names"),
    Column("entered_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("entered_at", Integer, nullable=False),
    Column("voided_by", Integer, ForeignKey("coordinator.id")),
    Column("voided_at", Integer),
)


link = Table(
    "link",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("source", Text, nullable=False, comment="what signatures through this link carry"),
    Column("kind", Text, nullable=False, comment="collector, school, channel"),
    Column(
        "label", LargeBinary, comment="encrypted; whose it is, for coordinators; null: see the volunteer, or erased"
    ),
    Column("per_minute", Integer, comment="signatures in a minute beyond which they are suspect; null: never"),
    Column("volunteer", Integer, ForeignKey("volunteer.id", ondelete="SET NULL")),
    Column("made_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("ended_at", Integer, comment="signatures through it count no more for it"),
    Column("alarmed_at", Integer, comment="when the newest suspect signature came that coordinators were told of"),
    PrimaryKeyConstraint("appeal", "source"),
)


volunteer = Table(
    "volunteer",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("person", Text, nullable=False, comment="keyed digest of appeal and Telegram id"),
    Column("chat", LargeBinary, nullable=False, comment="encrypted Telegram id"),
    Column("name", LargeBinary, nullable=False, comment="encrypted"),
    Column("school", LargeBinary, comment="encrypted; null: collects alone"),
    Column("guardian", LargeBinary, comment="encrypted; how to reach the teacher or guardian of a school group"),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False, comment="asked, accepted"),
    Column("consent_version", Text, nullable=False),
    Column("consent_day", Text, nullable=False),
    UniqueConstraint("appeal", "person"),
)


invalidation = Table(
    "invalidation",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column(
        "criteria",
        LargeBinary,
        nullable=False,
        comment="encrypted JSON: which signatures, see storage.petitions.invalidations",
    ),
    Column("reason", LargeBinary, comment="encrypted; goes with the names"),
    Column("author", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("confirmed_by", Integer, ForeignKey("coordinator.id"), comment="the second person, where one is needed"),
    Column("state", Text, nullable=False, comment="proposed, running, done, cancelled, undoing, undone"),
    Column("reached", Integer, nullable=False, comment="row of the last signature looked at"),
    Column("found", Integer, nullable=False, comment="how many were meant when it was proposed"),
    Column("signatures", Integer, nullable=False, comment="how many are invalid through it now"),
    Column("proposed_at", Integer, nullable=False),
    Column("ended_at", Integer),
)


handover = Table(
    "handover",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("addressee", Text, nullable=False, comment="its id on the sheet"),
    Column("number", Integer, nullable=False, comment="from 1, for each addressee"),
    Column("version", Integer, ForeignKey("appeal_version.id"), nullable=False),
    Column("size", Integer, nullable=False, comment="of the log's head that it proves"),
    Column("listed", Integer, nullable=False, comment="names in it"),
    Column("holder", Text, comment="JSON: who held the office then, by language; null: no register said"),
    Column("post", Text, comment="where letters to the office went then; null: no register said"),
    Column("handed_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("handed_at", Integer, nullable=False),
    UniqueConstraint("appeal", "addressee", "number"),
)


handed_over = Table(
    "handed_over",
    tables,
    Column("handover", Integer, ForeignKey("handover.id"), nullable=False),
    Column("signature", Integer, owned_by("signature.id"), nullable=False),
    PrimaryKeyConstraint("handover", "signature"),
    Index("handed_over_by_signature", "signature"),
    sqlite_with_rowid=False,
)


handover_correction = Table(
    "handover_correction",
    tables,
    Column("handover", Integer, ForeignKey("handover.id"), nullable=False),
    Column("serial", Integer, nullable=False, comment="a signature of that list that counts no more"),
    Column("told_in", Integer, ForeignKey("handover.id"), comment="the later handover that said so; null: none yet"),
    PrimaryKeyConstraint("handover", "serial"),
)


goal = Table(
    "goal",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("signatures", Integer, nullable=False, comment="replaces the sheet's goal from then on"),
    Column("set_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("set_at", Integer, nullable=False),
)


milestone = Table(
    "milestone",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("goal", Integer, nullable=False),
    Column("percent", Integer, nullable=False, comment="10, 25, 50, 75, 100; 0: how many there were at its beginning"),
    Column("signatures", Integer, nullable=False),
    Column("reached_at", Integer, nullable=False),
    Column("told_at", Integer, comment="null: nobody could be told yet; of 0 percent nobody is"),
    PrimaryKeyConstraint("appeal", "goal", "percent"),
)


opening = Table(
    "opening",
    tables,
    Column("appeal", Text, ForeignKey("appeal.code"), nullable=False),
    Column("reader", Text, nullable=False, comment="keyed digest of appeal and Telegram id; goes at the close"),
    PrimaryKeyConstraint("appeal", "reader"),
    sqlite_with_rowid=False,
)
