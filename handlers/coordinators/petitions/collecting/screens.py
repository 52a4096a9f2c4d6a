"""What coordinators see of a petition's links: a page of them, and one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handlers.appeals.heading import title_text
from handlers.appeals.links import link_to
from handlers.asking import button
from handlers.dates import day_text
from handlers.message_text import fitted
from handlers.texts import Markup
from storage.appeals.records import OVER, AppealState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from telegram import InlineKeyboardButton

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.model import Appeal
    from storage.petitions.collecting.links import Link

PAGE = 8  # links, each with a button
SOURCES_MAX = 12  # that nobody made a link for, largest first
ENDED = OVER | {AppealState.WITHDRAWN}
"""Petitions to which a link is of no use any more."""
BUTTON_LABEL_MAX = 30  # characters; a telephone shows no more

Screen = tuple[str, "Rows"]


def links_screen(
    context: Context, appeal: Appeal, links: Sequence[Link], sources: Counter[str], page: int, *, asked: int
) -> Screen:
    """Show a page of the links with their counts, and what came by other ways; *asked* people offer to collect."""
    title = title_text(appeal, context.services.texts, context.language)
    shown = links[page * PAGE : (page + 1) * PAGE]
    blocks = [context.say("links-heading", title=title, code=appeal.code)]
    if links:
        blocks[0] += "\n" + context.say("links-together", count=sum(link.valid for link in links))
    blocks.append("\n".join(_line(context, link) for link in shown) if shown else context.say("links-none"))
    blocks.append(_others(context, sources - _counted(links)))
    rows: list[Sequence[InlineKeyboardButton]] = [
        [button(label_text(context, link)[:BUTTON_LABEL_MAX], "link", appeal.code, link.source)] for link in shown
    ]
    rows.append(_turning(context, appeal, len(links), page))
    rows.append([button(context.label("links-new"), "link-new", appeal.code)])
    if waiting := sum(link.suspect for link in links):
        rows.append([button(context.label("links-suspects", count=waiting), "suspects", appeal.code)])
    rows.append([button(context.label("links-volunteers", count=asked), "volunteers", appeal.code)])
    return fitted(map(Markup, filter(None, blocks))), [row for row in rows if row]


def link_screen(context: Context, appeal: Appeal, link: Link, *, ending: bool = False) -> Screen:
    """Show one link; with *ending*, ask whether it shall end."""
    zone = context.services.policy.timezone
    blocks = [
        context.say(
            "links-one",
            title=title_text(appeal, context.services.texts, context.language),
            kind=context.label(f"links-kind-{link.kind}"),
            label=label_text(context, link),
            link=link_to(appeal.code, context.bot.username, link.source),
            count=link.valid,
            day=day_text(link.made_at.astimezone(zone).date(), context.language),
        )
    ]
    if link.suspect:
        blocks.append(context.say("links-one-suspect", count=link.suspect))
    if link.ended_at:
        day = day_text(link.ended_at.astimezone(zone).date(), context.language)
        blocks.append(context.say("links-one-ended", day=day))
    elif ending:
        blocks.append(context.say("links-ask-end"))
    arguments = (appeal.code, link.source)
    back = [button(context.label("links-back"), "links", appeal.code)]
    if link.ended_at:
        return "\n\n".join(blocks), [back]
    if ending:
        keep = button(context.label("links-keep"), "link", *arguments)
        return "\n\n".join(blocks), [[button(context.label("links-end-yes"), "link-end-yes", *arguments)], [keep]]
    picture = button(context.label("links-picture"), "link-picture", *arguments)
    return "\n\n".join(blocks), [[picture], [button(context.label("links-end"), "link-end", *arguments)], back]


def label_text(context: Context, link: Link) -> str:
    """Return whose the link is; its source where that was erased."""
    return link.label or context.label("links-erased", source=link.source)


def moment_text(context: Context, moment: datetime) -> str:
    """Return a moment by the organisation's clock, to the second."""
    local = moment.astimezone(context.services.policy.timezone)
    return f"{day_text(local.date(), context.language)}, {local:%H:%M:%S}"


def _line(context: Context, link: Link) -> str:
    return context.say(
        "links-line",
        label=label_text(context, link),
        kind=context.label(f"links-kind-{link.kind}"),
        count=link.valid,
        suspect=link.suspect,
        ended="yes" if link.ended_at else "no",
    )


def _others(context: Context, sources: Counter[str]) -> str:
    """Say what came with sources that nobody made a link for, and without any."""
    plain, known = sources.pop("", 0), sources.most_common(SOURCES_MAX)
    lines = [context.say("links-count", name=source, count=count) for source, count in known]
    if rest := sources.total() - sum(count for _, count in known):
        lines.append(context.say("links-rest", count=rest))
    if plain:
        lines.append(context.say("links-no-source", count=plain))
    return "\n".join([context.say("links-others"), *lines]) if lines else ""


def _counted(links: Sequence[Link]) -> Counter[str]:
    return Counter({link.source: link.valid for link in links})


def _turning(context: Context, appeal: Appeal, links: int, page: int) -> list[InlineKeyboardButton]:
    earlier = [button(context.label("links-earlier"), "links", appeal.code, page - 1)] if page else []
    more = [button(context.label("links-more"), "links", appeal.code, page + 1)] if links > (page + 1) * PAGE else []
    return [*earlier, *more]
