"""What every handler is given: the services of the house, the person's language, their drafts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from handlers.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from handlers.sign_ins import SignIns
    from handlers.texts import Texts, Value
    from handlers.throttle import Throttle
    from handlers.tip_drafts import ShownReceipts, TipDrafts
    from storage.backups.clearing import KeptBackups
    from storage.database import Database
    from storage.sealing import Recipients


@dataclass(frozen=True)
class Policy:
    """What the organisation decided, as far as conversations need it.

    Attributes:
        approvals: How many coordinators beside the author must approve an appeal; 0 for a one-person organisation.
        bulk_rate: Ceiling of letters, per second.
        paid_broadcast: Whether a coordinator may pay for a faster broadcast.
        paid_cap: How many Telegram Stars one broadcast may cost at most.
        digest_hour: At which hour of the organisation's day digests go out.
        verify_url: Where the page that checks proofs can be opened; empty when it is nowhere.
        names_kept_days: For how many days after the last handover the names of signers are kept.
        tips_kept_days: For how many days a tip is kept after it came.
        tips_kept_after_closing_days: For how many days at most after it was closed.
        backups_kept_days: How long a backup may still hold what was erased.
        second_person_above: From how many signatures on, more than one coordinator must agree to invalidate them.
        safer_address: Where a witness is safer than in a chat; empty when the organisation has none.
        privacy_contact: Whom to ask about personal data.
        desk_url: Where coordinators open the desk; empty when there is none.
    """

    organisation: str
    timezone: ZoneInfo
    approvals: int
    bulk_rate: float
    paid_broadcast: bool
    paid_cap: int
    digest_hour: int
    verify_url: str
    names_kept_days: int
    tips_kept_days: int
    tips_kept_after_closing_days: int
    backups_kept_days: int
    second_person_above: int
    safer_address: str
    privacy_contact: str
    desk_url: str


@dataclass(frozen=True)
class Services:
    """Every long-lived object that conversations use; made once, in `bot/app.py`.

    Attributes:
        now: The clock, in UTC.
        named_recipients: Reads whom the operator names as recipients of tips; they are sealed to those of the epoch.
        receipt_salt: Salt of this installation's receipts.
        tip_throttle: How many tips one person and everybody may send.
        text_throttle: How many texts of tips one person may have read.
        addition_throttle: How many texts one person and everybody may add to tips.
        inbox_throttle: How many receipts may be tried.
        wake_sender: Tells the sender of letters that there is work.
        forget_draft: Makes the program's memory forget what a person left unfinished.
        sign_ins: Lets coordinators in at the desk.
        backups: Of what there are backups, where, and for how long.
    """

    db: Database
    texts: Texts
    policy: Policy
    now: Callable[[], datetime]
    named_recipients: Callable[[], Recipients]
    receipt_salt: bytes
    tip_drafts: TipDrafts
    shown_receipts: ShownReceipts
    tip_throttle: Throttle
    text_throttle: Throttle
    addition_throttle: Throttle
    inbox_throttle: Throttle
    wake_sender: Callable[[], None]
    forget_draft: Callable[[int], None]
    sign_ins: SignIns
    backups: KeptBackups

    def now_here(self) -> datetime:
        """Return the moment in the organisation's zone, whose days are those of deadlines, tips and digests."""
        return self.now().astimezone(self.policy.timezone)

    def today(self) -> date:
        """Return the organisation's day."""
        return self.now_here().date()


class CampaignApplication(
    Application[ExtBot[int], "Context", Drafts, dict[Any, Any], dict[Any, Any], JobQueue["Context"] | None]
):
    """The library's application with Clarion's services."""

    services: Services

    def __init__(self, *, services: Services, **of_the_library: Any) -> None:
        super().__init__(**of_the_library)
        self.services = services
        self._errands: set[asyncio.Task[None]] = set()

    def run_errand(self, work: Coroutine[Any, Any, object]) -> None:
        """Do *work* beside the updates, none of which waits for it; a failure goes into the log alone."""
        errand = asyncio.create_task(self._run(work))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    async def finish_errands(self, seconds: float) -> int:
        """Wait for what is under way, but no longer than so many seconds; then give it up, and return how much."""
        if not self._errands:
            return 0
        _, late = await asyncio.wait(self._errands, timeout=seconds)
        for errand in late:
            errand.cancel()
        return len(late)

    async def _run(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001  # reported like any other, but there is nobody to tell
            await self.process_error(None, error)

    def forget_draft(self, person: int) -> None:
        """Forget what the person left unfinished; what the database has of it goes at its own time."""
        if drafts := self.user_data.get(person):
            drafts.signing = drafts.sending = drafts.batch = drafts.invalidating = drafts.form = None
            drafts.talks.clear()


class Context(CallbackContext[ExtBot[int], Drafts, dict[Any, Any], dict[Any, Any]]):
    """One update's context.

    Attributes:
        language: The interface language of the person, found before any other handler runs.
        answered: Whether the pressed button was answered; Telegram shows it waiting until then.
    """

    language: str = ""
    answered: bool = False

    @property
    def services(self) -> Services:
        """The services of the house."""
        application = self.application
        assert isinstance(application, CampaignApplication)
        return application.services

    def run_errand(self, work: Coroutine[Any, Any, object]) -> None:
        """Do *work* beside this update, so that neither its answer nor the chat's next update waits for it."""
        application = self.application
        assert isinstance(application, CampaignApplication)
        application.run_errand(work)

    @property
    def drafts(self) -> Drafts:
        """The person's drafts."""
        drafts = self.user_data
        assert drafts is not None  # only updates without a person have none, and they stop before
        return drafts

    def say(self, key: str, /, **values: Value) -> str:
        """Return a text as HTML in the person's language."""
        return self.services.texts.html(key, self.language, **values)

    def label(self, key: str, /, **values: Value) -> str:
        """Return a text without markup in the person's language, for buttons and files."""
        return self.services.texts.plain(key, self.language, **values)
