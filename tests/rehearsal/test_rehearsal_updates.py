"""Updates wait until they are confirmed, come in order, and go to one poller at a time."""

import asyncio
from functools import partial

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.rehearsal.telegram import ImpossibleDeed, RehearsedTelegram

from .conftest import Clock


async def test_updates_come_in_order_and_again_until_confirmed(bot: Bot, telegram: RehearsedTelegram) -> None:
    for text in ("one", "two", "three"):
        telegram.says(201, text)

    first = await bot.get_updates(limit=2)
    again = await bot.get_updates(limit=2)
    rest = await bot.get_updates(offset=first[-1].update_id + 1)

    assert [update.message and update.message.text for update in first] == ["one", "two"]
    assert first == again
    assert [update.message and update.message.text for update in rest] == ["three"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_negative_offset_keeps_only_the_last(bot: Bot, telegram: RehearsedTelegram) -> None:
    for text in ("one", "two", "three"):
        telegram.says(201, text)

    assert [update.message and update.message.text for update in await bot.get_updates(offset=-1)] == ["three"]
    assert len(await bot.get_updates()) == 1


async def test_a_long_poll_ends_when_something_happens(bot: Bot, telegram: RehearsedTelegram) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    telegram.says(201, "now")

    assert [update.message and update.message.text for update in await poll] == ["now"]


async def test_a_second_poller_ends_the_first(bot: Bot, telegram: RehearsedTelegram) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(bot.get_updates(timeout=30))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    telegram.says(201, "for the second")
    assert len(await second) == 1


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot, telegram: RehearsedTelegram) -> None:
    await bot.set_webhook("https://example.org/hook", secret_token="abc")
    telegram.says(201, "waiting")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://example.org/hook", 1)
    assert info.last_error_message == "The rehearsal delivers to no webhook"

    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1


async def test_only_the_wanted_kinds_are_kept(bot: Bot, telegram: RehearsedTelegram) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    telegram.says(201, "unheard")
    assert telegram.take_updates() == []

    await bot.get_updates(allowed_updates=[])
    telegram.says(201, "heard")
    assert [update["message"]["text"] for update in telegram.take_updates()] == ["heard"]


async def test_updates_are_given_up_after_a_day(bot: Bot, telegram: RehearsedTelegram, clock: Clock) -> None:
    telegram.says(201, "old")
    clock.passes(hours=25)
    telegram.says(201, "new")

    assert [update.message and update.message.text for update in await bot.get_updates()] == ["new"]


async def test_everything_that_a_person_does_reaches_the_bot(bot: Bot, telegram: RehearsedTelegram) -> None:
    number = telegram.says(201, "/sign ABC at https://t.me/x")
    telegram.edits(201, number, "/sign ABD")
    telegram.sends_document(201, "sheet.md", b"# Appeal", "please check")
    telegram.sends_photo(201, b"jpeg")
    telegram.sends_voice(201, b"ogg", seconds=3)
    telegram.sends_contact(201, "+10000000000")
    telegram.sends_location(201, 37.5, 127.0)
    telegram.opens_link(201, "ua-12")
    telegram.blocks(201)
    telegram.opens_link(201, "ua-12")

    heard = [update.to_dict() for update in await bot.get_updates()]
    said, edited, document, photo, voice, contact, location, opened, blocked, unblocked, again = heard
    assert [entity["type"] for entity in said["message"]["entities"]] == ["bot_command", "url"]
    assert edited["edited_message"]["text"] == "/sign ABD"
    assert document["message"]["document"]["file_name"] == "sheet.md"
    assert document["message"]["caption"] == "please check"
    assert photo["message"]["photo"][0]["width"] > 0
    assert voice["message"]["voice"]["duration"] == 3
    assert contact["message"]["contact"]["user_id"] == 201
    assert location["message"]["location"]["latitude"] == 37.5
    assert opened["message"]["text"] == again["message"]["text"] == "/start ua-12"
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"


async def test_no_phone_does_what_no_app_allows(bot: Bot, telegram: RehearsedTelegram) -> None:
    sent = await bot.send_message(201, "no buttons here")
    for deed in (
        partial(telegram.presses, 201, sent.message_id, "sign:1"),
        partial(telegram.presses, 201, 99, "sign:1"),
        partial(telegram.edits, 201, sent.message_id, "mine now"),
        partial(telegram.says, 201, " "),
        partial(telegram.says, 201, "x" * 4097),
        partial(telegram.opens_link, 201, "not a parameter"),
        partial(telegram.unblocks, 201),
    ):
        with pytest.raises(ImpossibleDeed):
            deed()

    telegram.blocks(201)
    with pytest.raises(ImpossibleDeed):
        telegram.says(201, "hello?")


async def test_a_tampered_app_can_send_any_data(bot: Bot, telegram: RehearsedTelegram) -> None:
    sent = await bot.send_message(201, "hi")
    telegram.forges_press(201, sent.message_id, "approve:everything")

    (update,) = await bot.get_updates()
    assert update.to_dict()["callback_query"]["data"] == "approve:everything"
