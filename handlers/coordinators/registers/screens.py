"""What coordinators see of the registers: all four, a page of one, an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from handlers.asking import button
from handlers.countries import country_name
from handlers.dates import day_text
from handlers.message_text import GAP, fitted
from handlers.pages import page_of
from handlers.texts import Markup
from handlers.translated import in_language
from storage.appeals.parts import Obligation
from storage.registers.models import Campaign, Explanation, Office, Register, register_of, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handlers.asking import Rows
    from handlers.context import Context
    from storage.registers.models import Entry
    from storage.registers.records import Registers

PAGE = 8  # entries, each with a button

Screen = tuple[str, "Rows"]


def registers_screen(context: Context, registers: Registers) -> Screen:
    """Show which registers there are, and how many entries each has."""
    rows = [
        [button(context.label(f"registers-button-{one}", count=len(registers.of(one))), "register", one)]
        for one in Register
    ]
    return context.say("registers-heading"), rows


def list_screen(context: Context, register: Register, entries: Mapping[str, Entry], asked: str) -> Screen:
    """Show a page of a register, each entry with a button."""
    page = page_of(list(entries.values()), asked, PAGE)
    heading = context.say(f"registers-list-{register}", count=len(entries))
    rows = [
        [button(in_language(title_of(entry), context.language), "entry-of", register, entry.key)]
        for entry in page.shown
    ]
    ways = [
        page.turning(context, "register", register),
        [button(context.label("registers-sheet"), "register-sheet", register)],
        [button(context.label("registers-all"), "registers")],
    ]
    return str(GAP.join(map(Markup, (heading, context.say("registers-how"))))), [*rows, *filter(None, ways)]


def entry_screen(context: Context, entry: Entry, *, may_change: bool) -> Screen:
    """Show what one entry says, in the coordinator's language."""
    register = register_of(entry)
    text = fitted(map(Markup, (_heading(context, entry), *_blocks(context, entry))))
    if not may_change:
        return text, []
    return text, [*_office_rows(context, entry), [button(context.label("registers-back"), "register", register)]]


def _office_rows(context: Context, entry: Entry) -> Rows:
    if not isinstance(entry, Office):
        return []
    return [
        [button(context.label("registers-checked"), "office-checked", entry.key)],
        [button(context.label("registers-new-holder"), "office-holder", entry.key)],
    ]


def _heading(context: Context, entry: Entry) -> str:
    languages = ", ".join(_language_name(context, tag) for tag in title_of(entry))
    title = in_language(title_of(entry), context.language)
    return context.say("registers-entry", title=title, key=entry.key, languages=languages)


def _blocks(context: Context, entry: Entry) -> Iterator[str]:
    language = context.language
    match entry:
        case Office():
            yield "\n".join(_office_lines(context, entry))
            yield "\n".join(_address_lines(context, entry))
            yield _checked(context, entry)
        case Obligation():
            since = context.label("registers-since", year=str(entry.since)) if entry.since else None
            article = context.label("registers-article", article=entry.article) if entry.article else None
            known = (article, country_name(entry.state, language), since)
            yield str(Markup(" · ").join(filter(None, known)))
            yield str(Markup("{}").format(in_language(entry.words, language)))
        case Explanation():
            yield str(Markup("{}").format(in_language(entry.text, language)))
        case Campaign():
            yield context.say("registers-campaign", year=str(entry.since))
            yield str(Markup("{}").format(in_language(entry.about, language)))


def _office_lines(context: Context, office: Office) -> Iterator[str]:
    language = context.language
    yield context.say("registers-office-country", country=country_name(office.country, language))
    holder = in_language(office.holder, language) if office.holder else ""
    yield context.say("registers-office-holder", holder=holder, named="yes" if holder else "no")
    yield context.say(
        "registers-office-letters",
        salutation=in_language(office.salutation, language),
        language=_language_name(context, office.letter_language),
        methods=", ".join(context.label(f"handing-method-{method}") for method in office.methods),
    )


def _address_lines(context: Context, office: Office) -> Iterator[str]:
    """Give where letters go, as far as it is known."""
    ways = {"post": office.post, "email": office.email, "fax": office.fax, "link": office.link}
    known = {way: where for way, where in ways.items() if where}
    for way, where in known.items():
        yield context.say(f"registers-office-{way}", where=where)
    if not known:
        yield context.say("registers-office-nowhere")


def _checked(context: Context, office: Office) -> str:
    today = context.services.today()
    key = "registers-stale" if office.stale_on(today) else "registers-fresh"
    return context.say(key, day=day_text(office.checked_on, context.language), days=(today - office.checked_on).days)


def _language_name(context: Context, tag: str) -> str:
    return str(Locale.parse(tag, sep="-").get_display_name(context.language))
