"""The worksheet of an appeal for the forms of the UN's experts: what the sheet says to each field, and what is missing.

Places and sources are those that everybody may know; what is restricted comes in only when it is handed in.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from handlers.appeals.card.circumstances import where
from handlers.appeals.card.facts import actor_text, law_text, place_text
from handlers.appeals.card.figures import figure_text
from handlers.appeals.card.sources import source_text
from handlers.appeals.heading import language_for
from handlers.appeals.page import Page
from handlers.countries import country_name
from handlers.dates import day_text, fact_date_text
from handlers.message_text import unmarked
from handlers.un_forms.forms import FORM_LANGUAGE, TAKEN_IN, Age, Field, Section, Way, Why, age_of
from handlers.un_forms.markdown import form_blocks, inert
from storage.appeals.parts import Restricted
from storage.appeals.values import first_day
from storage.appeals.vocabulary import Act, Actor, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Fact

_GOES_ON = {Act.DETENTION, Act.DISAPPEARANCE}
_SENT_BACK = {Act.REFOULEMENT, Act.EXPULSION}
_OF_APPEALS = {"lead", "source-confidential", "never-through-the-bot", "explain-submitter", "explain-consent-letter"}
"""Texts that say something else than for a tip."""
_DAY, _MONTH = len("2006-10-21"), len("2006-10")  # how exactly a form wants a date


def worksheet_text(
    appeal: Appeal, texts: Texts, language: str, *, organisation: str, today: date, restricted: Restricted | None = None
) -> str:
    """Return the worksheet as CommonMark; its explanations are in *language*, what goes into the form in English."""

    def word(name: str, **values: Value) -> str:
        key = f"un-worksheet-appeal-{name}" if name in _OF_APPEALS else f"un-worksheet-{name}"
        return texts.plain(key, language, **values)

    filled = _Filled(appeal, texts, organisation, restricted or Restricted())
    way, why = _way_of(appeal, today)
    title = appeal.texts[filled.content].title
    blocks = [
        f"# {inert(word('title', profile=word('profile-special-procedures')))}",
        inert(word("lead", day=day_text(today, language))),
        *(inert(word(name)) for name in ("source-confidential", "never-through-the-bot", "answer")),
        inert(word("send-special-procedures")),
        f"## {inert(f'{appeal.code}: {title}')}",
        f"**{inert(word(f'way-{way}'))}:** {inert(word(f'why-{why}'))}",
        *([f"**{inert(texts.plain('un-worksheet-appeal-restricted', language))}**"] if restricted else []),
        *form_blocks(filled.sections(), word),
    ]
    return "\n\n".join(blocks) + "\n"


def _way_of(appeal: Appeal, today: date) -> tuple[Way, Why]:
    """Tell what to ask for; an appeal without facts does not say when anything happened."""
    acts = {fact.act for fact in appeal.facts}
    newest = max((fact.when for fact in appeal.facts), default=None)
    match age_of(first_day(newest), _last_day(newest), today) if newest else Age.UNKNOWN:
        case Age.UNKNOWN:
            return Way.APPEAL_OR_LETTER, Why.STILL_UNKNOWN
        case Age.LONG_AGO:
            return Way.ALLEGATION_LETTER, Why.LONG_AGO if acts & _GOES_ON else Why.OVER
        case Age.RECENT if appeal.urgency is Urgency.CRITICAL:
            return Way.URGENT_APPEAL, Why.LIVES_AT_RISK
        case Age.RECENT if acts & _GOES_ON:
            return Way.URGENT_APPEAL, Why.GOES_ON
        case Age.RECENT if acts & _SENT_BACK:
            return Way.URGENT_APPEAL, Why.SENT_BACK
    return Way.ALLEGATION_LETTER, Why.OVER


def _last_day(partial: str) -> date:
    first = first_day(partial)
    if len(partial) >= _DAY:
        return first
    month = first.month if len(partial) >= _MONTH else 12
    return date(first.year, month, monthrange(first.year, month)[1])


class _Filled:
    """The fields of the forms, as far as one appeal fills them."""

    def __init__(self, appeal: Appeal, texts: Texts, organisation: str, restricted: Restricted) -> None:
        self.content = language_for(appeal, FORM_LANGUAGE, FORM_LANGUAGE)
        self._appeal, self._organisation, self._restricted = appeal, organisation, restricted
        self._page = Page(appeal, texts, FORM_LANGUAGE, self.content)

    def sections(self) -> tuple[Section, ...]:
        """Return the form of the Special Procedures; where somebody disappeared, also the others."""
        disappeared = [fact for fact in self._appeal.facts if fact.act is Act.DISAPPEARANCE]
        return (self._special_procedures(), *(self._disappearance(disappeared) if disappeared else ()))

    def _special_procedures(self) -> Section:
        facts = self._appeal.facts
        fields = (
            Field("victim", self._victims(facts), complete=bool(facts)),
            self._actors("perpetrator", facts),
            self._submitter("submitter"),
            self._dates("date", facts, _DAY),
            self._places("place", facts),
            self._description(),
            self._confidential(),
            Field("consent-letter", self._consent()),
            Field("consent-report", self._consent()),
        )
        return Section("special-procedures", fields)

    def _disappearance(self, facts: list[Fact]) -> tuple[Section, ...]:
        required = (
            Field("disappeared", self._victims(facts)),
            self._dates("disappeared-on", facts, _MONTH),
            self._places("last-seen", facts),
            self._actors("forces", facts),
            Field("searched"),
            self._submitter("reporter"),
        )
        beside = (Field("consent-family", self._consent()), Field("follow-up"))
        states = tuple(dict.fromkeys(country_name(fact.country, FORM_LANGUAGE) for fact in facts))
        committee = (Field("author"), Field("state-party", states), Field("authorities"))
        return Section("wgeid", required), Section("wgeid-beside", beside), Section("ced", committee)

    def _victims(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        risk = self._appeal.people_at_risk
        count = self._say("appeal-at-risk", count=risk.count) if risk.count else self._say("appeal-at-risk-unknown")
        groups = (self._act(fact) for fact in facts)
        return (count, self._say(f"appeal-minors-{risk.minors}"), *dict.fromkeys(groups))

    def _act(self, fact: Fact) -> str:
        """Return what was done to whom, with the code of the act in the micro-thesaurus of HURIDOCS."""
        act = f"{self._say(f'card-act-{fact.act}')} (HURIDOCS {fact.act.huridocs})"
        return self._say("card-fact", act=act, affected=self._page.its(fact.affected), count=fact.count or 0)

    def _actors(self, name: str, facts: Iterable[Fact]) -> Field:
        known = dict.fromkeys(unmarked(actor_text(self._page, one)) for one in facts if one.actor is not Actor.UNKNOWN)
        return Field(name, tuple(known), complete=bool(known))

    def _submitter(self, name: str) -> Field:
        contact = self._appeal.contact
        who = f"{contact.name}, {self._page.its(contact.role)}, {contact.email}"
        return Field(name, (self._organisation, who), complete=True)

    def _dates(self, name: str, facts: Iterable[Fact], needed: int) -> Field:
        days = sorted({fact.when for fact in facts})
        known = tuple(fact_date_text(day, FORM_LANGUAGE) for day in days)
        return Field(name, known, complete=bool(days) and all(len(day) >= needed for day in days))

    def _places(self, name: str, facts: Iterable[Fact]) -> Field:
        """Give where it happened and where they are now; only a place within a country is enough."""
        page, now, exact = self._page, self._appeal.place, self._restricted.place
        known = [place_text(page, fact) for fact in facts]
        if now:
            within = [page.its(part) for part in (now.region, now.town) if part]
            known.append(self._say("card-place", place=where(page, now.country, *within)))
        if exact:
            known.append(self._say("un-worksheet-appeal-exact-place", place=page.its(exact)))
        complete = bool(exact or (now and now.town) or any(fact.place for fact in facts))
        return Field(name, tuple(dict.fromkeys(known)), complete=complete)

    def _description(self) -> Field:
        text = self._appeal.texts[self.content]
        return Field("description", tuple(self._told()), (text.summary, text.background), self.content in TAKEN_IN)

    def _told(self) -> Iterator[str]:
        page, appeal = self._page, self._appeal
        for fact in appeal.facts:
            when = fact_date_text(fact.when, FORM_LANGUAGE)
            yield f"{when}: {self._act(fact)}" + (f". {page.its(fact.note)}" if fact.note else "")
        yield from (unmarked(figure_text(page, figure)).replace("\n", "; ") for figure in appeal.figures)
        yield from (unmarked(law_text(page, one)) for one in appeal.obligations)
        for source in appeal.sources:
            link = f" {source.link}" if source.link else ""
            yield self._say("card-outcome-source", source=unmarked(source_text(page, source)) + link)

    def _confidential(self) -> Field:
        """Name what leads to the sources; in a full worksheet, the place that must be marked in the form.

        Of confidential sources no worksheet says more than their types: who they are stays in the house.
        """
        restricted = self._restricted.sources
        known = [self._say("un-worksheet-known-confidential")]
        if unnamed := self._appeal.withheld_sources - len(restricted):
            known.append(self._say("appeal-sources-withheld", count=unnamed))
        if types := Counter(source.type for source in restricted):
            each = (f"{self._say(f'appeal-source-type-{one}')} {count}" for one, count in types.items())
            known.append(self._say("un-worksheet-appeal-sources-kept", count=len(restricted), types=", ".join(each)))
        if self._restricted.place:
            known.append(self._page.its(self._restricted.place))
        return Field("confidential", tuple(known), complete=True)

    def _consent(self) -> tuple[str, ...]:
        reference = self._appeal.people_at_risk.consent_reference
        return (self._say("un-worksheet-appeal-consent", reference=reference),) if reference else ()

    def _say(self, key: str, **values: Value) -> str:
        return self._page.texts.plain(key, FORM_LANGUAGE, **values)
