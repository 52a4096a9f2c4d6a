"""What letters say: written once for all readers of a language, and again after a while, because counts move on."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup

from handlers.appeals.buttons import appeal_rows
from handlers.appeals.cards import letter_text
from handlers.appeals.letters.asking_again import asking_again_rows, asking_again_text
from handlers.appeals.letters.corrections import corrected_letter, correction_notice
from handlers.appeals.letters.digests import digest_rows, digest_text
from handlers.appeals.letters.news import news_rows, news_text
from handlers.appeals.letters.recalls import recall_text
from handlers.appeals.letters.reminders import reminder_text
from handlers.appeals.photos import photo_caption
from storage.appeals.photos import stored_photo
from storage.appeals.records import appeal_of_version, find_appeal
from storage.letters.broadcasts.planning import BroadcastKind
from storage.petitions.counting.support import support_of
from storage.timeline.aftermath import aftermath_of
from storage.timeline.news import find_news
from storage.tips.inbox import waiting_tags

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.appeals.photos import StoredPhoto
    from storage.database import Database
    from storage.letters.outbox.leasing import Letter

FRESH_SECONDS = 30  # how old the count in a letter may be
KEPT_MAX = 64  # texts; digests that tell of different appeals are different texts


@dataclass(frozen=True, eq=False)  # the same for many letters, and known by being the same
class Content:
    """What one letter says, ready to be sent.

    Attributes:
        photo: The picture that the text is the caption of.
        spoiler: Whether the picture is hidden until it is tapped.
        notice: Of a correction: what is said in a new message, while `html` replaces the earlier one.
    """

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    photo: StoredPhoto | None = None
    spoiler: bool = False
    notice: str = ""


@dataclass(frozen=True)
class _Subject:
    """What letters have in common that say the same."""

    kind: BroadcastKind
    version: int | None
    items: tuple[int, ...]
    language: str


class Contents:
    """Writes the letters, and keeps what was just written for the next reader."""

    def __init__(
        self, db: Database, texts: Texts, organisation: str, username: Callable[[], str], now: Callable[[], datetime]
    ) -> None:
        self._db = db
        self._texts = texts
        self._organisation = organisation
        self._username = username
        self._now = now
        self._kept: dict[_Subject, tuple[datetime, Content]] = {}
        self._writing = asyncio.Lock()

    async def of(self, letter: Letter) -> Content:
        """Return what the letter says."""
        subject = _Subject(letter.kind, letter.version, letter.items, letter.language)
        if (content := self._fresh(subject)) is not None:
            return content
        async with self._writing:  # who waited here finds it written
            if (content := self._fresh(subject)) is None:
                content = await self._write(subject)
                self._keep(subject, content)
        return content

    def forget(self) -> None:
        """Write everything anew, because what is stored has changed."""
        self._kept.clear()

    def _fresh(self, subject: _Subject) -> Content | None:
        kept = self._kept.get(subject)
        return kept[1] if kept and (self._now() - kept[0]).total_seconds() <= FRESH_SECONDS else None

    def _keep(self, subject: _Subject, content: Content) -> None:
        self._kept.pop(subject, None)
        self._kept[subject] = (self._now(), content)
        if len(self._kept) > KEPT_MAX:
            del self._kept[next(iter(self._kept))]

    async def _write(self, subject: _Subject) -> Content:
        match subject.kind:
            case BroadcastKind.DIGEST:
                return await self._digest(subject)
            case BroadcastKind.RECALL:
                return Content(recall_text(self._texts, subject.language, organisation=self._organisation))
            case BroadcastKind.CORRECTION:
                return await self._letter(subject, corrected=True)
            case BroadcastKind.REMINDER:
                return await self._reminder(subject)
            case BroadcastKind.ASKING_AGAIN:
                return await self._asking_again(subject)
            case BroadcastKind.NEWS:
                return await self._news(subject)
            case BroadcastKind.APPEAL:
                return await self._letter(subject)

    async def _letter(self, subject: _Subject, *, corrected: bool = False) -> Content:
        assert subject.version is not None  # as of every letter that brings the appeal or corrects it
        appeal = await appeal_of_version(self._db, subject.version)
        texts, language, photo = self._texts, subject.language, await stored_photo(self._db, subject.version)
        text_of = corrected_letter if corrected else photo_caption if photo else letter_text
        support = await support_of(self._db, appeal.code)
        aftermath = await aftermath_of(self._db, appeal.code, self._now())
        html = text_of(appeal, texts, language, now=self._now(), support=support, aftermath=aftermath)
        return Content(
            html,
            InlineKeyboardMarkup(appeal_rows(appeal, texts, language, self._username())),
            photo,
            spoiler=appeal.content_note,
            notice=correction_notice(appeal, texts, language) if corrected else "",
        )

    async def _digest(self, subject: _Subject) -> Content:
        appeals: list[Appeal] = [await appeal_of_version(self._db, version) for version in subject.items]
        support = {appeal.code: await support_of(self._db, appeal.code) for appeal in appeals}
        waiting = await waiting_tags(self._db, self._now().date())
        html = digest_text(appeals, self._texts, subject.language, now=self._now(), support=support, waiting=waiting)
        rows = digest_rows(appeals, self._texts, subject.language, self._username())
        return Content(html, InlineKeyboardMarkup(rows))

    async def _reminder(self, subject: _Subject) -> Content:
        (version,) = subject.items
        appeal, texts, language = await appeal_of_version(self._db, version), self._texts, subject.language
        support = await support_of(self._db, appeal.code)
        html = reminder_text(appeal, texts, language, now=self._now(), support=support)
        return Content(html, InlineKeyboardMarkup(appeal_rows(appeal, texts, language, self._username())))

    async def _asking_again(self, subject: _Subject) -> Content:
        appeal, changed = [await appeal_of_version(self._db, version) for version in subject.items]
        html = asking_again_text(appeal, changed, self._texts, subject.language, now=self._now())
        rows = asking_again_rows(appeal, self._texts, subject.language, self._username())
        return Content(html, InlineKeyboardMarkup(rows))

    async def _news(self, subject: _Subject) -> Content:
        (row,) = subject.items
        news, texts, language = await find_news(self._db, row), self._texts, subject.language
        appeal = (await find_appeal(self._db, news.appeal)).appeal if news.appeal else None
        html = news_text(news, appeal, texts, language, organisation=self._organisation)
        rows = news_rows(news, appeal, texts, language, self._username())
        return Content(html, InlineKeyboardMarkup(rows) if rows else None)
