"""Telegram does not forget when the bot restarts, nor when the rehearsal was killed in the middle of a line."""

from pathlib import Path

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.rehearsal.memory.journal import JournalBroken
from bot.rehearsal.memory.model import Standing
from bot.rehearsal.telegram import Person, RehearsedTelegram
from bot.rehearsal.wire import RehearsalRequest

from .conftest import AMINA, Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "telegram.jsonl"


async def lived(path: Path, clock: Clock) -> RehearsedTelegram:
    """A rehearsal in which a bit of everything happened."""
    telegram = RehearsedTelegram(now=clock, journal=path)
    telegram.add_person(AMINA)
    telegram.add_person(Person(202, "지은", language_code="ko"))
    telegram.says(201, "안녕하세요")
    telegram.sends_document(201, "sheet.md", b"\x00\xff bytes")
    requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
    async with Bot(telegram.token, request=requests[0], get_updates_request=requests[1]) as bot:
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Sign", callback_data="sign:1")]])
        sent = await bot.send_message(201, "<b>Sign</b>", parse_mode="HTML", reply_markup=keyboard)
        gone = await bot.send_message(201, "gone")
        await bot.delete_message(201, gone.message_id)
        await bot.edit_message_text("Signed?", 201, sent.message_id, reply_markup=keyboard)
        await bot.set_my_commands([BotCommand("start", "begin")])
        await bot.get_updates(allowed_updates=["message", "callback_query", "my_chat_member"])
        await bot.answer_callback_query(telegram.presses(201, sent.message_id, "sign:1"), "Thanks")
    telegram.opens_link(202, "ua")
    telegram.blocks(202)
    return telegram


async def test_everything_is_there_after_a_restart(path: Path, clock: Clock) -> None:
    before = await lived(path, clock)
    after = RehearsedTelegram(now=clock, journal=path)  # the first was killed: it is not even closed

    assert after.memory.world == before.memory.world
    document = after.chat(201)[1].file
    assert document is not None
    assert after.file(document.file_id) == b"\x00\xff bytes"
    new = after.says(201, "on we go")
    assert new > max(message.message_id for message in before.chat(201))
    before.close()
    after.close()


async def test_a_torn_last_line_is_forgotten_and_the_next_deed_follows_cleanly(path: Path, clock: Clock) -> None:
    (await lived(path, clock)).close()
    whole = path.read_bytes()
    last = whole.splitlines(keepends=True)[-1]

    for cut in range(1, len(last)):
        path.write_bytes(whole[:-cut])
        telegram = RehearsedTelegram(now=clock, journal=path)
        telegram.says(201, "after the crash")
        telegram.close()
        again = RehearsedTelegram(now=clock, journal=path)
        assert again.chat(201)[-1].text == "after the crash"
        assert again.standing(202) is Standing.OPEN
        again.close()


async def test_damage_before_the_end_is_told(path: Path, clock: Clock) -> None:
    (await lived(path, clock)).close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b'[["Nonsense", {}]]\n', *lines[3:]]))

    with pytest.raises(JournalBroken, match="line 3"):
        RehearsedTelegram(now=clock, journal=path)
