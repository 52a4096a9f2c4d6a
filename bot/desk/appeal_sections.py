"""What the page of an appeal shows, section by section; a section that is not for the visitor's role is not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.desk.charts.petition import petition_charts
from handlers.appeals.cards import card_parts, letter_text
from handlers.appeals.heading import language_for
from handlers.coordinators.petitions.counting.breakdown import parts_of
from handlers.coordinators.petitions.counting.pace import going, outlook, standing
from handlers.coordinators.roles import Duty
from handlers.texts import LANGUAGES
from storage.appeals.history import versions_of
from storage.appeals.records import UNSENT, find_correction
from storage.appeals.restricted import restricted_of
from storage.letters.broadcasts.planning import latest_broadcasts
from storage.letters.reports.progress import progress_of_each
from storage.petitions.batches.records import batches_of
from storage.petitions.collecting.links import links_of
from storage.petitions.counting.support import support_of
from storage.petitions.handing_over.handovers import handovers_made
from storage.registers.records import read_registers
from storage.timeline.aftermath import aftermath_of
from storage.timeline.entries import Subject, entries_about
from storage.timeline.kinds import Delivery, Reply
from storage.timeline.story import story_of
from storage.timeline.visibility import visible_to

if TYPE_CHECKING:
    from markupsafe import Markup

    from bot.desk.desk import Desk
    from bot.desk.telling import StoryLine, Teller
    from bot.desk.visitor import Visitor
    from handlers.appeals.happenings import Names
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.petitions.batches.records import Batch
    from storage.timeline.entries import Entry

BROADCASTS_MAX = 100


@dataclass(frozen=True)
class Card:
    """The appeal as readers of one language see it in Telegram: the letter, and the full card, message by message.

    Attributes:
        language: Tag of the one in which the appeal itself is then shown.
        reader: Name of the readers' language; `content` of the appeal's.
    """

    language: str
    reader: str
    content: str
    letter: Markup
    parts: tuple[Markup, ...]


@dataclass(frozen=True)
class AddresseeLine:
    """An addressee, and how far it is with them: `pending`, `delivered` or `answered`."""

    office: str
    methods: tuple[str, ...]
    state: str
    delivered: tuple[str, ...]
    answered: tuple[str, ...]


async def sections_of(stored: StoredAppeal, desk: Desk, visitor: Visitor, tell: Teller) -> dict[str, Any]:
    """Read what the visitor's role may know of the appeal, as values of the template."""
    db, code = desk.db, stored.appeal.code
    authors = visitor.may(Duty.DRAFT, Duty.APPROVE)
    counting = stored.appeal.kind.asks and stored.state not in UNSENT
    names = await tell.names()
    broadcasts = await latest_broadcasts(db, code, BROADCASTS_MAX)
    return {
        "versions": await versions_of(db, code) if authors else None,
        "correction": await find_correction(db, code) if authors else None,
        "restricted": await restricted_of(db, stored.version) if authors else None,
        "addressees": await _addressees(stored.appeal, desk, visitor, tell),
        "cards": await _cards(stored.appeal, desk, tell),
        "campaign": await _campaign(stored.appeal, desk, names),
        "story": await _story(code, desk, visitor, tell, names),
        "office": lambda one: names.office(Subject(one.code, one.addressee)),
        "broadcasts": await progress_of_each(db, broadcasts),
        **(await _counts(stored, desk, visitor, tell) if counting else {"count": None, "charts": (), "links": None}),
        "batches": await _batches(code, desk) if counting and visitor.may(Duty.ENTER_BATCHES) else None,
        "handovers": await handovers_made(db, code) if counting and visitor.may(Duty.HAND_OVER) else None,
    }


async def _campaign(appeal: Appeal, desk: Desk, names: Names) -> str:
    """Return what the campaign is called; its key where the register has it no more, nothing where there is none."""
    campaign = (await read_registers(desk.db)).campaigns.get(appeal.campaign or "")
    return names.its(campaign.name) if campaign else appeal.campaign or ""


async def _batches(code: str, desk: Desk) -> list[tuple[str, Batch]]:
    return [(code, batch) for batch in await batches_of(desk.db, code)]


async def _counts(stored: StoredAppeal, desk: Desk, visitor: Visitor, tell: Teller) -> dict[str, Any]:
    goes = await going(desk.db, stored.appeal, desk.texts, visitor.language, desk.now())
    labels = visitor.may(Duty.RUN_PETITION)
    parts = await parts_of(desk.db, goes, labels=labels)
    return {
        "count": (tell.shown(standing(goes)), tell.shown(outlook(goes))),
        "charts": petition_charts(goes, parts),
        "links": await links_of(desk.db, stored.appeal.code),
    }


async def _cards(appeal: Appeal, desk: Desk, tell: Teller) -> list[Card]:
    """Return what readers of each language of the interface see; others see it in one of these."""
    texts, now, support = desk.texts, desk.now(), await support_of(desk.db, appeal.code)
    known: dict[str, Any] = {
        "now": now,
        "support": support,
        "aftermath": await aftermath_of(desk.db, appeal.code, now),
    }
    return [
        Card(
            language_for(appeal, language, texts.default),
            tell.tongue(language),
            tell.tongue(language_for(appeal, language, texts.default)),
            tell.shown(letter_text(appeal, texts, language, **known)),
            tuple(tell.shown(part) for part in card_parts(appeal, texts, language, **known)),
        )
        for language in LANGUAGES
    ]


async def _story(code: str, desk: Desk, visitor: Visitor, tell: Teller, names: Names) -> list[StoryLine]:
    staff, zone = visitor.may(Duty.RECORD), desk.policy.timezone
    story = await story_of(desk.db, code, desk.now(), zone, staff=staff)
    return [tell.line(one, names) for one in story]


async def _addressees(appeal: Appeal, desk: Desk, visitor: Visitor, tell: Teller) -> list[AddresseeLine]:
    entries = await entries_about(desk.db, Subject(appeal=appeal.code))
    known = [one for one in entries if visible_to(one, desk.now(), staff=visitor.may(Duty.RECORD))]
    content = language_for(appeal, tell.language, desk.texts.default)
    return [
        AddresseeLine(
            addressee.office[content],
            tuple(tell.label(f"entry-method-{method}") for method in addressee.methods),
            *_how_far([one for one in known if one.about.addressee == addressee.id], tell),
        )
        for addressee in appeal.addressees
    ]


def _how_far(entries: list[Entry], tell: Teller) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    delivered = tuple(tell.day(one.day) for one in entries if isinstance(one.content, Delivery))
    answered = tuple(
        f"{tell.day(one.day)} ({tell.label(f'entry-response-{one.content.response}')})"
        for one in entries
        if isinstance(one.content, Reply)
    )
    return "answered" if answered else "delivered" if delivered else "pending", delivered, answered
