"""The forms by which who records adds a moment to the calendar, and moves one."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from handlers.appeals.happenings import Names
from handlers.asking import answer, button, show
from handlers.coordinators.forms import fields
from handlers.coordinators.forms.fields import Choice, Form, NotKept, Question, Text, Translated
from handlers.coordinators.named import named_appeal, number_in, words_of
from handlers.coordinators.roles import Duty
from handlers.message_text import GAP
from handlers.moments import moment_text
from handlers.texts import LANGUAGES, Markup
from handlers.translated import in_language
from storage.appeals.values import LINE_MAX
from storage.calendar.changing import NewMoment, add_moment, move_moment
from storage.calendar.coming import When, find_moment
from storage.calendar.kinds import Described, MomentKind
from storage.errors import NoSuchMoment

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answer, Answers, Subject
    from storage.people.coordinators import Coordinator

ZONE_MAX = 40  # characters; no name of the IANA database is longer
DAY_LENGTH = len("2026-12-08")


async def begin_adding(update: Update, context: Context, _coordinator: Coordinator) -> Subject | None:
    """Take the appeal from behind the command, where one stands there."""
    zone = context.services.policy.timezone.key
    if not words_of(update, context):
        return {"code": "", "zone": zone}
    stored = await named_appeal(update, context, "moment")
    return {"code": stored.appeal.code, "zone": stored.appeal.timezone} if stored else None


async def adding_questions(context: Context, _subject: Subject) -> tuple[Question, ...]:
    """Return what is asked of a new moment; names and places in the coordinator's own language first."""
    languages = tuple(sorted(LANGUAGES, key=lambda one: one != context.language))
    kinds = tuple((kind.value, context.label(f"calendar-kind-{kind}")) for kind in MomentKind)
    who = (("yes", context.label("moment-add-everybody")), ("no", context.label("moment-add-coordinators")))
    return (
        Question("kind", Choice(kinds)),
        Question("name", Translated(languages, LINE_MAX, lines=False)),
        Question("when", fields.Moment()),
        Question("zone", Text(ZONE_MAX, check=_zone_fault), optional=True),
        Question("place", Translated(languages, LINE_MAX, lines=False), optional=True),
        Question("public", Choice(who)),
    )


async def finish_adding(
    update: Update, context: Context, coordinator: Coordinator, subject: Subject, answers: Answers
) -> None:
    """Put the moment into the calendar, and show it there."""
    services = context.services
    new = NewMoment(
        MomentKind(str(answers["kind"])),
        Described.model_validate({"name": answers["name"], "place": answers.get("place")}),
        _when(answers["when"], str(answers.get("zone", subject["zone"]))),
        public=answers["public"] == "yes",
        appeal=subject["code"] or None,
    )
    _require_ahead(context, new.when)
    moment = await add_moment(services.db, new, coordinator, services.now())
    await _show_kept(update, context, moment, "moments-added")


async def begin_moving(update: Update, context: Context, _coordinator: Coordinator) -> Subject | None:
    """Take the moment from the button, if it is one that coordinators can move."""
    row = number_in(words_of(update, context), 0) or 0
    try:
        moment = await find_moment(context.services.db, row, context.services.now())
    except NoSuchMoment:
        moment = None
    if moment is None or moment.anchor:
        await show(update, context, context.say("calendar-gone"))
        return None
    return {"moment": str(moment.id), "name": in_language(moment.name, context.language), "zone": moment.when.zone.key}


async def moving_questions(_context: Context, subject: Subject) -> tuple[Question, ...]:
    """Return what is asked of a moment that moves."""
    return (Question("when", fields.Moment(ZoneInfo(subject["zone"]))),)


async def finish_moving(
    update: Update, context: Context, coordinator: Coordinator, subject: Subject, answers: Answers
) -> None:
    """Move the moment, and show it where it is now."""
    services, when = context.services, _when(answers["when"], subject["zone"])
    _require_ahead(context, when)
    try:
        await move_moment(services.db, int(subject["moment"]), when, coordinator, services.now())
    except NoSuchMoment:  # meanwhile
        await show(update, context, context.say("calendar-gone"))
        return
    await _show_kept(update, context, int(subject["moment"]), "moments-moved")


def _require_ahead(context: Context, when: When) -> None:
    """Refuse what lies behind by its own clocks; of a day alone, what is over."""
    if (when.at if when.hour_known else when.over_at) <= context.services.now():
        raise NotKept(context.say("moments-past"))


async def _show_kept(update: Update, context: Context, moment: int, key: str) -> None:
    await answer(update, context)
    kept = await find_moment(context.services.db, moment, context.services.now())
    text = moment_text(kept, Names(context.services.texts, context.language))
    rows = [[button(context.label("calendar-all"), "calendar")]]
    await show(update, context, str(GAP.join((Markup(context.say(key)), text))), rows)


def _when(answered: Answer, zone: str) -> When:
    """Return what the form kept, `2026-12-08 14:00` or `2026-12-08`, by the clocks of the zone."""
    text = str(answered)
    day, hour = date.fromisoformat(text[:DAY_LENGTH]), text[DAY_LENGTH:].strip()
    return When.of(day, time.fromisoformat(hour) if hour else None, ZoneInfo(zone))


def _zone_fault(name: str) -> str | None:
    return None if name in available_timezones() else "moment-add-unknown-zone"


ADD_MOMENT = Form(
    name="moment-add",
    commands=("moment",),
    word="moment-add",
    duty=Duty.RECORD,
    begin=begin_adding,
    questions=adding_questions,
    finish=finish_adding,
)
MOVE_MOMENT = Form(
    name="moment-move",
    commands=(),
    word="moment-move",
    duty=Duty.RECORD,
    begin=begin_moving,
    questions=moving_questions,
    finish=finish_moving,
)
