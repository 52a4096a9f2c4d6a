"""The rehearsed Bot API says no where Telegram says no, in words on which bots rely."""

import struct
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyParameters
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.rehearsal.telegram import REHEARSAL_TOKEN, Limits, Person, RealToken, RehearsedTelegram
from bot.rehearsal.wire import RehearsalRequest

from .conftest import AMINA, Clock

Attempt = Callable[[Bot], Awaitable[object]]


def dots(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


DOT = dots(1, 1)


def key(callback_data: str | None = None, url: str | None = None) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Sign", callback_data=callback_data, url=url)]])


REFUSALS: dict[str, tuple[Attempt, type[TelegramError], str]] = {
    "an empty text": (lambda bot: bot.send_message(201, " \n "), BadRequest, "Message text is empty"),
    "a text beyond 4,096": (lambda bot: bot.send_message(201, "x" * 4097), BadRequest, "Message is too long"),
    "an emoji counted as two": (
        lambda bot: bot.send_message(201, "😀" * 2049),
        BadRequest,
        "Message is too long",
    ),
    "a caption beyond 1,024": (
        lambda bot: bot.send_document(201, b"a", caption="x" * 1025),
        BadRequest,
        "Message caption is too long",
    ),
    "an unknown chat": (lambda bot: bot.send_message(999, "hi"), BadRequest, "Chat not found"),
    "a public name": (lambda bot: bot.send_message("@nobody", "hi"), BadRequest, "Chat not found"),
    "writing first": (
        lambda bot: bot.send_message(202, "hi"),
        Forbidden,
        "Forbidden: bot can't initiate conversation with a user",
    ),
    "button data of 65 bytes": (
        lambda bot: bot.send_message(201, "hi", reply_markup=key(callback_data="서" * 21 + "xx")),
        BadRequest,
        "Button_data_invalid",
    ),
    "empty button data": (
        lambda bot: bot.send_message(201, "hi", reply_markup=key(callback_data="")),
        BadRequest,
        "Button_data_invalid",
    ),
    "a button that does nothing": (
        lambda bot: bot.send_message(201, "hi", reply_markup=key()),
        BadRequest,
        "Text buttons are unallowed in the inline keyboard",
    ),
    "a button to nowhere": (
        lambda bot: bot.send_message(201, "hi", reply_markup=key(url="javascript:alert(1)")),
        BadRequest,
        "is invalid: Wrong HTTP URL",
    ),
    "markup that does not close": (
        lambda bot: bot.send_message(201, "<b>hi", parse_mode="HTML"),
        BadRequest,
        "Can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    "markup of another kind": (
        lambda bot: bot.send_message(201, "*hi*", parse_mode="MarkdownV2"),
        BadRequest,
        "Unsupported parse_mode",
    ),
    "a reply to nothing": (
        lambda bot: bot.send_message(201, "hi", reply_parameters=ReplyParameters(77)),
        BadRequest,
        "Message to be replied not found",
    ),
    "editing nothing": (
        lambda bot: bot.edit_message_text("hi", 201, 77),
        BadRequest,
        "Message to edit not found",
    ),
    "editing a person's words": (
        lambda bot: bot.edit_message_text("hi", 201, 1),
        BadRequest,
        "Message can't be edited",
    ),
    "deleting nothing": (lambda bot: bot.delete_message(201, 77), BadRequest, "Message to delete not found"),
    "deleting no message at all": (
        lambda bot: bot.delete_messages(201, []),
        BadRequest,
        "Message identifiers are not specified",
    ),
    "deleting 101 at once": (
        lambda bot: bot.delete_messages(201, list(range(101))),
        BadRequest,
        "Too many message identifiers specified",
    ),
    "answering a query that is none": (
        lambda bot: bot.answer_callback_query("nothing"),
        BadRequest,
        "Query is too old and response timeout expired or query id is invalid",
    ),
    "an empty file": (lambda bot: bot.send_document(201, b""), BadRequest, "File must be non-empty"),
    "a file that Telegram never saw": (
        lambda bot: bot.send_document(201, "BQACnever"),
        BadRequest,
        "Wrong file identifier/http url specified",
    ),
    "a picture that is none": (lambda bot: bot.send_photo(201, b"hello"), BadRequest, "Image_process_failed"),
    "a picture beyond 10 MB": (
        lambda bot: bot.send_photo(201, DOT.ljust(10_485_761, b"x")),
        BadRequest,
        "File of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    ),
    "a picture beyond 10,000 pixels of width and height": (
        lambda bot: bot.send_photo(201, dots(5_000, 5_001)),
        BadRequest,
        "Photo_invalid_dimensions",
    ),
    "a picture longer than twenty times its width": (
        lambda bot: bot.send_photo(201, dots(2_001, 100)),
        BadRequest,
        "Photo_invalid_dimensions",
    ),
    "a picture's caption beyond 1,024": (
        lambda bot: bot.send_photo(201, DOT, caption="x" * 1025),
        BadRequest,
        "Message caption is too long",
    ),
    "a file of an unknown id": (lambda bot: bot.get_file("nothing"), BadRequest, "Invalid file_id"),
    "an unknown action": (
        lambda bot: bot.send_chat_action(201, "singing"),
        BadRequest,
        "Wrong parameter action in request",
    ),
    "a command in capitals": (
        lambda bot: bot.set_my_commands([BotCommand("Start", "begin")]),
        BadRequest,
        "Bot_command_invalid",
    ),
    "a webhook without TLS": (
        lambda bot: bot.set_webhook("http://example.org"),
        BadRequest,
        "Bad webhook: An HTTPS URL must be provided for webhook",
    ),
    "a parameter that does not exist": (
        lambda bot: bot.send_message(201, "hi", api_kwargs={"disable_notifications": True}),
        BadRequest,
        'Unknown parameter "disable_notifications"',
    ),
    "a keyboard that is no keyboard": (
        lambda bot: bot.send_message(201, "hi", api_kwargs={"reply_markup": "[[[["}),
        BadRequest,
        "Can't parse reply keyboard markup json object",
    ),
    "a method that does not exist": (
        lambda bot: bot.do_api_request("sendTelepathy"),
        EndPointNotFound,
        "Endpoint 'sendTelepathy' not found in Bot API",
    ),
}


@pytest.mark.parametrize(("attempt", "error", "words"), REFUSALS.values(), ids=REFUSALS.keys())
async def test_it_refuses(bot: Bot, attempt: Attempt, error: type[TelegramError], words: str) -> None:
    with pytest.raises(error) as refused:
        await attempt(bot)

    assert words.lower() in str(refused.value).lower()


async def test_texts_and_captions_may_be_as_long_as_the_limit(bot: Bot, telegram: RehearsedTelegram) -> None:
    await bot.send_message(201, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    await bot.send_document(201, b"a", caption="y" * 1024)

    assert [len(message.text) for message in telegram.chat(201)] == [6, 4096, 1024]


async def test_what_is_shown_is_what_was_sent(bot: Bot, telegram: RehearsedTelegram) -> None:
    await bot.send_message(
        201,
        "  <b>Nine</b> people &amp; <tg-spoiler>x</tg-spoiler>\n",
        parse_mode="HTML",
        reply_markup=key(callback_data="a:1"),
    )

    shown = telegram.chat(201)[-1]
    assert (shown.sender, shown.text) == ("bot", "Nine people & x")
    assert shown.html == "<b>Nine</b> people &amp; <tg-spoiler>x</tg-spoiler>"
    assert [button.callback_data for button in shown.buttons] == ["a:1"]


async def test_an_edit_that_changes_nothing_is_refused_and_one_that_does_shows(
    bot: Bot, telegram: RehearsedTelegram
) -> None:
    sent = await bot.send_message(201, "one", reply_markup=key(callback_data="a"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("one", 201, sent.message_id, reply_markup=key(callback_data="a"))

    await bot.edit_message_text("two", 201, sent.message_id)

    shown = telegram.chat(201)[-1]
    assert (shown.text, shown.edited, shown.buttons) == ("two", True, ())


async def test_a_file_comes_back_as_it_was_sent_and_can_be_sent_again(bot: Bot, telegram: RehearsedTelegram) -> None:
    sent = await bot.send_document(201, b"name,city", filename="서명.csv")
    assert sent.document
    await bot.send_document(201, sent.document.file_id, caption="again")
    photo = await bot.send_photo(201, DOT)

    fetched = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert bytes(fetched) == b"name,city"
    assert [message.file and message.file.name for message in telegram.chat(201)[1:3]] == ["서명.csv", "서명.csv"]
    assert (photo.photo[0].width, photo.photo[0].height) == (1, 1)


async def test_a_photo_comes_in_sizes_of_which_only_the_last_is_the_photo(bot: Bot) -> None:
    sent = await bot.send_photo(201, dots(800, 600))

    assert [(size.width, size.height) for size in sent.photo] == [(90, 67), (800, 600)]
    await bot.send_photo(201, sent.photo[-1].file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(201, sent.photo[0].file_id)


async def test_a_picture_is_replaced_and_recaptioned_and_takes_the_place_of_a_text(
    bot: Bot, telegram: RehearsedTelegram
) -> None:
    one = await bot.send_photo(201, DOT, caption="one", has_spoiler=True)
    assert one.has_media_spoiler
    await bot.edit_message_caption(201, one.message_id, caption="<b>two</b>", parse_mode="HTML")
    shown = telegram.chat(201)[-1]
    assert (shown.text, shown.spoiler, shown.edited) == ("two", True, True)

    await bot.edit_message_media(InputMediaPhoto(dots(3, 2), caption="three"), 201, one.message_id)
    shown = telegram.chat(201)[-1]
    assert shown.file
    assert (shown.text, shown.spoiler, shown.file.width) == ("three", False, 3)

    text = await bot.send_message(201, "four", reply_markup=key(callback_data="a:1"))
    media = InputMediaPhoto(shown.file.file_id, caption="<i>five</i>", parse_mode="HTML", has_spoiler=True)
    await bot.edit_message_media(media, 201, text.message_id, reply_markup=key(callback_data="a:2"))
    last = telegram.chat(201)[-1]
    assert (last.message_id, last.html, last.file, last.spoiler) == (text.message_id, "<i>five</i>", shown.file, True)

    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_media(media, 201, text.message_id, reply_markup=key(callback_data="a:2"))
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("six", 201, text.message_id)


async def test_whoever_blocked_the_bot_or_left_gets_nothing(bot: Bot, telegram: RehearsedTelegram) -> None:
    telegram.blocks(201)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(201, "hi")

    telegram.unblocks(201)
    await bot.send_message(201, "hi")
    telegram.deletes_account(201)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(201, "hi")


async def test_messages_can_be_deleted_for_two_days(bot: Bot, telegram: RehearsedTelegram, clock: Clock) -> None:
    sent = await bot.send_message(201, "soon gone")
    clock.passes(hours=47)
    await bot.delete_messages(201, [1, sent.message_id, 77])
    old = await bot.send_message(201, "here to stay")
    clock.passes(hours=48)

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(201, old.message_id)
    assert [message.text for message in telegram.chat(201)] == ["here to stay"]


async def test_a_pressed_button_is_answered_once_and_soon(bot: Bot, telegram: RehearsedTelegram, clock: Clock) -> None:
    sent = await bot.send_message(201, "sign?", reply_markup=key(callback_data="sign:1"))
    query = telegram.presses(201, sent.message_id, "sign:1")
    belated = telegram.presses(201, sent.message_id, "sign:1")

    await bot.answer_callback_query(query, "Thank you", show_alert=True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query)
    clock.passes(minutes=2)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(belated)

    assert [(alert.text, alert.show_alert) for alert in telegram.alerts(201)] == [("Thank you", True)]
    assert [waiting.id for waiting in telegram.unanswered(201)] == [belated]


async def test_flood_control_counts_messages_and_punishes_impatience(clock: Clock) -> None:
    telegram = RehearsedTelegram(now=clock, limits=Limits(per_second=30, burst=30, chat_per_second=1, chat_burst=2))
    telegram.add_person(AMINA)
    telegram.says(201, "hi")
    requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
    async with Bot(telegram.token, request=requests[0], get_updates_request=requests[1]) as bot:
        await bot.send_message(201, "1")
        await bot.send_message(201, "2")
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(201, "3")
        assert refused.value._retry_after.total_seconds() == 1

        clock.passes(seconds=0.9)
        with pytest.raises(RetryAfter):
            await bot.send_message(201, "too early")
        clock.passes(seconds=0.9)
        with pytest.raises(RetryAfter):
            await bot.send_message(201, "asking early began the lockout anew")
        clock.passes(seconds=1)
        await bot.send_message(201, "3")

    assert [message.text for message in telegram.chat(201)] == ["hi", "1", "2", "3"]


async def test_a_ceiling_that_falls_holds_at_once(clock: Clock) -> None:
    telegram = RehearsedTelegram(now=clock, limits=Limits(per_second=30, burst=30, chat_burst=100))
    telegram.add_person(AMINA)
    telegram.says(201, "hi")
    requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
    async with Bot(telegram.token, request=requests[0], get_updates_request=requests[1]) as bot:
        await bot.send_message(201, "1")
        telegram.limit(Limits(per_second=1, burst=1, chat_burst=100))
        await bot.send_message(201, "2")
        with pytest.raises(RetryAfter):
            await bot.send_message(201, "3")
        telegram.limit(None)
        await bot.send_message(201, "3")


async def test_each_scope_and_language_has_its_menu(bot: Bot, telegram: RehearsedTelegram) -> None:
    telegram.add_person(Person(203, "지은", language_code="ko"))
    await bot.set_my_commands([BotCommand("start", "begin")])
    await bot.set_my_commands([BotCommand("start", "시작")], language_code="ko")
    await bot.set_my_commands([BotCommand("draft", "write")], scope={"type": "chat", "chat_id": 201})  # type: ignore[arg-type]

    assert [command.description for command in telegram.menu(203)] == ["시작"]
    assert [command.description for command in telegram.menu(202)] == ["begin"]
    assert [command.command for command in telegram.menu(201)] == ["draft"]
    assert [command.description for command in await bot.get_my_commands(language_code="ko")] == ["시작"]


async def test_it_answers_to_one_token_only(telegram: RehearsedTelegram) -> None:
    with pytest.raises(InvalidToken):
        requests = RehearsalRequest(telegram), RehearsalRequest(telegram)
        await Bot("1:REHEARSAL-other", request=requests[0], get_updates_request=requests[1]).get_me()


@pytest.mark.parametrize("token", ["123456789:AAF-realistic-looking-secret", "REHEARSAL:1", "", "１:REHEARSAL"])
def test_it_plays_with_no_token_that_could_be_real(token: str) -> None:
    with pytest.raises(RealToken):
        RehearsedTelegram(token)


def test_the_refusal_of_a_real_token_does_not_repeat_it() -> None:
    with pytest.raises(RealToken) as refused:
        RehearsedTelegram("123456789:AAF-secret")

    assert "AAF" not in str(refused.value)
    assert REHEARSAL_TOKEN.endswith("REHEARSAL-not-a-telegram-token")
