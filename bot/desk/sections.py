"""The sections of the desk, in the order of its menu, each with those whom it is shown to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.coordinators.roles import DUTIES, Duty

if TYPE_CHECKING:
    from storage.people.coordinators import Role


@dataclass(frozen=True)
class Section:
    """One section: where it begins, the key of its name in the catalogues, and whose duties lead there."""

    path: str
    name: str
    duties: tuple[Duty, ...]


SECTIONS = (
    Section("/", "desk-overview", tuple(Duty)),
    Section("/appeals", "desk-appeals", (Duty.READ_STATISTICS, Duty.DRAFT, Duty.APPROVE, Duty.SEND)),
    Section("/broadcasts", "desk-broadcasts", (Duty.SEND, Duty.READ_STATISTICS)),
    Section("/tips", "desk-tips", (Duty.REVIEW_TIPS, Duty.READ_STATISTICS)),
    Section("/batches", "desk-batches", (Duty.ENTER_BATCHES,)),
    Section("/handovers", "desk-handovers", (Duty.HAND_OVER,)),
    Section("/trackers", "desk-trackers", (Duty.READ_STATISTICS, Duty.RECORD)),
    Section("/campaigns", "desk-campaigns", (Duty.READ_STATISTICS, Duty.RECORD)),
    Section("/exports", "desk-exports", (Duty.EXPORT_TIPS, Duty.EXPORT_SIGNATURES, Duty.READ_STATISTICS, Duty.AUDIT)),
    Section("/coordinators", "desk-coordinators", (Duty.INVITE, Duty.DISMISS)),
    Section("/audit", "desk-audit", (Duty.AUDIT,)),
)


def sections_for(role: Role) -> tuple[Section, ...]:
    """Return the sections that a coordinator of this role may open."""
    return tuple(section for section in SECTIONS if not DUTIES[role].isdisjoint(section.duties))
