"""What an entry is about: an appeal that was sent, a campaign, an office of the register, or none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.asking import button, say
from handlers.coordinators.forms.fields import Choice, Question
from handlers.coordinators.named import words_of
from handlers.translated import in_language
from storage.appeals.records import EVER_SENT, appeals_in, find_appeal
from storage.errors import NoSuchAppeal
from storage.registers.records import read_registers
from storage.timeline.entries import Subject
from storage.timeline.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from telegram import InlineKeyboardButton, Update

    from handlers.asking import Rows
    from handlers.context import Context
    from handlers.coordinators.forms.fields import Answers
    from handlers.coordinators.forms.fields import Subject as About
    from storage.appeals.model import Appeal

APPEALS_SHOWN = 30  # the newest of them
NONE = "-"
"""What a button names for what is about no appeal and no campaign."""

_OF_APPEALS = frozenset({Kind.DELIVERY, Kind.REPLY, Kind.OUTCOME, Kind.STATUS})
_CODE_MAX = 40  # characters of a code or a key


async def find_about(context: Context, word: str) -> About | None:
    """Return what a code, a key of the register of campaigns or `NONE` names; None if it names nothing.

    `of` is what titles call it.
    """
    if word == NONE:
        return {"of": context.label("recording-of-nothing")}
    if len(word) > _CODE_MAX or not word.isascii():
        return None
    try:
        stored = await find_appeal(context.services.db, word.upper())
    except NoSuchAppeal:
        campaign = (await read_registers(context.services.db)).campaigns.get(word.lower())
        return {"campaign": campaign.key, "of": in_language(campaign.name, context.language)} if campaign else None
    return {"appeal": stored.appeal.code, "of": stored.appeal.code} if stored.state in EVER_SENT else None


def suits(kind: Kind, about: About) -> bool:
    """Say whether entries of that kind are recorded of it: a reply is one to an appeal, an action is a campaign's."""
    if kind is Kind.ACTION:
        return "campaign" in about
    return kind not in _OF_APPEALS or "appeal" in about


async def named_about(update: Update, context: Context, word: str, kinds: Collection[Kind]) -> About | None:
    """Return what the command or the button names, if one of *kinds* suits it.

    Where it names nothing such, list what there is on buttons of *word*.
    """
    words = words_of(update, context)
    about = await find_about(context, words[0]) if words else None
    if about is not None and any(suits(kind, about) for kind in kinds):
        return about
    key = "recording-unknown" if words else "recording-which"
    await say(update, context, context.say(key), await _choices(context, word, kinds))
    return None


async def office_question(context: Context, about: About, *, optional: bool = False) -> tuple[Question, ...]:
    """Ask which addressee of the appeal, or else which office of the register; nothing where there is no choice."""
    options = await _offices(context, about)
    single = len(options) <= 1 and ("appeal" in about or not options)
    return () if single else (Question("office", Choice(options), optional=optional, texts="recording"),)


async def subject_of(context: Context, about: About, answers: Answers) -> Subject:
    """Return what the entry is kept under; the only addressee of an appeal is meant without being asked for."""
    chosen = str(answers.get("office", "")) or None
    if "appeal" not in about:
        return Subject(office=chosen, campaign=about.get("campaign"))
    appeal = (await find_appeal(context.services.db, about["appeal"])).appeal
    if len(appeal.addressees) == 1:
        chosen = appeal.addressees[0].id
    entry = next((one.entry for one in appeal.addressees if one.id == chosen), None)
    return Subject(appeal.code, chosen, entry)


async def _offices(context: Context, about: About) -> tuple[tuple[str, str], ...]:
    if "appeal" in about:
        appeal = (await find_appeal(context.services.db, about["appeal"])).appeal
        return tuple((one.id, in_language(one.office, context.language)) for one in appeal.addressees)
    offices = (await read_registers(context.services.db)).offices.values()
    return tuple((one.key, in_language(one.office, context.language)) for one in offices)


async def _choices(context: Context, word: str, kinds: Collection[Kind]) -> Rows:
    """Give a button for each appeal that was sent, each campaign, and for what is about neither, as far as it suits."""
    sent = (await appeals_in(context.services.db, EVER_SENT))[::-1]
    appeals = [button(_appeal_label(context, one.appeal), word, one.appeal.code) for one in sent[:APPEALS_SHOWN]]
    campaigns = [
        button(in_language(one.name, context.language), word, one.key)
        for one in (await read_registers(context.services.db)).campaigns.values()
    ]
    nothing = [button(context.label("recording-of-nothing"), word, NONE)]
    groups: tuple[tuple[About, list[InlineKeyboardButton]], ...] = (
        ({"appeal": ""}, appeals),
        ({"campaign": ""}, campaigns),
        ({}, nothing),
    )
    return [[one] for about, group in groups if any(suits(kind, about) for kind in kinds) for one in group]


def _appeal_label(context: Context, appeal: Appeal) -> str:
    return f"{appeal.code} · {title_text(appeal, context.services.texts, context.language)}"
