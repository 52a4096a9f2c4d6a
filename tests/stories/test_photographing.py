"""An appeal with a picture: foreseen by its sheet, sent by its author, looked at by colleagues, seen by readers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from telegram import InlineKeyboardMarkup

from bot.demo import demo_sheets
from handlers.appeals.buttons import appeal_rows
from handlers.appeals.photos import caption_too_long, photo_caption
from handlers.message_text import CAPTION_MAX, length, unmarked
from handlers.texts import LANGUAGES, Texts
from storage.appeals.photos import stored_photo
from storage.appeals.picture import FILE_MAX
from storage.appeals.records import AppealState, appeals_in, find_appeal
from storage.appeals.sheets.faults import Problem
from storage.appeals.sheets.sheet import read_sheet
from storage.petitions.counting.support import Support
from storage.petitions.counting.tally import Total

if TYPE_CHECKING:
    from bot.rehearsal.memory.model import StoredFile
    from bot.rehearsal.screens import ShownMessage
    from storage.database import Database
    from tests.people import Clock, House, Person

PHOTO = """\
photo:
  caption:
    en: The river at Tumen
    ko: 투먼의 강가
  credit: Kim
  date: 2026-03
  alt:
    en: A wide river with a watchtower on the far bank
    ko: 넓은 강 건너편에 감시탑이 서 있다
