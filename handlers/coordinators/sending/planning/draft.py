"""The unfinished plan of a sending, as a coordinator changes it step by step."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from handlers.drafts import SendingDraft
from storage.appeals.vocabulary import Kind
from storage.letters.broadcasts.audience import Group, Wanted
from storage.letters.broadcasts.planning import Plan

if TYPE_CHECKING:
    from handlers.context import Policy
    from storage.appeals.records import StoredAppeal


def begin_draft(stored: StoredAppeal) -> SendingDraft:
    """Return the plan that most sendings keep to: everybody who asked for it, at once; thanks go to signers alone."""
    appeal = stored.appeal
    draft = SendingDraft(appeal.code, stored.number)
    if appeal.kind is Kind.THANKS:
        draft.group, draft.of = Group.SIGNERS, appeal.about
    return draft


def is_unchanged(draft: SendingDraft, stored: StoredAppeal) -> bool:
    """Say whether it is still for whom it was for at first."""
    return wanted_of(draft) == wanted_of(begin_draft(stored))


def choose_group(draft: SendingDraft, group: Group, of: str | None) -> None:
    """Begin with another group of people, not narrowed."""
    draft.group, draft.of = group, of
    draft.languages, draft.topics, draft.cadences, draft.countries = [], [], [], []
    forget_price(draft)


def forget_price(draft: SendingDraft) -> None:
    """Take back the agreement to pay: it was given for another number of letters."""
    draft.paid_cap = None


def wanted_of(draft: SendingDraft) -> Wanted:
    """Return whom the plan is for."""
    return Wanted(
        group=Group(draft.group),
        of=draft.of,
        languages=frozenset(draft.languages),
        topics=frozenset(draft.topics),
        cadences=frozenset(draft.cadences),
        countries=frozenset(draft.countries),
    )


def starts_at(draft: SendingDraft) -> datetime | None:
    """Return when it is to begin; None: at once."""
    return datetime.fromisoformat(draft.starts_at) if draft.starts_at else None


def plan_of(draft: SendingDraft, policy: Policy) -> Plan:
    """Return the plan as storage takes it; it costs nothing where the organisation does not pay (any more)."""
    paid = draft.paid_cap if policy.paid_broadcast and (draft.paid_cap or 0) <= policy.paid_cap else None
    return Plan(wanted_of(draft), draft.canary, starts_at(draft), paid)
