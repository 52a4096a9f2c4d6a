"""The list of appeals.

/appeals ──► the open ones ──[title]──► its card (`reading`)
              ├──[By urgency] [Most active]──► the same in another order
              ├──[Statements] …──► those of one kind
              └──[Earlier ones]──► those that are over
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import BaseHandler, CommandHandler

from handlers.appeals.heading import deadline_text, marks_text, title_text
from handlers.asking import answer, button, on, pressed, say, show
from handlers.texts import Markup
from storage.appeals.listing import Order, earlier_appeals, of_kind, open_appeals
from storage.appeals.vocabulary import Kind

if TYPE_CHECKING:
    from telegram import Update

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.appeals.records import StoredAppeal

PAGE = 8  # appeals in one message
EARLIER = "earlier"
ALL = "all"


@dataclass(frozen=True)
class View:
    """Which appeals are listed, and how; `order` is that of the open ones."""

    order: Order | None = Order.DEADLINE
    kind: Kind | None = None
    page: int = 0

    @property
    def words(self) -> tuple[str, str, int]:
        """Return it as the words of a button."""
        return self.order or EARLIER, self.kind or ALL, self.page


async def list_appeals(update: Update, context: Context) -> None:
    """List the appeals that the command or the button asks for."""
    await answer(update, context)
    view = _view(pressed(update) if update.callback_query else tuple(word.lower() for word in context.args or ()))
    appeals = await _listed(context, view)
    found = of_kind(appeals, view.kind)
    page = min(view.page, max(0, len(found) - 1) // PAGE)
    shown, rows = found[page * PAGE :][:PAGE], _rows(context, view, appeals, page)
    heading = context.say(_heading(view) if found else _none(view), count=len(found))
    entries = [_entry(context, stored) for stored in shown]
    titles = [[button(_title(context, stored), "appeal", stored.appeal.code)] for stored in shown]
    in_place = update.callback_query is not None and len(pressed(update)) > 1
    await (show if in_place else say)(update, context, "\n\n".join((heading, *entries)), [*titles, *rows])


async def _listed(context: Context, view: View) -> tuple[StoredAppeal, ...]:
    services = context.services
    if view.order is None:
        return await earlier_appeals(services.db)
    return await open_appeals(services.db, services.now(), view.order)


def _view(words: tuple[str, ...]) -> View:
    """Read an order or `earlier`, a kind and a page, whichever stands first; other words say nothing."""
    order = next((Order(word) for word in words if word in set(Order)), Order.DEADLINE)
    kind = next((Kind(word) for word in words if word in set(Kind)), None)
    page = next((int(word) for word in words if word.isascii() and word.isdecimal() and len(word) <= len("999")), 0)
    return View(None if EARLIER in words else order, kind, page)


def _rows(context: Context, view: View, appeals: tuple[StoredAppeal, ...], page: int) -> Rows:
    """Return the buttons that page, order and choose."""
    rows = [_paging(context, view, len(of_kind(appeals, view.kind)), page)]
    if view.order is not None and len(appeals) > 1:
        rows.append([_choice(context, f"order-{one}", View(one, view.kind), view.order is one) for one in Order])
    kinds = [kind for kind in Kind if of_kind(appeals, kind)]
    if len(kinds) > 1:
        rows.append([_choice(context, ALL, View(view.order), view.kind is None)])
        chosen = [_choice(context, f"kind-{kind}", View(view.order, kind), view.kind is kind) for kind in kinds]
        rows += [chosen[start : start + 3] for start in range(0, len(chosen), 3)]
    other = View(None) if view.order is not None else View()
    rows.append([_choice(context, EARLIER if view.order is not None else "open", other)])
    return [row for row in rows if row]


def _paging(context: Context, view: View, count: int, page: int) -> list[Any]:
    pages = [one for one in (page - 1, page + 1) if 0 <= one <= max(0, count - 1) // PAGE]
    return [_choice(context, "previous" if one < page else "next", View(view.order, view.kind, one)) for one in pages]


def _choice(context: Context, key: str, view: View, chosen: bool = False) -> Any:
    label = context.label(f"listing-{key}")
    return button(f"• {label}" if chosen else label, "appeals", *view.words)


def _heading(view: View) -> str:
    return f"listing-heading-{view.order or EARLIER}"


def _none(view: View) -> str:
    if view.order is None:
        return "listing-none-earlier"
    return "appeals-none" if view.kind is None else "listing-none-of-kind"


def _title(context: Context, stored: StoredAppeal) -> str:
    return title_text(stored.appeal, context.services.texts, context.language)


def _entry(context: Context, stored: StoredAppeal) -> str:
    texts, language, appeal = context.services.texts, context.language, stored.appeal
    lines = [Markup("<b>{}</b>").format(title_text(appeal, texts, language)), marks_text(appeal, texts, language)]
    if appeal.kind.asks:
        lines.append(deadline_text(appeal, texts, language, now=context.services.now()))
    return "\n".join(lines)


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """Return what this module answers to."""
    return [CommandHandler("appeals", list_appeals), on("appeals", list_appeals)]