contact:
"""
WITHOUT = demo_sheets()[1]
SHEET = WITHOUT.replace("contact:\n", PHOTO, 1)
CODE = "DEMO-002"


def river(kind: str = "JPEG", size: tuple[int, int] = (640, 480), colour: str = "navy") -> bytes:
    tags = Image.Exif()
    tags[0x010F] = "A camera"
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, kind, exif=tags)
    return file.getvalue()


async def sends_photo(person: Person, content: bytes, caption: str | None = None) -> None:
    person.transcript.append(f"{person.name} sends a photo: {caption or ''}")
    person.house.telegram.sends_photo(person.id, content, caption)
    await person._waits()


async def sends_image(person: Person, name: str, content: bytes, caption: str | None = None) -> None:
    person.transcript.append(f"{person.name} sends the file {name}: {caption or ''}")
    person.house.telegram.sends_document(person.id, name, content, caption)
    await person._waits()


def photos_from_the_bot(person: Person) -> list[StoredFile]:
    return [message.file for message in person.chat if message.sender == "bot" and message.file]


async def test_the_bot_asks_for_the_picture_and_shows_the_letter_with_it(hana: Person, db: Database) -> None:
    await hana.sends_document("appeal.md", SHEET)

    assert "Now the picture of DEMO-002." in hana.last.text
    assert hana.last.buttons == ()
    assert photos_from_the_bot(hana) == []
    before = len(hana.chat)

    await sends_photo(hana, river())

    assert "DEMO-002 has its picture." in hana.last.text
    assert hana.buttons == ["Send to the reviewers"]
    letters = [message for message in hana.chat[before:] if message.sender == "bot" and message.file]
    assert [message.spoiler for message in letters] == [True, True]
    assert "The river at Tumen · Photo: Kim, March 2026" in letters[0].text
    assert "투먼의 강가 · 사진: Kim, 2026년 3월" in letters[1].text
    assert [button.text for button in letters[0].buttons] == ["Sign", "Share", "More", "Contact"]
    assert "Picture: A wide river with a watchtower on the far bank" in hana.sees
    assert "사진에 보이는 것: 넓은 강 건너편에 감시탑이 서 있다" in hana.sees
    assert (await find_appeal(db, CODE)).number == 1


async def test_in_korean_with_the_picture_as_a_file(joon: Person) -> None:
    await joon.sends_document("호소문.md", SHEET)
    assert "이제 DEMO-002 호소문의 사진을 보내 주세요." in joon.last.text

    await sends_image(joon, "강.webp", river("WEBP"), "demo-002")

    assert "DEMO-002 호소문에 사진을 넣었습니다." in joon.last.text
    assert joon.buttons == ["검토 요청하기"]


async def test_the_picture_that_is_kept_and_shown_says_nothing_of_its_file(
    hana: Person, clarion: House, db: Database
) -> None:
    await hana.sends_document("appeal.md", SHEET)
    original = river()
    assert b"A camera" in original
    await sends_image(hana, "river.jpg", original)

    photo = await stored_photo(db, (await find_appeal(db, CODE)).version)
    assert photo is not None
    assert b"A camera" not in photo.content
    assert {clarion.telegram.file(file.file_id) for file in photos_from_the_bot(hana)} == {photo.content}


async def test_it_is_uploaded_once_however_often_it_is_looked_at(hana: Person, joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await sends_photo(joon, river())
    await joon.presses("submit")
    await hana.sends(f"/preview {CODE}")

    photo = await stored_photo(db, (await find_appeal(db, CODE)).version)
    assert photo is not None
    shown = photos_from_the_bot(joon) + photos_from_the_bot(hana)
    assert {file.file_id for file in shown} == {photo.file_id}
    assert len(shown) == 2 * len(LANGUAGES)


async def test_a_photo_section_without_credit_is_refused(hana: Person, db: Database) -> None:
    broken = SHEET.replace("  credit: Kim\n", "")
    await hana.sends_document("appeal.md", broken)

    line = broken.splitlines().index("photo:") + 1
    assert f"Line {line}, photo.credit: is missing." in hana.last.text
    assert await appeals_in(db) == ()


async def test_it_cannot_go_to_the_reviewers_without_its_picture(hana: Person, joon: Person, db: Database) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await joon.sends(f"/preview {CODE}")
    await joon.presses("submit")

    assert "아직 검토를 요청할 수 없습니다" in joon.last.text
    assert (await find_appeal(db, CODE)).state is AppealState.DRAFT
    assert "waits for your review" not in hana.sees

    await sends_photo(joon, river())
    await joon.presses("submit")

    assert (await find_appeal(db, CODE)).state is AppealState.IN_REVIEW


async def test_a_next_draft_keeps_the_picture_and_another_takes_its_place(hana: Person, db: Database) -> None:
    await hana.sends_document("appeal.md", SHEET)
    await sends_photo(hana, river())
    await hana.sends_document("appeal.md", SHEET.replace("credit: Kim", "credit: Lee"))
    assert hana.buttons == ["Send to the reviewers"]
    first = await stored_photo(db, (await find_appeal(db, CODE)).version)

    await sends_photo(hana, river(colour="green"), CODE)

    second = await stored_photo(db, (await find_appeal(db, CODE)).version)
    assert first is not None
    assert second is not None
    assert first.content != second.content
    assert "Photo: Lee, March 2026" in hana.sees


async def test_what_is_in_review_keeps_its_picture(hana: Person, joon: Person) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await sends_photo(joon, river())
    await joon.presses("submit")
    await sends_photo(joon, river(colour="green"), CODE)

    assert "지금 바꿀 수 없습니다. 현재 상태: 검토 중" in joon.last.text


async def test_the_picture_comes_from_whoever_wrote_the_sheet(hana: Person, joon: Person) -> None:
    await joon.sends_document("appeal.md", SHEET)
    await sends_photo(hana, river(), CODE)
    assert "Another coordinator drafted this version" in hana.last.text

    await sends_photo(hana, river())
    assert "None of your drafts waits for a picture" in hana.last.text


async def test_a_picture_that_nothing_foresees_is_not_kept(hana: Person) -> None:
    await hana.sends_document("appeal.md", WITHOUT)
    await sends_photo(hana, river(), CODE)
    assert "has no photo section" in hana.last.text

    await sends_photo(hana, river(), "DEMO-999")
    assert "there is no appeal with this code" in hana.last.text


async def test_every_unusable_picture_gets_its_reason(hana: Person, db: Database) -> None:
    await hana.sends_document("appeal.md", SHEET)
    for name, content, said in (
        ("river.heic", b"\0\0\0\x18ftypheic", "JPEG, PNG and WebP are"),
        ("river.jpg", b"", "JPEG, PNG and WebP are"),
        ("river.gif", river("GIF"), "JPEG, PNG and WebP are"),
        ("river.jpg", river().ljust(FILE_MAX + 1, b"\0"), "larger than 20 MB"),
        ("river.png", river("PNG", (7_100, 7_100)), "more than 50 million pixels"),
        ("river.png", river("PNG", (2_100, 100)), "more than 20 times as long"),
        ("river.png", river("PNG")[:-100], "damaged or incomplete"),
    ):
        await sends_image(hana, name, content)

        assert said in hana.last.text
    assert await stored_photo(db, (await find_appeal(db, CODE)).version) is None


async def test_pictures_of_supporters_are_not_opened(amina: Person, hana: Person) -> None:
    await hana.sends_document("appeal.md", SHEET)
    await sends_photo(amina, river(), CODE)
    assert "not opened or kept" in amina.last.text

    await sends_image(amina, "river.png", river("PNG"))
    assert "not opened or kept" in amina.last.text


CHANGES = [
    ("minors: unknown", "minors: yes"),
    ("named_publicly: no", "named_publicly: yes\n  consent_reference: folder 12"),
]


@pytest.mark.parametrize("change", CHANGES)
async def test_of_children_and_named_people_a_face_needs_a_decision(
    hana: Person, joon: Person, change: tuple[str, str]
) -> None:
    await hana.sends_document("appeal.md", SHEET)
    assert "A face, a name" not in hana.sees

    await joon.sends_document("appeal.md", SHEET.replace(*change), "replace")
    await sends_photo(joon, river())
    assert joon.sees.count("담당자 두 사람의 결정이 기록으로 남아 있어야 합니다") == 2
    await joon.presses("submit")
    await hana.presses("Look at it")
    assert hana.sees.count("needs a decision of two coordinators that is on record") == 1


async def test_the_buttons_under_a_picture_open_new_messages(
    hana: Person, amina: Person, clarion: House, db: Database
) -> None:
    await hana.sends_document("appeal.md", SHEET)
    await sends_photo(hana, river())
    await amina.sends("/start")
    stored = await find_appeal(db, CODE)
    photo = await stored_photo(db, stored.version)
    assert photo is not None
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'published'")
    bot, texts, now = clarion.clarion.application.bot, clarion.clarion.services.texts, clarion.clock.now()
    letter = await bot.send_photo(
        amina.id,
        photo.file_id,
        caption=photo_caption(stored.appeal, texts, "en", now=now, support=Support(Total(0))),
        reply_markup=InlineKeyboardMarkup(appeal_rows(stored.appeal, texts, "en", bot.username)),
        has_spoiler=True,
    )

    await amina.presses("More")
    assert "What we ask" in amina.last.text
    await amina.presses("Less")
    assert "What we ask" not in amina.last.text
    await amina.presses("Contact")
    assert "urgent@example.org" in amina.last.text
    shown = next(message for message in amina.chat if message.message_id == letter.message_id)
    assert (shown.edited, len(shown.buttons)) == (False, 4)

    clarion.telegram.presses(amina.id, letter.message_id, f"sign:{CODE}")
    await clarion.answers_everything()
    assert any(button.callback_data.startswith("consent:") for button in amina.last.buttons if button.callback_data)


async def test_subscribers_get_the_picture_with_the_letter_in_their_language(
    hana: Person, joon: Person, amina: Person, sujin: Person, db: Database
) -> None:
    for supporter in (amina, sujin):
        await supporter.sends("/subscribe")
        await supporter.presses("subscribe:yes")
    await send_with_picture(hana, joon)

    for supporter, line in ((amina, "Photo: Kim, March 2026"), (sujin, "사진: Kim, 2026년 3월")):
        letter = next(message for message in supporter.chat if message.file)
        assert line in letter.text
        assert letter.spoiler
    photo = await stored_photo(db, (await find_appeal(db, CODE)).version)
    assert photo is not None
    assert {file.file_id for person in (joon, amina, sujin) for file in photos_from_the_bot(person)} == {photo.file_id}


async def send_with_picture(hana: Person, joon: Person) -> None:
    """Joon writes an appeal with a picture, Hana approves and sends it."""
    await joon.sends_document("appeal.md", SHEET)
    await sends_photo(joon, river())
    await joon.presses("submit")
    await hana.presses("Approve")
    await hana.sends(f"/send {CODE}")
    await hana.presses("send:")
    await hana.house.sends_all_letters()


async def letter_with_picture(hana: Person, joon: Person, reader: Person) -> ShownMessage:
    """Return the letter that the reader got."""
    await reader.sends("/subscribe")
    await reader.presses("subscribe:yes")
    await send_with_picture(hana, joon)
    return next(message for message in reader.chat if message.file)


async def correct(hana: Person, joon: Person, sheet: str, picture: bytes | None) -> None:
    note = "change_note:\n  en: The picture was wrong.\n  ko: 사진을 바로잡습니다.\nkind:"
    await joon.sends_document("appeal.md", sheet.replace("kind:", note, 1))
    if picture:
        await sends_photo(joon, picture, CODE)
    await joon.presses(f"submit:{CODE}:2")
    await hana.presses(f"approve:{CODE}:2")
    await hana.sends(f"/correct {CODE}")
    await hana.presses("Send the correction")
    await hana.house.sends_all_letters()


def now_shown(reader: Person, letter: ShownMessage) -> ShownMessage:
    return next(message for message in reader.chat if message.message_id == letter.message_id)


def picture_of(reader: Person, message: ShownMessage) -> Image.Image:
    assert message.file
    return Image.open(BytesIO(reader.house.telegram.file(message.file.file_id)))


def is_white(picture: Image.Image) -> bool:
    return all(low > 250 for low, _ in picture.convert("RGB").getextrema())


async def test_a_corrected_picture_takes_the_place_of_the_one_that_people_have(
    hana: Person, joon: Person, amina: Person
) -> None:
    letter = await letter_with_picture(hana, joon, amina)
    await correct(hana, joon, SHEET, river(size=(320, 200), colour="maroon"))

    shown = now_shown(amina, letter)
    assert shown.text.startswith("Corrected: The picture was wrong.")
    assert picture_of(amina, shown).size == (320, 200)
    assert [button.text for button in shown.buttons][:2] == ["Sign", "Share"]
    assert "The picture was wrong." in amina.last.text
    assert amina.last.reply_to == letter.message_id


async def test_a_picture_that_a_correction_drops_is_covered_and_the_letter_comes_anew(
    hana: Person, joon: Person, amina: Person
) -> None:
    letter = await letter_with_picture(hana, joon, amina)
    await correct(hana, joon, WITHOUT, None)

    shown = now_shown(amina, letter)
    assert is_white(picture_of(amina, shown))
    assert "The picture was wrong." in shown.text
    assert amina.last.text.startswith("Corrected: The picture was wrong.")
    assert amina.last.file is None
    assert [button.text for button in amina.last.buttons][:2] == ["Sign", "Share"]


async def test_a_recalled_picture_that_telegram_does_not_delete_any_more_is_covered(
    hana: Person, joon: Person, amina: Person, clarion: House
) -> None:
    letter = await letter_with_picture(hana, joon, amina)
    clarion.clock.turn(hours=49)
    await hana.sends(f"/recall {CODE} {CODE}")
    await clarion.sends_all_letters()

    shown = now_shown(amina, letter)
    assert is_white(picture_of(amina, shown))
    assert shown.text.startswith("Demo Rights Network has withdrawn this message")
    assert not shown.buttons


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_under_a_picture_says_what_by_when_to_whom_and_whose_picture_it_is(
    language: str, clock: Clock
) -> None:
    appeal = read_sheet(SHEET, now=clock.now())

    caption = photo_caption(appeal, Texts("en"), language, now=clock.now(), support=Support(Total(12)))

    assert length(caption) <= CAPTION_MAX
    blocks = unmarked(caption).split("\n\n")
    assert appeal.texts[language].title in blocks[0]
    assert appeal.texts[language].summary in caption
    assert re.fullmatch(r"(Deadline|마감일): .*\n(To|받는 사람): .*", blocks[-3])
    assert "Kim" in blocks[-2]
    assert "12" in blocks[-1]
    assert "112" not in caption  # the figures have no room


def test_a_letter_too_long_for_a_picture_is_named_with_its_language_and_lengths(clock: Clock) -> None:
    office = "대한민국 " * 36
    appeal = read_sheet(SHEET.replace("대한민국 대통령", office + "대통령"), now=clock.now())
    assert caption_too_long(appeal, Texts("en"), now=clock.now()) == []
    crowded = SHEET.replace("대한민국 대통령", office).replace("중화인민공화국 국가주석", office)
    long = crowded.replace("투먼의 강가", "강가 " * 60).replace("가족들이", "가족들이 아주 " * 18)

    faults = caption_too_long(read_sheet(long, now=clock.now()), Texts("en"), now=clock.now())

    assert [(fault.field, fault.problem) for fault in faults] == [("ko", Problem.CAPTION_TOO_LONG)]
    longest, limit = map(int, faults[0].detail.split(" > "))
    assert longest > limit == CAPTION_MAX


async def test_a_sheet_whose_letter_does_not_fit_under_its_picture_is_refused(hana: Person, db: Database) -> None:
    long = SHEET.replace("투먼의 강가", "강가 " * 60).replace("가족들이", "가족들이 아주 " * 18)
    office = "대한민국 " * 36
    await hana.sends_document(
        "appeal.md", long.replace("대한민국 대통령", office).replace("중화인민공화국 국가주석", office)
    )

    assert "ko: with a photo, the letter is too long (" in hana.last.text
    assert await appeals_in(db) == ()
