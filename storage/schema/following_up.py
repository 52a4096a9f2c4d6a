"""What follows an appeal: records, tasks, moments, news; and the registers that sheets draw upon."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from storage.schema.shared import owned_by, tables, where_given

register_entry = Table(
    "register_entry",
    tables,
    Column("register", Text, nullable=False, comment="offices, obligations, explanations, campaigns"),
    Column("key", Text, nullable=False, comment="by which sheets name it"),
    Column("document", Text, nullable=False, comment="JSON of the register's model, see storage.registers"),
    Column("changed_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("changed_at", Integer, nullable=False),
    PrimaryKeyConstraint("register", "key"),
)


timeline_entry = Table(
    "timeline_entry",
    tables,
    Column("id", Integer, primary_key=True),
    Column("thread", Integer, ForeignKey("timeline_entry.id"), comment="first entry of what this goes on; null: it"),
    Column("kind", Text, nullable=False, comment="see storage.timeline.kinds"),
    Column("appeal", Text, ForeignKey("appeal.code"), comment="null: of a campaign, an office or nothing narrower"),
    Column("campaign", Text, comment="key of the register of campaigns"),
    Column("addressee", Text, comment="its id on the sheet"),
    Column("office", Text, comment="key of the register of offices"),
    Column("day", Text, nullable=False, comment="when it happened, as exactly as it is known"),
    Column("due_on", Text, comment="day by which something is expected"),
    Column("stage", Text, comment="where it stands now, a fixed word of its kind"),
    Column("confidential", Integer, nullable=False, comment="1: only for who records"),
    Column("embargo_until", Integer, comment="before it nobody but who records sees it"),
    Column("content", LargeBinary, nullable=False, comment="encrypted JSON of the kind's model"),
    Column("file", LargeBinary, comment="encrypted; a scan or a letter"),
    Column("recorded_by", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Index("timeline_entry_by_appeal", "appeal", "day"),
    where_given("timeline_entry_by_thread", "thread", "thread"),
)


news = Table(
    "news",
    tables,
    Column("id", Integer, primary_key=True),
    Column("appeal", Text, ForeignKey("appeal.code"), comment="null: of a bill that belongs to none"),
    Column("entry", Integer, ForeignKey("timeline_entry.id"), comment="what it tells of; null: of none"),
    Column("kind", Text, nullable=False, comment="see storage.timeline.news"),
    Column("texts", Text, nullable=False, comment="JSON: what it says by language"),
    Column("wanted", Text, nullable=False, comment="JSON: whom it is for, see storage.letters.broadcasts.audience"),
    Column("state", Text, nullable=False, comment="waiting, sent, given_up"),
    Column("author", Integer, ForeignKey("coordinator.id"), nullable=False),
    Column("written_at", Integer, nullable=False),
    Column("approved_by", Integer, ForeignKey("coordinator.id")),
    Column("broadcast", Integer, ForeignKey("broadcast.id"), unique=True, comment="null until it is sent, once"),
)


task = Table(
    "task",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True, comment="such as follow_up:DEMO-001:30: each comes up once"),
    Column("kind", Text, nullable=False, comment="follow_up, no_reply, commitment, review, office"),
    Column("appeal", Text, ForeignKey("appeal.code"), comment="null: of none"),
    Column("entry", Integer, ForeignKey("timeline_entry.id"), comment="null: of none"),
    Column("number", Integer, comment="of days or months, by the kind"),
    Column("due_at", Integer, nullable=False, comment="moved on by a snooze"),
    Column("told_at", Integer, comment="when coordinators were told last; null: not since it is due"),
    Column("done_at", Integer, comment="null: it is open"),
    Column("done_by", Integer, ForeignKey("coordinator.id")),
)


moment = Table(
    "moment",
    tables,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="vote, summit, hearing, review, deadline, action, other"),
    Column("appeal", Text, ForeignKey("appeal.code"), comment="null: of none"),
    Column("anchor", Integer, nullable=False, comment="1: the anchor event of the appeal's sheet"),
    Column("document", Text, nullable=False, comment="JSON: name and place by language"),
    Column("at", Integer, nullable=False, comment="its beginning; of a day alone, that day's"),
    Column("zone", Text, nullable=False),
    Column("hour_known", Integer, nullable=False),
    Column("public", Integer, nullable=False, comment="0: coordinators alone see it"),
    Column("coming", Integer, nullable=False, comment="how many said that they come"),
    Column("added_by", Integer, ForeignKey("coordinator.id"), comment="null: the program, for an anchor event"),
    Column("cancelled_at", Integer),
)


moment_reminder = Table(
    "moment_reminder",
    tables,
    Column("moment", Integer, owned_by("moment.id"), nullable=False),
    Column("hours", Integer, nullable=False, comment="before it: 168, 24, 3"),
    Column("at", Integer, nullable=False, comment="the moment's time that it was for: a moved one is reminded of anew"),
    PrimaryKeyConstraint("moment", "hours", "at"),
)


attendance = Table(
    "attendance",
    tables,
    Column("moment", Integer, owned_by("moment.id"), nullable=False),
    Column("person", Text, nullable=False, comment="keyed digest of moment and Telegram id; goes after the moment"),
    PrimaryKeyConstraint("moment", "person"),
)
