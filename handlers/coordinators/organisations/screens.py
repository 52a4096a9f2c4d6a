"""What coordinators see of the coalition: a page of the register, and one organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from handlers.asking import button
from handlers.countries import country_name
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.people.organisations import Organisation
    from storage.people.representatives import Representative
    from storage.petitions.endorsements import Endorsement

PAGE = 10  # organisations, each with a button

Screen = tuple[str, "Rows"]
Asked = tuple[Literal["nothing", "leave", "end"], int | None]
"""What the screen asks before it is done; for `end`, the row of the representative."""


def register_screen(context: Context, listed: Sequence[Organisation], page: int, news: str | None = None) -> Screen:
    """Show a page of the register, after *news* of it."""
    members = sum(one.left_on is None for one in listed)
    heading = context.say("organisations-heading", members=members, left=len(listed) - members)
    shown = listed[page * PAGE : (page + 1) * PAGE]
    lines = "\n".join(_line(context, one) for one in shown)
    blocks = [news, heading, lines, context.say("organisations-how")]
    rows: list[Sequence[InlineKeyboardButton]] = [[button(one.name, "organisation", one.id)] for one in shown]
    earlier = [button(context.label("organisations-earlier"), "organisations", page - 1)] if page else []
    has_more = len(listed) > (page + 1) * PAGE
    more = [button(context.label("organisations-more"), "organisations", page + 1)] if has_more else []
    rows.append([*earlier, *more])
    return fitted(map(Markup, filter(None, blocks))), [row for row in rows if row]


def organisation_screen(
    context: Context,
    organisation: Organisation,
    representatives: Sequence[Representative],
    endorsed: Sequence[Endorsement],
    asked: Asked,
) -> Screen:
    """Show one organisation with its representatives and endorsements, and what is *asked* before it is done."""
    people = "\n".join(_representative_line(context, one) for one in representatives)
    appeals = ", ".join(_endorsed_text(context, one) for one in endorsed)
    blocks = [
        _heading(context, organisation),
        people or context.say("organisations-no-representative"),
        context.say("organisations-endorses", appeals=appeals)
        if appeals
        else context.say("organisations-endorses-none"),
    ]
    match asked:
        case ("leave", _) if organisation.left_on is None:
            blocks.append(context.say("organisations-ask-leave"))
            rows = _yes_or_back(context, organisation, "organisations-leave-yes", "organisation-leave-yes")
        case ("end", int(row)) if row in {one.id for one in representatives}:
            blocks.append(context.say("organisations-ask-end", row=str(row)))
            rows = _yes_or_back(context, organisation, "organisations-end-yes", "organisation-end-yes", row)
        case _:
            rows = _rows(context, organisation, representatives)
    return fitted(map(Markup, blocks)), rows


def _line(context: Context, organisation: Organisation) -> str:
    return context.say(
        "organisations-line",
        name=organisation.name,
        country=country_name(organisation.country, context.language),
        state="member" if organisation.left_on is None else "left",
    )


def _heading(context: Context, organisation: Organisation) -> str:
    words = {
        "name": organisation.name,
        "id": str(organisation.id),
        "country": country_name(organisation.country, context.language),
        "since": day_text(organisation.since, context.language),
    }
    if organisation.left_on is None:
        return context.say("organisations-one", **words)
    return context.say("organisations-one-left", **words, left=day_text(organisation.left_on, context.language))


def _representative_line(context: Context, representative: Representative) -> str:
    row = str(representative.id)
    if representative.person:
        return context.say("organisations-representative", row=row)
    until = representative.expires_at.astimezone(context.services.policy.timezone)
    moment = f"{day_text(until.date(), context.language)}, {until:%H:%M}"
    return context.say("organisations-invited", row=row, until=moment)


def _endorsed_text(context: Context, endorsed: Endorsement) -> str:
    if endorsed.number == endorsed.current:
        return endorsed.code
    words = {"number": endorsed.number, "current": endorsed.current}
    return context.label("organisations-endorsed-earlier", code=endorsed.code, **words)


def _yes_or_back(context: Context, organisation: Organisation, label: str, word: str, *row: int) -> Rows:
    back = button(context.label("organisations-keep"), "organisation", organisation.id)
    return [[button(context.label(label), word, organisation.id, *row)], [back]]


def _rows(context: Context, organisation: Organisation, representatives: Sequence[Representative]) -> Rows:
    member, own = organisation.left_on is None, organisation.id
    invite = [[button(context.label("organisations-invite"), "organisation-invite", own)]] if member else []
    word = "leave" if member else "return"
    change = button(context.label(f"organisations-{word}"), f"organisation-{word}", own)
    ends = [
        [button(context.label("organisations-end", row=str(one.id)), "organisation-end", own, one.id)]
        for one in representatives
    ]
    return [*invite, *ends, [change], [button(context.label("organisations-back"), "organisations")]]
