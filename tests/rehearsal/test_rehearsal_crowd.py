"""A crowd uses a bot as people do: it reads what is shown, and stops where it does not understand."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.rehearsal.crowd.crowd import Crowd, Temper
from bot.rehearsal.crowd.people import invented, is_invented
from bot.rehearsal.telegram import RehearsedTelegram
from bot.rehearsal.wire import RehearsalRequest

HASTY = Temper(people_per_second=10_000, thinking=(0, 0), patience=30, signing_share=1, tipping_share=1)

NEXT: dict[str, tuple[str, ...]] = {
    "/start": ("subscribe:yes",),
    "subscribe:yes": ("sign:UA1",),
    "sign:UA1": ("consent:keep", "consent:hand_over", "consent:updates", "consent:show_name", "consents:done"),
    "consents:done": ("country:KR", "country:FR"),
    "country": ("name:change", "country:change", "sign-confirm:yes"),
    "sign-confirm:yes": (),
    "/tip": ("tip:start",),
    "tip:start": ("tip-category:1", "tip-category:2"),
    "tip-category": ("tip-urgency:now", "tip-urgency:later"),
    "tip-urgency": (),
    "a sentence": ("tip-consent:partners", "tip-consent:contact", "tip:seal"),
    "tip:seal": ("tip:noted",),
    "tip:noted": (),
}
"""What a small bot with Clarion's buttons shows in answer to what."""


async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query, message = update.callback_query, update.effective_message
    assert message
    heard = (query.data if query else message.text) or ""
    known = next((key for key in NEXT if heard.startswith(key)), None if query else "a sentence")
    if query:
        await query.answer()
    if query and heard.startswith(("consent:", "tip-consent:")):
        await query.edit_message_text(f"{message.text}, ticked {heard}", reply_markup=message.reply_markup)
    if known is None:
        return
    rows = [[InlineKeyboardButton(data, callback_data=data)] for data in NEXT[known]]
    await message.reply_text(f"after {heard}", reply_markup=InlineKeyboardMarkup(rows) if rows else None)


@asynccontextmanager
async def clarions_buttons(telegram: RehearsedTelegram) -> AsyncIterator[Bot]:
    requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
    builder = ApplicationBuilder().token(telegram.token).request(requests[0]).get_updates_request(requests[1])
    application: Application = builder.build()  # type: ignore[type-arg]  # six parameters of no interest here
    application.add_handlers([CallbackQueryHandler(answer), MessageHandler(filters.TEXT, answer)])
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()
        try:
            yield application.bot
        finally:
            await application.updater.stop()
            await application.stop()


async def until(reached: Callable[[], bool]) -> None:
    while not reached():
        await asyncio.sleep(0.01)


async def test_everybody_subscribes_signs_and_tips() -> None:
    telegram = RehearsedTelegram()
    crowd = Crowd(telegram, size=20, seed=3, temper=HASTY)
    async with clarions_buttons(telegram), asyncio.timeout(20):
        crowd.start()
        await until(lambda: crowd.progress.tips == 20)
        await crowd.stop()

    progress = crowd.progress
    assert (progress.arrived, progress.subscribed, progress.signatures, progress.tips) == (20, 20, 20, 20)
    assert (progress.lost, progress.running) == (0, False)


async def test_whoever_waited_signs_when_an_appeal_arrives() -> None:
    telegram = RehearsedTelegram()
    temper = Temper(people_per_second=10_000, thinking=(0, 0), patience=30, signing_share=0.5, tipping_share=0)
    crowd = Crowd(telegram, size=30, seed=3, temper=temper)
    async with clarions_buttons(telegram) as bot, asyncio.timeout(20):
        crowd.start()
        await until(lambda: crowd.progress.subscribed == 30)
        before = crowd.progress.signatures
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Sign", callback_data="sign:UA1-second")]])
        for person in telegram.people:
            await bot.send_message(person.id, "A new appeal", reply_markup=keyboard)
        await until(lambda: crowd.progress.signatures >= before + 5)
        await crowd.stop()

    assert 5 <= crowd.progress.signatures <= 60


async def test_a_member_who_sees_something_unexpected_stops() -> None:
    telegram = RehearsedTelegram()
    temper = Temper(people_per_second=10_000, thinking=(0, 0), patience=0.02)
    crowd = Crowd(telegram, size=5, temper=temper)
    async with asyncio.timeout(20):
        await crowd.run()

    assert crowd.progress.lost == 5
    assert [update["message"]["text"] for update in telegram.take_updates()] == ["/start"] * 5


def test_a_seed_invents_the_same_people_and_never_one_who_is_there() -> None:
    def people(taken: set[int]) -> list[tuple[int, str, str]]:
        dice = random.Random(5)  # noqa: S311  # invented people
        return [(person.id, person.first_name, person.language_code) for person in invented(50, dice, taken)]

    first = people(set())
    assert first == people(set())
    assert {language for _, _, language in first} == {"ko", "en"}
    assert all(is_invented(number) for number, _, _ in first)
    taken = {number for number, _, _ in first[:10]}
    assert not taken & {number for number, _, _ in people(taken)}
