"""Assembles Clarion: every long-lived object is made here, once, and handed down."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes, Defaults, ExtBot
from telegram.warnings import PTBUserWarning

from bot.desk.serving import serving_desk
from bot.errors import report_failure
from bot.metrics.metrics import Metrics
from bot.metrics.serving import serving_metrics
from bot.pacer import Pacer
from bot.replies import PatientReplies
from bot.schedule import Ticker
from bot.sending.contents import Contents
from bot.sending.post import Post
from bot.sending.reporting import Reporter
from bot.sending.worker import FLIGHT_MAX, Sender
from bot.telegram_request import TelegramRequest, WatchedPolls
from bot.updates import InOrderWithinChat
from handlers.context import CampaignApplication, Context, Policy, Services
from handlers.drafts import Drafts
from handlers.menus import reset_menu, set_coordinator_menu, set_default_menus
from handlers.persistence import KeptInDatabase
from handlers.register import register
from handlers.sign_ins import SignIns
from handlers.texts import Texts
from handlers.throttle import Throttle
from handlers.tip_drafts import ShownReceipts, TipDrafts
from storage.backups.clearing import KeptBackups
from storage.database import Database
from storage.errors import CannotStart
from storage.people.coordinators import Role, coordinators_with, ensure_owners
from storage.people.digests import chosen_language
from storage.sealing import BadRecipients, Recipients, read_recipients
from storage.secret_key import load_secret_key
from storage.site import fit_bot, receipt_salt

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection
    from pathlib import Path

    from telegram.request import BaseRequest

    from bot.settings import Settings
    from storage.people.coordinators import Coordinator

log = logging.getLogger(__name__)

PRUDENCE = 0.997  # of the ceiling: a letter that is a little late must not share its second with one too many
TIPS_EACH = 3  # tips that one person may send in an hour
HOUR = timedelta(hours=1)
TRIES_EACH, TRIES_OF_ALL = 5, 60  # receipts that one chat and all together may try (security §2)
TRIES_KEPT = TRIES_OF_ALL // 2  # for chats that tried none yet: a few that try all the time keep nobody else out
TRIES_WINDOW = timedelta(minutes=15)
TEXTS_EACH, TEXTS_OF_ALL = 30, 3_000  # texts of tips that one person and all together may have read
TEXTS_WINDOW = timedelta(minutes=15)
ADDITIONS_EACH = 10  # texts that one person may add to tips within an hour
LETTERS_MAX, REPLIES_MAX, POLLS_MAX = FLIGHT_MAX, 64, 2  # connections of each lane


@dataclass(frozen=True)
class Clarion:
    """The whole program, ready to run.

    Attributes:
        sender: The lane of letters.
        reporter: Edits the progress messages.
        ticker: Does what is due by the clock.
        revoked: Set once Telegram does not accept the token any more.
    """

    application: CampaignApplication
    services: Services
    sender: Sender
    reporter: Reporter
    ticker: Ticker
    revoked: asyncio.Event


def utc_now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def telegram_request(connections: int) -> BaseRequest:
    """Return a pool of connections to Telegram."""
    return TelegramRequest(connections=connections)


@asynccontextmanager
async def assembled(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    request: Callable[[int], BaseRequest] = telegram_request,
) -> AsyncIterator[Clarion]:
    """Open everything that *settings* ask for, in order, and close it in the opposite one.

    Raises:
        CannotStart: With one line that says what the operator has to do.
    """
    if settings.bot_token is None:
        raise CannotStart("CLARION_BOT_TOKEN is not set: copy .env.example to .env and fill it in.")
    if not settings.privacy_contact:
        raise CannotStart("CLARION_PRIVACY_CONTACT is not set: people must be able to ask about their data.")
    recipients_in(settings.tip_recipients_file)  # a fault in it is said before anything starts
    async with AsyncExitStack() as stack:
        db = await Database.open(settings.database_path, load_secret_key(settings.secret_key_file))
        stack.push_async_callback(db.close)
        async with db.reading() as tx:
            salt = await receipt_salt(tx)
        dismissed = await ensure_owners(db, settings.owners, now())
        revoked = asyncio.Event()
        letters, replies, polls = (_pool(stack, request, size) for size in (LETTERS_MAX, REPLIES_MAX, POLLS_MAX))
        metrics = Metrics()
        pacer = Pacer(settings.bulk_rate * PRUDENCE, paused=metrics.paused)
        letters_bot = _bot(settings, letters)
        replies_bot = _bot(settings, replies, WatchedPolls(polls, revoked.set), PatientReplies(pacer))
        texts = Texts(settings.default_language)
        contents = Contents(db, texts, settings.organisation, lambda: letters_bot.username, now)
        sender = Sender(db, Post(db, letters_bot, contents), pacer, metrics, now)
        services = Services(
            db=db,
            texts=texts,
            policy=_policy(settings),
            now=now,
            named_recipients=lambda: recipients_in(settings.tip_recipients_file),
            receipt_salt=salt,
            tip_drafts=TipDrafts(now),
            shown_receipts=ShownReceipts(),
            tip_throttle=Throttle(now, each=TIPS_EACH, everybody=settings.tips_per_hour, window=HOUR),
            text_throttle=Throttle(now, each=TEXTS_EACH, everybody=TEXTS_OF_ALL, window=TEXTS_WINDOW),
            addition_throttle=Throttle(now, each=ADDITIONS_EACH, everybody=settings.tips_per_hour, window=HOUR),
            inbox_throttle=Throttle(now, each=TRIES_EACH, everybody=TRIES_OF_ALL, window=TRIES_WINDOW, kept=TRIES_KEPT),
            wake_sender=sender.wake,
            forget_draft=lambda person: application.forget_draft(person),  # noqa: PLW0108  # made below
            sign_ins=SignIns(now),
            backups=KeptBackups(settings.database_path, settings.backups_path, settings.backups_kept_days),
        )
        application = _application(replies_bot, services, metrics)
        await _open(stack, application, settings)
        await _open(stack, letters_bot, settings)
        async with db.transaction() as tx:
            await fit_bot(tx, letters_bot.id)
        await _set_menus(application, dismissed)
        reporter = Reporter(db, application.bot, texts, settings.bulk_rate, now, ZoneInfo(settings.timezone))
        await stack.enter_async_context(serving_metrics(metrics, settings.metrics_port, db, now))
        desk = serving_desk(services, application.bot, settings.desk_host, settings.desk_port)
        await stack.enter_async_context(desk)
        yield Clarion(application, services, sender, reporter, Ticker(services, application.bot, metrics), revoked)


def _pool(stack: AsyncExitStack, request: Callable[[int], BaseRequest], size: int) -> BaseRequest:
    pool = request(size)
    stack.push_async_callback(pool.shutdown)  # the library leaves it open where its own start fails
    return pool


def _application(bot: ExtBot[int], services: Services, metrics: Metrics) -> CampaignApplication:
    async def keep_conversations() -> None:
        await application.update_persistence()

    application = (
        ApplicationBuilder()
        .application_class(CampaignApplication, {"services": services})
        .bot(bot)
        .context_types(ContextTypes(context=Context, user_data=Drafts))
        .persistence(KeptInDatabase(services.db, services.now))
        .concurrent_updates(InOrderWithinChat(keep_conversations, metrics.reply))
        .job_queue(None)
        .build()
    )
    assert isinstance(application, CampaignApplication)
    with catch_warnings():  # it warns that a conversation does not follow single messages; ours follow the chat
        simplefilter("ignore", PTBUserWarning)
        register(application)
    application.add_error_handler(report_failure)
    return application


def _bot(
    settings: Settings,
    request: BaseRequest,
    polling: BaseRequest | None = None,
    patience: PatientReplies | None = None,
) -> ExtBot[int]:
    assert settings.bot_token is not None
    server = str(settings.bot_api_url).rstrip("/")
    return ExtBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{server}/bot",
        base_file_url=f"{server}/file/bot",
        request=request,
        get_updates_request=polling or request,
        rate_limiter=patience,
        defaults=Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
    )


def _policy(settings: Settings) -> Policy:
    return Policy(
        organisation=settings.organisation,
        timezone=ZoneInfo(settings.timezone),
        approvals=settings.approvals,
        bulk_rate=settings.bulk_rate,
        paid_broadcast=settings.paid_broadcast,
        paid_cap=settings.paid_cap,
        digest_hour=settings.digest_hour,
        verify_url=str(settings.verify_url or ""),
        names_kept_days=settings.names_kept_days,
        tips_kept_days=settings.tips_kept_days,
        tips_kept_after_closing_days=settings.tips_kept_after_closing_days,
        backups_kept_days=settings.backups_kept_days,
        second_person_above=settings.second_person_above,
        safer_address=settings.safer_address,
        privacy_contact=settings.privacy_contact,
        desk_url=settings.desk_address,
    )


def recipients_in(path: Path | None) -> Recipients:
    """Read the list of tip recipients; no file is an empty list.

    Raises:
        CannotStart: If it cannot be read or holds something else.
    """
    try:
        return read_recipients(path.read_text(encoding="utf-8") if path else "")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart(
            f"CLARION_TIP_RECIPIENTS_FILE: {path} cannot be read: check the path and its rights."
        ) from error
    except BadRecipients as error:
        raise CannotStart(f"CLARION_TIP_RECIPIENTS_FILE: {error}") from error


async def _open(stack: AsyncExitStack, opened: CampaignApplication | Bot, settings: Settings) -> None:
    try:
        await stack.enter_async_context(opened)
    except InvalidToken:
        raise CannotStart("Telegram does not accept CLARION_BOT_TOKEN: copy it again from @BotFather.") from None
    except NetworkError:
        raise CannotStart(
            f"Telegram cannot be reached at {settings.bot_api_url}: check the network and CLARION_BOT_API_URL."
        ) from None
    except TelegramError as error:
        reason = type(error).__name__
        raise CannotStart(f"Telegram refuses to talk to the bot now ({reason}): try again later.") from None


async def _set_menus(application: CampaignApplication, dismissed: Collection[Coordinator]) -> None:
    """Set every menu at once: letters wait until this is done."""
    colleagues = await coordinators_with(application.services.db, frozenset(Role))
    await asyncio.gather(
        set_default_menus(application.bot, application.services.texts),
        *(_set_menu(application, coordinator) for coordinator in colleagues),
        *(_reset_menu(application, coordinator) for coordinator in dismissed),
    )


async def _set_menu(application: CampaignApplication, coordinator: Coordinator) -> None:
    services = application.services
    language = await chosen_language(services.db, coordinator.person) or services.texts.default
    try:
        await set_coordinator_menu(application.bot, services.texts, coordinator, language)
    except TelegramError as error:  # a coordinator who never opened the chat has no menu there yet
        log.debug("no menu for coordinator %d yet: %s", coordinator.id, type(error).__name__)


async def _reset_menu(application: CampaignApplication, coordinator: Coordinator) -> None:
    try:
        await reset_menu(application.bot, coordinator.person)
    except TelegramError as error:  # no chat, no menu
        log.debug("no menu of coordinator %d to reset: %s", coordinator.id, type(error).__name__)
