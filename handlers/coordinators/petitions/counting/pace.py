"""How a petition goes, in words: its count beside the goal, the pace of late, and where that leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.appeals.heading import title_text
from handlers.appeals.page import LINE, goal_of
from handlers.bars import bar
from handlers.dates import day_text
from handlers.texts import Markup
from storage.petitions.counting.pace import count_days, forecast, pace_of
from storage.petitions.counting.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.petitions.counting.pace import Days, Forecast, Pace
    from storage.petitions.counting.support import Support

ROUNDED_FROM = 10  # signatures a day; below, one decimal says more


@dataclass(frozen=True)
class Going:
    """A petition as it goes at one moment, for a reader of *language*.

    Attributes:
        now: The moment, in the zone of the petition.
    """

    appeal: Appeal
    support: Support
    days: Days
    now: datetime
    texts: Texts
    language: str

    @property
    def goal(self) -> int:
        """How many signatures are aimed at."""
        return goal_of(self.appeal, self.support) or 0

    def say(self, key: str, **values: Value) -> Markup:
        """Return a text of the reader's language."""
        return Markup(self.texts.html(key, self.language, **values))


async def going(db: Database, appeal: Appeal, texts: Texts, language: str, now: datetime) -> Going:
    """Read how the petition goes."""
    local = now.astimezone(ZoneInfo(appeal.timezone))
    return Going(appeal, await support_of(db, appeal.code), await count_days(db, appeal.code), local, texts, language)


def count_line(appeal: Appeal, support: Support, texts: Texts, language: str) -> Markup:
    """Return the petition's title and its count, beside the goal."""
    title, goal = title_text(appeal, texts, language), goal_of(appeal, support) or 0
    return Markup(texts.html("pace-total", language, code=appeal.code, title=title, total=support.total.all, goal=goal))


def standing(going: Going) -> Markup:
    """Return the petition's count, online and on paper apart, and how far it is from the goal."""
    total, goal = going.support.total, going.goal
    lines = [count_line(going.appeal, going.support, going.texts, going.language)]
    if total.on_paper:
        lines.append(going.say("pace-apart", online=total.online, paper=total.on_paper))
    if goal:
        lines.append(going.say("pace-bar", bar=bar(total.all, goal), percent=total.all * 100 // goal))
    return LINE.join(lines)


def outlook(going: Going) -> Markup:
    """Return the pace and the forecast; after the deadline, whether the goal was reached."""
    return LINE.join((going.say("pace-heading"), *_told(going)))


def _told(going: Going) -> Iterator[Markup]:
    pace, deadline = pace_of(going.days, going.now), going.appeal.deadline
    leads = forecast(going.support.total.all, going.goal, pace, going.now, deadline)
    if leads is None:
        key = "pace-over-reached" if going.support.total.all >= going.goal else "pace-over"
        yield going.say(key, total=going.support.total.all, goal=going.goal)
        return
    yield _pace_in_words(going, pace)
    if pace.recent:
        local = deadline.astimezone(going.now.tzinfo)
        yield going.say("pace-deadline", total=leads.at_deadline, day=day_text(local.date(), going.language))
    yield _goal_in_words(going, leads)
    if going.days.undated:
        yield going.say("pace-undated", count=going.days.undated)


def _pace_in_words(going: Going, pace: Pace) -> Markup:
    per_day = round(pace.per_day) if pace.per_day >= ROUNDED_FROM else round(pace.per_day, 1)
    if pace.recent and pace.since == going.now.date():
        return going.say("pace-today", recent=pace.recent)
    key = "pace-recent" if pace.recent else "pace-none"
    return going.say(key, recent=pace.recent, since=day_text(pace.since, going.language), rate=per_day)


def _goal_in_words(going: Going, leads: Forecast) -> Markup:
    if not leads.needed:
        return going.say("pace-goal-reached", goal=going.goal)
    if leads.goal_on is None:
        return going.say("pace-goal-never", goal=going.goal, needed=leads.needed)
    late = leads.at_deadline < going.goal
    day = day_text(leads.goal_on, going.language)
    return going.say("pace-goal-late" if late else "pace-goal-on", goal=going.goal, day=day, needed=leads.needed)
