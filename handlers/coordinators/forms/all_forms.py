"""All forms that coordinators can fill in; each stands in a module beside what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.coordinators.appeals.writing import WRITING
from handlers.coordinators.calendar.adding import ADD_MOMENT, MOVE_MOMENT
from handlers.coordinators.news.writing import NEWS, NEWS_BY_HAND
from handlers.coordinators.recording.kinds.contacts import COMMITMENT, CONTACT
from handlers.coordinators.recording.kinds.deliveries import DELIVERY
from handlers.coordinators.recording.kinds.outcomes import OUTCOME, STATUS
from handlers.coordinators.recording.kinds.proposals import ACTION, BILL, RECOMMENDATION
from handlers.coordinators.recording.kinds.replies import REPLY
from handlers.coordinators.recording.kinds.stages import STAGE
from handlers.coordinators.registers.holder import NEW_HOLDER

if TYPE_CHECKING:
    from handlers.coordinators.forms.fields import Form

FORMS: tuple[Form, ...] = (
    DELIVERY,
    REPLY,
    OUTCOME,
    STATUS,
    CONTACT,
    COMMITMENT,
    BILL,
    RECOMMENDATION,
    ACTION,
    STAGE,
    NEW_HOLDER,
    ADD_MOMENT,
    MOVE_MOMENT,
    NEWS,
    NEWS_BY_HAND,
    WRITING,
)
