"""Witnesses send tips: what they are asked, what is stopped, and that nothing stays but what is sealed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyrage
import pytest

from bot.rehearsal.faults import Dropped, Rule, bad_request, server_error
from handlers.tip_drafts import ShownReceipt
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.tips.records import open_tips
from tests.people import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House

TEXT = "Two extra checks near the coach station. People without papers were asked to get off."
DANGEROUS = "A family is staying at 12 Example Lane, flat 3, please call 010-0000-0000 and ask for the aunt."
CHOICES = (
    "tip-category:inspection",
    "tip-area:cn_border",
    "tip-people:unknown",
    "tip-when:this_week",
    "tip-known:witness",
    "tip-urgency:high",
)


async def reaches_the_text(witness: Person) -> None:
    await witness.sends("/tip")
    await witness.presses("tip:start")
    for choice in CHOICES:
        await witness.presses(choice)


async def sends_a_tip(witness: Person, text: str = TEXT) -> None:
    await reaches_the_text(witness)
    await witness.sends(text)
    await witness.presses("tip:seal")


def own_messages(person: Person) -> list[str]:
    return [message.text for message in person.chat if message.sender == "person"]


def has_draft(house: House, person: Person) -> bool:
    return house.clarion.services.tip_drafts.of(person.id) is not None


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("clarion.db*")))


async def sealed_in(db: Database) -> list[bytes]:
    async with db.reading() as tx:
        return [row["sealed"] for row in await tx.all("SELECT sealed FROM tip")]


async def test_the_warning_comes_before_anything_is_typed(amina: Person, sujin: Person) -> None:
    await amina.sends("/tip")
    await sujin.sends("/tip")

    for part in ("never anonymous", "Telegram can see", "cost a life, do not use this bot", "15 minutes", "crash"):
        assert part in amina.last.text
    assert "https://tips.example.org" in amina.last.text
    assert "익명은 아닙니다" in sujin.last.text


async def test_a_tip_is_sealed_for_its_recipients_and_only_the_receipt_leads_to_it(
    amina: Person, clarion: House, db: Database, identities: tuple[pyrage.x25519.Identity, ...]
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    assert "About: Checks and searches\nWhere: China, border provinces" in amina.last.text
    assert TEXT not in amina.sees
    await amina.presses("tip-consent:partners")
    await amina.presses("Seal and send")

    assert re.search(r"\d{5}(-\d{5}){4}", amina.last.text)
    assert "2 messages of yours were deleted" in amina.last.text
    [tip] = await open_tips(db)
    assert (tip.category, tip.urgency, tip.day) == ("inspection", "high", "2026-11-22")
    [sealed] = await sealed_in(db)
    for identity in identities:
        content = json.loads(pyrage.decrypt(sealed, [identity]))
        assert (content["text"], content["area"], content["how_known"]) == (TEXT, "cn_border", "witness")
        assert (content["precision"], content["may_share_with_partners"], content["wishes_contact"]) == (
            "estimate",
            True,
            False,
        )
    assert not has_draft(clarion, amina)


async def test_a_whole_tip_leaves_nothing_in_the_chat_and_nothing_readable_on_the_disk(
    amina: Person, db: Database, tmp_path: Path
) -> None:
    await sends_a_tip(amina)
    receipt = re.search(r"\d{5}(-\d{5}){4}", amina.last.text)
    assert receipt is not None
    await amina.presses("I wrote it down")

    assert amina.chat == ()
    assert "deleted" in amina.alerts[-1]
    kept = bytes_on_disk(tmp_path)
    for secret in (
        TEXT,
        "coach station",
        "cn_border",
        "witness",
        str(amina.id),
        receipt[0],
        receipt[0].replace("-", ""),
    ):
        assert secret.encode() not in kept, secret
    async with db.reading() as tx:
        for table in ("draft", "conversation", "subscriber", "chosen_language"):
            assert not await tx.all(f"SELECT * FROM {table}")


async def test_the_dangerous_tip_is_stopped_and_stored_nowhere(
    amina: Person, clarion: House, db: Database, tmp_path: Path
) -> None:
    await reaches_the_text(amina)
    await amina.sends(DANGEROUS)

    assert "Stopped. Nothing of that text was kept." in amina.last.text
    assert "• address: 12 …\n• telephone number: 010…" in amina.last.text
    assert "https://tips.example.org" in amina.last.text
    assert own_messages(amina) == []
    draft = clarion.clarion.services.tip_drafts.of(amina.id)
    assert draft is not None
    assert draft.text == ""
    await amina.sends("A family needs help soon. Please tell me how.")
    assert "Stopped" not in amina.sees
    await amina.presses("Discard")

    assert await open_tips(db) == ()
    assert not has_draft(clarion, amina)
    kept = bytes_on_disk(tmp_path)
    for secret in ("010-0000-0000", "0000-0000", "Example Lane", "the aunt"):
        assert secret.encode() not in kept


async def test_everything_that_is_no_text_of_ones_own_is_refused_with_its_reason_and_deleted(
    amina: Person, clarion: House
) -> None:
    telegram = clarion.telegram
    await reaches_the_text(amina)
    sent: list[tuple[Callable[[], int], str]] = [
        (lambda: telegram.sends_photo(amina.id, b"picture", "the house"), "Pictures and videos are not taken"),
        (lambda: telegram.sends_contact(amina.id, "+10000000000"), "A contact is not taken"),
        (lambda: telegram.sends_voice(amina.id, b"voice", 3), "a voice can be recognised"),
        (lambda: telegram.sends_location(amina.id, 42.9, 129.8), "A location is not taken"),
        (lambda: telegram.sends_document(amina.id, "names.txt", b"names"), "Only text is taken"),
    ]
    for send, reason in sent:
        send()
        await clarion.answers_everything()
        assert reason in amina.last.text
        assert own_messages(amina) == []
    await amina.sends(TEXT)
    await amina.presses("Seal")

    assert "7 messages of yours were deleted" in amina.last.text


async def test_what_is_typed_too_early_or_too_late_is_deleted_and_not_kept(
    amina: Person, clarion: House, db: Database, tmp_path: Path
) -> None:
    await amina.sends("/tip")
    await amina.sends("They hide in the red barn")
    assert "Please use the buttons first" in amina.last.text
    assert "Before you write anything" in amina.last.text
    await amina.presses("tip:start")
    await amina.sends("/barn They hide in the red barn")
    assert "1 of 6" in amina.last.text
    for choice in CHOICES:
        await amina.presses(choice)
    await amina.sends("y" * 1001)
    assert "longer than 1,000 characters" in amina.last.text
    await amina.sends(TEXT)
    await amina.sends("They hide in the red barn")
    assert "Your text is here already" in amina.last.text
    await amina.presses("Seal")

    assert own_messages(amina) == []
    assert len(await open_tips(db)) == 1
    assert b"red barn" not in bytes_on_disk(tmp_path)


async def test_back_and_skip_lead_through_every_question(amina: Person, db: Database) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    await amina.presses("Arrest")
    await amina.presses("Back")
    await amina.presses("Skip")
    for question in ("2 of 6", "3 of 6", "4 of 6"):
        assert question in amina.last.text
        await amina.presses("I do not know")
    await amina.presses("Skip")
    await amina.presses("tip-back:known")
    assert "5 of 6" in amina.last.text
    await amina.presses("Skip")
    await amina.presses("tip-urgency:normal")
    await amina.sends(TEXT)
    await amina.presses("Write the text again")
    await amina.sends("Something else happened.")
    await amina.presses("Seal")

    [tip] = await open_tips(db)
    assert (tip.category, tip.urgency) == ("other", "normal")


async def test_a_double_tap_does_a_thing_once(amina: Person, db: Database) -> None:
    await amina.sends("/tip")
    await amina.presses_twice("tip:start")
    for choice in CHOICES:
        await amina.presses_twice(choice)
    assert "Now write" in amina.last.text
    await amina.sends(TEXT)
    await amina.presses_twice("tip:seal")
    assert "Receipt number" in amina.last.text
    await amina.presses_twice("tip:noted")

    assert len(await open_tips(db)) == 1
    assert amina.chat == ()


async def test_a_forged_button_chooses_nothing(amina: Person, clarion: House) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    for forged in ("tip-category:gossip", "tip-category", "tip-back:moon", "tip-category:arrest:x"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, forged)
        await clarion.answers_everything()

    assert "1 of 6" in amina.last.text


@pytest.mark.parametrize("way_out", ["/cancel", "tip:discard"])
async def test_every_way_out_wipes_the_draft(amina: Person, clarion: House, way_out: str) -> None:
    for steps in (0, 1, 4, 8):
        await amina.sends("/tip")
        for choice in ("tip:start", *CHOICES)[:steps]:
            await amina.presses(choice)
        if steps > len(CHOICES):
            await amina.sends(TEXT)
        assert has_draft(clarion, amina)
        await (amina.sends(way_out) if way_out.startswith("/") else amina.presses(way_out))

        assert "Discarded. Nothing of it was kept." in amina.last.text
        assert not has_draft(clarion, amina)
        assert own_messages(amina) == []


async def test_after_fifteen_minutes_the_draft_is_gone_and_what_comes_late_is_deleted(
    amina: Person, clarion: House, db: Database
) -> None:
    await reaches_the_text(amina)
    clarion.clock.turn(minutes=15)
    await amina.sends(TEXT)

    assert "There is no unfinished tip any more" in amina.last.text
    assert own_messages(amina) == []
    assert not has_draft(clarion, amina)
    assert await open_tips(db) == ()


async def test_a_crash_loses_the_draft(
    open_house: Callable[[], AbstractAsyncContextManager[House]], tmp_path: Path
) -> None:
    async with open_house() as house:
        amina = Person(house, 1001, "Amina")
        await reaches_the_text(amina)
        await amina.sends(TEXT)
    async with open_house() as house:
        amina = Person(house, 1001, "Amina")
        await amina.presses("tip:seal")
        assert "There is no unfinished tip any more" in amina.last.text

    assert b"coach station" not in bytes_on_disk(tmp_path)


@pytest.mark.parametrize("signs_before", [False, True])
async def test_a_text_that_comes_after_a_restart_is_deleted_and_is_nobodys_name(
    open_house: Callable[[], AbstractAsyncContextManager[House]],
    clarion: House,
    published: object,
    db: Database,
    signs_before: bool,
) -> None:
    async with open_house() as house:
        amina = Person(house, 1001, "Amina")
        if signs_before:
            await amina.sends("/sign DEMO-002")
            for button in ("consent:keep", "consents:done", "Change name"):
                await amina.presses(button)
        await reaches_the_text(amina)
    async with open_house() as house:
        amina = Person(house, 1001, "Amina")
        await amina.sends(TEXT)

        assert TEXT not in own_messages(amina)
        assert "There is no unfinished tip any more" in amina.last.text
        await amina.sends("/sign DEMO-002")
        assert "Before you sign" in amina.last.text
    async with db.reading() as tx:
        assert [row["name"] for row in await tx.all("SELECT name FROM conversation")] == ["signing"]
        [draft] = await tx.all("SELECT content FROM draft")
    assert TEXT not in db.key.decrypt("draft.content", draft["content"])


async def test_a_failed_deletion_is_tried_again(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    await amina.sends(TEXT)
    assert own_messages(amina) == [TEXT]
    await amina.presses("tip:seal")

    assert own_messages(amina) == []
    assert "2 messages of yours were deleted" in amina.last.text


async def test_a_message_that_cannot_be_deleted_is_said_aloud(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await amina.sends(TEXT)
    await amina.presses("tip:seal")
    assert "One message could not be deleted. Please delete it yourself." in amina.last.text
    await amina.presses("tip:noted")

    assert not re.search(r"\d{5}-\d{5}", amina.sees)


async def test_the_receipt_arrives_although_the_connection_breaks(amina: Person, clarion: House, db: Database) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.faults.add(Rule(Dropped(delivered=True), method="editMessageText", times=1))
    clarion.telegram.faults.add(Rule(Dropped(delivered=False), method="editMessageText", times=1))
    await amina.presses("tip:seal")

    assert amina.sees.count("Receipt number") == 1
    assert len(await open_tips(db)) == 1


async def test_the_receipt_is_due_for_deletion_after_ten_minutes(amina: Person, clarion: House) -> None:
    await sends_a_tip(amina)
    shown, clock = clarion.clarion.services.shown_receipts, clarion.clock
    clock.turn(minutes=9)
    assert shown.due(clock.now()) == ()
    clock.turn(minutes=1)

    assert shown.due(clock.now()) == (ShownReceipt(amina.id, amina.last.message_id, "en"),)


async def test_coordinators_who_review_tips_are_told_tag_category_and_urgency(
    amina: Person, hana: Person, joon: Person, clarion: House, db: Database
) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    token = await invite(db, Role.REVIEWER, owner, clarion.clock.now())
    await accept_invitation(db, token, 555, clarion.clock.now())  # never opened a chat with the bot
    before = joon.sees
    await sends_a_tip(amina)

    [tip] = await open_tips(db)
    assert hana.last.text.startswith(f"New tip {tip.tag}\nChecks and searches · High: within days")
    assert TEXT not in hana.sees
    assert "border" not in hana.last.text
    assert joon.sees == before
    assert "Receipt number" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_a_tip_ends_an_unfinished_signing_aloud(amina: Person, db: Database) -> None:
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("/tip")
    assert "The signature that you had not finished was ended" in amina.last.text
    assert "Before you write anything" in amina.last.text
    await amina.presses("tip:start")
    for choice in CHOICES:
        await amina.presses(choice)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")
    await amina.sends("Amina of Busan")

    assert len(await open_tips(db)) == 1
    assert "There is no unfinished signature of yours" in amina.last.text
    async with db.reading() as tx:
        assert not await tx.all("SELECT * FROM draft")
        assert not await tx.all("SELECT * FROM conversation")


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("way_in", ["/sign DEMO-002", "sign:DEMO-002"])
async def test_signing_ends_an_unfinished_tip_aloud(amina: Person, clarion: House, db: Database, way_in: str) -> None:
    await amina.opens("DEMO-002")
    card = amina.last.text
    await reaches_the_text(amina)
    await (amina.sends(way_in) if way_in.startswith("/") else amina.presses(way_in))
    assert "Your unfinished tip is discarded, because you went on to something else" in amina.sees
    assert "Now write" not in amina.sees
    assert not has_draft(clarion, amina)
    assert card in amina.sees
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")
    assert "Name: Amina of Busan" in amina.last.text
    assert own_messages(amina)[-1] == "Amina of Busan"
    await amina.presses("Confirm")

    assert await open_tips(db) == ()
    assert "Your number: 1" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_a_name_typed_after_a_change_of_the_signature_was_begun_is_no_text_of_a_tip(
    amina: Person, clarion: House
) -> None:
    await amina.sends("/sign DEMO-002")
    for button in ("consent:keep", "consents:done", "Confirm"):
        await amina.presses(button)
    await reaches_the_text(amina)
    for button in ("sign-change:", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")

    assert "Your unfinished tip is discarded, because you went on to something else" in amina.sees
    assert not has_draft(clarion, amina)
    assert "Name: Amina of Busan" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_an_offer_to_collect_that_began_before_a_tip_goes_on_without_the_tip(
    amina: Person, clarion: House
) -> None:
    await amina.sends("/volunteer DEMO-002")
    await reaches_the_text(amina)
    for button in ("volunteer-way:DEMO-002:school", "volunteer-age:DEMO-002:school:yes"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")
    await amina.sends("Green School")

    assert not has_draft(clarion, amina)
    assert "The adult" in amina.last.text


@pytest.mark.parametrize(
    "command", ["/volunteer", "/batch DEMO-002", "/invalidate DEMO-002", "/send", "/links", "/draft"]
)
async def test_a_command_that_begins_something_else_ends_an_unfinished_tip_aloud(
    hana: Person, clarion: House, published: dict[str, Appeal], command: str
) -> None:
    await reaches_the_text(hana)
    await hana.sends(command)

    assert "Your unfinished tip is discarded" in hana.sees
    assert not has_draft(clarion, hana)


@pytest.mark.parametrize("command", ["/help", "/privacy", "/contact", "/language", "/stop"])
async def test_a_command_that_only_tells_something_leaves_the_tip_as_it_is(
    amina: Person, clarion: House, db: Database, command: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(command)
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1


@pytest.mark.usefixtures("published")
async def test_a_tip_forgotten_two_days_ago_takes_no_name_of_a_signer(amina: Person, clarion: House) -> None:
    await reaches_the_text(amina)
    clarion.clock.turn(days=2)
    await amina.sends("/sign DEMO-002")
    assert "There is no unfinished tip any more" in amina.sees
    for button in ("consent:keep", "consents:done", "Change name"):
        await amina.presses(button)
    await amina.sends("Amina of Busan")

    assert "Name: Amina of Busan" in amina.last.text


@pytest.mark.usefixtures("published")
async def test_no_other_handler_sees_a_tip_whose_step_failed(amina: Person, clarion: House, db: Database) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="editMessageText", times=1))
    await amina.sends(TEXT)
    assert "Something went wrong on our side" in amina.last.text
    assert "I did not expect" not in amina.sees
    assert own_messages(amina) == []
    await amina.sends(TEXT)
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1


async def test_a_receipt_that_cannot_be_shown_is_said_to_be_unseen_and_coordinators_hear_of_the_tip(
    amina: Person, hana: Person, clarion: House, db: Database
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.faults.add(Rule(server_error(), method="editMessageText", times=20))
    await amina.presses("tip:seal")

    assert len(await open_tips(db)) == 1
    assert "New tip" in hana.last.text
    assert "sealed and kept, but its receipt number could not be shown" in amina.last.text
    assert "2 messages of yours were deleted" in amina.last.text
    assert "may not have been done" not in amina.sees
    clarion.telegram.faults.clear()
    await amina.sends("Hello?")
    assert "I did not expect a message now" in amina.last.text


@pytest.mark.parametrize("way_on", ["Was it kept?", "/tip", "/sign"])
async def test_what_cannot_be_said_of_an_unseen_receipt_is_said_with_the_next_message(
    amina: Person, hana: Person, clarion: House, db: Database, way_on: str
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    clarion.telegram.presses(amina.id, amina.last.message_id, "tip:seal")
    await amina.blocks()
    assert "New tip" in hana.last.text
    await clarion.clarion.ticker.tick()
    await amina.unblocks()
    await amina.sends(way_on)

    assert len(await open_tips(db)) == 1
    assert "sealed and kept, but its receipt number could not be shown" in amina.sees
    assert "Nothing of it was kept" not in amina.sees.replace("your draft is lost and nothing of it is kept", "")
    assert "Was it kept?" not in own_messages(amina)
    if way_on == "/tip":
        await amina.presses("tip:start")
        assert "1 of 6" in amina.last.text


@pytest.mark.parametrize("hour", [14, 15])
async def test_the_day_of_a_tip_is_the_organisations(amina: Person, clarion: House, db: Database, hour: int) -> None:
    clarion.clock.time = clarion.clock.time.replace(hour=hour, minute=0)  # midnight in Seoul is at 15:00 in UTC
    await sends_a_tip(amina)

    [tip] = await open_tips(db)
    assert tip.day == ("2026-11-22" if hour == 14 else "2026-11-23")


@pytest.mark.parametrize("text", ["\u200b", "\u200d\u2060", "\u3164", "\u115f \uffa0", "\u2800", "\ufe0f"])
async def test_a_text_of_which_nothing_can_be_seen_is_no_tip(amina: Person, text: str) -> None:
    await reaches_the_text(amina)
    await amina.sends(text)

    assert "That message held no text" in amina.last.text


async def test_messages_that_stayed_are_deleted_after_the_draft_is_over_and_replaced(
    amina: Person, clarion: House
) -> None:
    await reaches_the_text(amina)
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=1))
    await amina.sends(TEXT)
    assert own_messages(amina) == [TEXT]
    clarion.telegram.faults.add(Rule(server_error(), method="deleteMessage", times=2))
    await amina.sends("/tip")
    assert own_messages(amina) == [TEXT, "/tip"]
    clarion.clock.turn(minutes=16)
    await clarion.clarion.ticker.tick()

    assert own_messages(amina) == []
    assert "could not be deleted" not in amina.sees


async def test_messages_that_telegram_refuses_to_delete_are_said_aloud_once_after_the_draft_is_over(
    sujin: Person, clarion: House
) -> None:
    await reaches_the_text(sujin)
    clarion.telegram.faults.add(Rule(bad_request("message can't be deleted"), method="deleteMessage"))
    await sujin.sends(TEXT)
    await clarion.clarion.ticker.tick()
    assert "지우지 못했습니다" not in sujin.sees
    for _ in range(3):
        clarion.clock.turn(minutes=16)
        await clarion.clarion.ticker.tick()

    assert sujin.sees.count("메시지 1개는 지우지 못했습니다") == 1


async def test_a_text_of_many_bytes_is_refused_before_it_is_sealed(amina: Person, db: Database) -> None:
    await reaches_the_text(amina)
    await amina.sends("😀" * 1000)
    await amina.presses("tip:seal")

    assert "too long to be sealed" in amina.last.text
    assert await open_tips(db) == ()


async def test_tipping_again_in_mid_flow_begins_anew(amina: Person, clarion: House) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")
    await amina.presses("Arrest")
    await amina.sends("/tip")

    assert "Before you write anything" in amina.last.text
    draft = clarion.clarion.services.tip_drafts.of(amina.id)
    assert draft is not None
    assert draft.answers == {}
    assert "Discarded" in amina.sees


@pytest.fixture
def closed_intake(settings: Settings, identities: tuple[pyrage.x25519.Identity, ...]) -> None:
    assert settings.tip_recipients_file is not None
    settings.tip_recipients_file.write_text(f"{identities[0].to_public()}\n")


@pytest.mark.usefixtures("closed_intake")
async def test_without_two_recipients_no_tip_is_taken(amina: Person) -> None:
    await amina.sends("/tip")

    assert "We cannot take in tips at the moment" in amina.last.text
    assert "https://tips.example.org" in amina.last.text
