"""Who would get the letters of a plan, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from babel import Locale

from handlers.appeals.heading import language_for
from handlers.coordinators.sending.planning.draft import is_unchanged, wanted_of
from handlers.countries import country_text
from handlers.texts import Markup
from storage.appeals.records import AppealState
from storage.appeals.vocabulary import Topic, Urgency
from storage.letters.broadcasts.audience import Group, audience
from storage.people.subscribers import Cadence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handlers.context import Context
    from handlers.coordinators.sending.planning.steps import Planning
    from storage.appeals.model import Appeal
    from storage.letters.broadcasts.audience import Audience

DIGESTS = frozenset(Cadence) - {Cadence.AT_ONCE, Cadence.CRITICAL_ONLY}


@dataclass(frozen=True)
class Readers:
    """Who would get a letter now, and how many will find the appeal in their digest instead."""

    audience: Audience
    in_digests: int = 0

    @property
    def total(self) -> int:
        """How many letters there would be."""
        return self.audience.total


async def count_readers(context: Context, planning: Planning) -> Readers:
    """Count who would get the plan's letters if they were written now, and who finds the appeal in a digest."""
    return Readers(await count_letters(context, planning), await _count_in_digests(context, planning))


async def count_letters(context: Context, planning: Planning) -> Audience:
    """Count who would get the plan's letters if they were written now."""
    return await audience(context.services.db, planning.stored, wanted_of(planning.draft))


async def _count_in_digests(context: Context, planning: Planning) -> int:
    """Count those who chose a digest, and would get the appeal at once only if it were critical."""
    stored, wanted = planning.stored, wanted_of(planning.draft)
    if stored.appeal.urgency is Urgency.CRITICAL or wanted.group is not Group.SUBSCRIBERS:
        return 0
    critical = replace(stored, appeal=stored.appeal.model_copy(update={"urgency": Urgency.CRITICAL}))
    return (await audience(context.services.db, critical, replace(wanted, cadences=DIGESTS))).total


def publishes_alone(planning: Planning, readers: Readers) -> bool:
    """Say whether nobody wants the appeal, so that sending it means to list it and no more."""
    unchanged = is_unchanged(planning.draft, planning.stored) and planning.draft.group == Group.SUBSCRIBERS
    return not readers.total and unchanged and planning.stored.state is AppealState.APPROVED


def readers_text(context: Context, planning: Planning, readers: Readers) -> Markup:
    """Say how many get it, in which languages, how that was narrowed, and who will read it elsewhere."""
    lines = [_nobody(context, planning, readers)] if not readers.total else list(_somebody(context, planning, readers))
    lines += _narrowed(context, planning)
    if readers.in_digests:
        lines.append(context.say("sending-in-digests", count=readers.in_digests))
    return Markup("\n".join(lines))


def _nobody(context: Context, planning: Planning, readers: Readers) -> str:
    code, draft = planning.stored.appeal.code, planning.draft
    if publishes_alone(planning, readers):
        return context.say("sending-to-nobody")
    if draft.group == Group.SUBSCRIBERS and is_unchanged(draft, planning.stored):
        return context.say("sending-twice", code=code)
    return context.say("sending-nobody-fits")


def _somebody(context: Context, planning: Planning, readers: Readers) -> Iterator[str]:
    draft, stored = planning.draft, planning.stored
    if stored.state is AppealState.PUBLISHED:
        yield context.say("sending-again", code=stored.appeal.code)
    yield context.say(f"sending-to-{draft.group}", total=readers.total, of=draft.of or "")
    for language, count in readers.audience.by_language.items():
        yield _by_language(context, stored.appeal, language, count)


def _by_language(context: Context, appeal: Appeal, language: str, count: int) -> str:
    read = language_for(appeal, language, context.services.texts.default)
    return context.say(
        "sending-readers" if read == language else "sending-readers-of-another",
        language=language_name(language, context.language),
        count=count,
        read=language_name(read, context.language),
    )


def _narrowed(context: Context, planning: Planning) -> Iterator[str]:
    """Give each way in which the coordinator narrowed the audience."""
    draft, texts = planning.draft, context.services.texts
    if draft.languages:
        names = ", ".join(language_name(tag, context.language) for tag in sorted(draft.languages))
        yield context.say("sending-only-languages", languages=names)
    if draft.topics:
        names = ", ".join(context.label(f"subscribing-topic-{one}") for one in Topic if one in draft.topics)
        yield context.say("sending-only-topics", topics=names)
    if draft.cadences:
        yield context.say("sending-without-digests")
    if draft.countries:
        names = ", ".join(country_text(code, texts, context.language) for code in sorted(draft.countries))
        yield context.say("sending-only-countries", countries=names)


def language_name(tag: str, language: str) -> str:
    """Return what a language is called in another one."""
    return Locale.parse(tag, sep="-").get_display_name(language) or tag
