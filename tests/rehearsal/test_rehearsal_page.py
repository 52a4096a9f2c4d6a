"""The chat page in a real browser, with a small bot of the test's own behind it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.rehearsal.cast import Cast
from bot.rehearsal.server import serving
from bot.rehearsal.telegram import Person, RehearsedTelegram

CAST = Cast(
    (Person(101, "지은", "김", language_code="ko"), Person(102, "Daniel")),
    (Person(201, "Amina", language_code="en"), Person(202, "민준", "박", language_code="ko")),
)
SHARE = "https://t.me/share/url?url=https%3A%2F%2Fexample.org&text=Sign%20with%20me"
WELCOME = (
    "<b>환영합니다</b> <tg-spoiler>secret</tg-spoiler> /help "
    "<a href='https://t.me/clarion_rehearsal_bot?start=ua-12'>join</a>"
)


async def welcome(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    if context.args:
        await update.message.reply_text(f"opened with {context.args[0]}")
        return
    sign = InlineKeyboardButton("서명하기", callback_data="sign:1")
    share = InlineKeyboardButton("Share", url=SHARE)
    keyboard = InlineKeyboardMarkup([[sign], [share]])
    await update.message.reply_text(WELCOME, parse_mode=ParseMode.HTML, reply_markup=keyboard)


async def sign(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("고맙습니다", show_alert=True)
    await update.callback_query.edit_message_text("Signed")


def river() -> bytes:
    file = BytesIO()
    Image.new("RGB", (80, 60), "navy").save(file, "JPEG")
    return file.getvalue()


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    if update.message.text == "photo":
        await update.message.reply_photo(river(), caption="the river", has_spoiler=True)
    elif document := update.message.document:
        content = await (await document.get_file()).download_as_bytearray()
        await update.message.reply_document(bytes(content).upper(), filename=f"loud-{document.file_name}")
    else:
        await update.message.reply_text(f"echo {update.message.text}")


@dataclass
class Visit:
    """The page in a browser, and the Telegram behind it."""

    page: Page
    telegram: RehearsedTelegram
    url: str

    async def hold_phone_of(self, name: str) -> None:
        await self.page.get_by_role("button", name=name).click()
        await expect(self.page.get_by_role("heading", name=name)).to_be_visible()

    async def start(self, name: str) -> None:
        await self.hold_phone_of(name)
        await self.page.get_by_role("button", name="Start", exact=True).click()
        await expect(self.page.get_by_role("button", name="서명하기")).to_be_visible()

    async def write(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Message").fill(text)
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str) -> None:
        await expect(self.page.get_by_role("log")).to_contain_text(text)


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    telegram = RehearsedTelegram()
    async with serving(telegram, cast=CAST) as url:
        builder = ApplicationBuilder().token(telegram.token).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
        application: Application = builder.build()  # type: ignore[type-arg]  # six parameters of no interest here
        application.add_handler(CommandHandler("start", welcome))
        application.add_handler(CallbackQueryHandler(sign))
        application.add_handler(MessageHandler(filters.ALL, echo))
        async with application:
            assert application.updater
            await application.bot.set_my_commands([BotCommand("start", "시작")], language_code="ko")
            await application.start()
            await application.updater.start_polling()
            page = await browser.new_page()
            broken: list[str] = []
            page.on("pageerror", lambda error: broken.append(error.message))
            page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
            await page.goto(url)
            yield Visit(page, telegram, url)
            await page.close()
            await application.updater.stop()
            await application.stop()
        assert broken == []


async def test_a_person_starts_signs_and_writes(visit: Visit) -> None:
    await visit.start("박민준")
    await visit.page.get_by_role("button", name="서명하기").click()
    await expect(visit.page.get_by_role("dialog")).to_contain_text("고맙습니다")
    await visit.page.keyboard.press("Enter")
    await visit.sees("Signed")
    await visit.write("안녕하세요")
    await visit.sees("echo 안녕하세요")

    assert [message.text for message in visit.telegram.chat(202)] == [
        "/start",
        "Signed",
        "안녕하세요",
        "echo 안녕하세요",
    ]
    assert visit.telegram.unanswered(202) == ()


async def test_spoilers_commands_and_links_work_inside_the_chat(visit: Visit) -> None:
    await visit.start("Amina")
    page = visit.page
    await page.get_by_role("button", name="Hidden text: press to reveal").click()
    await expect(page.get_by_text("secret", exact=True)).to_be_visible()
    await page.get_by_role("log").get_by_role("button", name="/help").click()
    await visit.sees("echo /help")
    await page.get_by_role("button", name="join").click()
    await visit.sees("opened with ua-12")
    await page.get_by_role("button", name="Share").click()
    await expect(page.get_by_role("dialog", name="What would be shared")).to_contain_text("Sign with me")


async def test_documents_go_both_ways(visit: Visit) -> None:
    await visit.start("Amina")
    document = {"name": "명단.txt", "mimeType": "text/plain", "buffer": b"names"}
    await visit.page.get_by_label("Attach a document").set_input_files(document)  # type: ignore[arg-type]
    async with visit.page.expect_download() as download:
        await visit.page.get_by_role("link", name="loud-명단.txt").click()

    path = await (await download.value).path()
    assert path.read_bytes() == b"NAMES"


async def test_a_covered_photo_is_seen_once_it_is_pressed(visit: Visit) -> None:
    await visit.start("Amina")
    await visit.write("photo")

    await visit.page.get_by_role("button", name="Covered photo").click()

    await expect(visit.page.get_by_role("button", name="Covered photo")).to_have_count(0)
    await expect(visit.page.get_by_role("img", name="Photo")).to_be_visible()


async def test_the_menu_speaks_the_language_of_the_person(visit: Visit) -> None:
    await visit.start("박민준")
    await visit.page.get_by_role("button", name="Commands").click()
    await expect(visit.page.get_by_role("group", name="Commands")).to_contain_text("/start시작")
    await visit.page.get_by_role("button", name="/start 시작").click()
    await expect(visit.page.get_by_role("button", name="서명하기")).to_have_count(2)


async def test_what_others_received_is_marked_until_it_is_read(visit: Visit) -> None:
    await visit.start("Amina")
    visit.telegram.says(202, "hello")
    unread = visit.page.get_by_role("button", name="박민준").get_by_text("unread")
    await expect(unread).to_be_attached()
    await expect(visit.page).to_have_title("(1) Clarion – rehearsal")
    await visit.hold_phone_of("박민준")
    await expect(unread).not_to_be_attached()


async def test_blocking_is_a_switch(visit: Visit) -> None:
    await visit.start("Amina")
    await visit.page.get_by_role("switch", name="Blocked").click()
    restart = visit.page.get_by_role("button", name="Restart the bot")
    await expect(restart).to_be_visible()
    assert visit.telegram.standing(201) == "blocked"

    await restart.click()
    await expect(visit.page.get_by_role("switch", name="Blocked")).to_have_attribute("aria-checked", "false")


async def test_somebody_new_joins_and_a_crowd_comes(visit: Visit) -> None:
    page = visit.page
    await page.get_by_text("Add a person").click()
    await page.get_by_label("Name", exact=True).fill("Yuki")
    await page.get_by_label("Language of their app").select_option("ja")
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_role("heading", name="Yuki")).to_be_visible()
    await page.locator("#crowd-panel summary").click()
    await page.get_by_role("spinbutton", name="People").fill("7")
    await page.get_by_label("Per second").fill("100")
    await page.get_by_role("button", name="Send the crowd").click()
    await expect(page.locator("#crowd-count")).to_have_text("7")
    await page.get_by_role("button", name="Stop the crowd").click()
    await expect(page.get_by_role("button", name="Stop the crowd")).to_be_hidden()


async def test_a_fault_can_be_ordered(visit: Visit) -> None:
    page = visit.page
    await page.get_by_text("Faults").click()
    await page.get_by_label("What goes wrong").select_option("forbidden")
    await page.get_by_label("Method").fill("sendMessage")
    await page.get_by_role("button", name="Add the fault").click()
    await expect(page.get_by_role("list", name="Faults in force")).to_contain_text("bot was blocked by the user")
    await page.get_by_role("button", name="Clear all").click()
    await expect(page.get_by_role("list", name="Faults in force")).to_be_empty()
    assert visit.telegram.faults.rules == []


async def test_everything_can_be_done_with_the_keyboard_on_a_phone(visit: Visit) -> None:
    page = visit.page
    await page.set_viewport_size({"width": 360, "height": 740})
    amina = page.get_by_role("button", name="Amina")
    while not await amina.evaluate("node => node === document.activeElement"):
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    await visit.sees("echo hello")
    wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide
    await page.get_by_role("button", name="Back to the people").press("Enter")
    await expect(amina).to_be_focused()
