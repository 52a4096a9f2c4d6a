"""How many approvals an appeal needs, whose can count (architecture §5), what they decide, and the buttons to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.asking import button
from handlers.coordinators.roles import Duty, roles_with
from storage.appeals.records import approvers
from storage.people.coordinators import coordinators_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from telegram import InlineKeyboardButton

    from handlers.context import Context, Policy, Services
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator


def approvals_needed(appeal: Appeal, policy: Policy) -> int:
    """Return how many people beside the author must approve; none in a one-person organisation."""
    return max(policy.approvals, appeal.approvals_needed) if policy.approvals else 0


async def reviewers_of(db: Database, stored: StoredAppeal) -> tuple[Coordinator, ...]:
    """Return who may still approve the current version: neither its author nor who approved it already."""
    done = await approvers(db, stored.version)
    everybody = await coordinators_with(db, roles_with(Duty.APPROVE))
    return tuple(one for one in everybody if one.id != stored.author and one.id not in done)


def aliases_of(coordinators: Iterable[Coordinator]) -> str:
    """Return what colleagues call them."""
    return ", ".join(one.alias for one in coordinators)


def preview_button(context: Context, code: str) -> InlineKeyboardButton:
    """Return the button that shows an appeal as its readers will see it."""
    return button(context.label("waiting-look", code=code), "preview", code)


def approve_button(context: Context, stored: StoredAppeal, language: str = "") -> InlineKeyboardButton:
    """Return the button that approves the version that *stored* has now, and no later one; it names what it decides.

    Its *language* is that of who reads this, unless another is given.
    """
    decision = stored.appeal.decision
    key = f"approving-approve-{decision}" if decision else "approving-approve"
    label = context.services.texts.plain(key, language or context.language)
    return button(label, "approve", stored.appeal.code, stored.number)


def with_decision(text: str, appeal: Appeal, services: Services, language: str) -> str:
    """Return the text in HTML, and below it what an approval decides for those whom the appeal is about."""
    texts, needed = services.texts, approvals_needed(appeal, services.policy)
    if appeal.decision is None:
        return text
    consent = appeal.people_at_risk.consent_reference or texts.plain("approving-no-consent", language)
    decided = [texts.html(f"approving-decides-{appeal.decision}", language, consent=consent)]
    if appeal.photo:
        decided.append(texts.html("approving-decides-photo", language))
    decided.append(texts.html("approving-decides-who", language, needed=needed))
    return f"{text}\n\n{' '.join(decided)}"


def sending_command(stored: StoredAppeal) -> str:
    """Return the command that sends the version once it is approved."""
    return "send" if stored.corrects is None else "correct"


def who_can(context: Context, reviewers: Sequence[Coordinator]) -> str:
    """Say who may still approve, or that nobody can."""
    if not reviewers:
        return context.say("waiting-nobody-can")
    return context.say("waiting-who-can", who=aliases_of(reviewers))
