"""Stories of people who read appeals, come by a link, and pass one on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.appeals.buttons import appeal_rows
from handlers.appeals.links import Link, link_to, read_link
from handlers.asking import DATA_MAX
from handlers.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from storage.appeals.model import Appeal
    from tests.people import House, Person


async def test_nothing_is_listed_before_it_is_sent(amina: Person, appeals: dict[str, Appeal]) -> None:
    await amina.sends("/appeals")

    assert "No appeal is open" in amina.sees


async def test_open_appeals_are_listed_with_deadline_and_urgency(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/appeals")

    assert f"{len(published)} appeals are open now, the one that closes first in front" in amina.sees
    assert "time is running out" in amina.sees
    assert "Deadline: 25 November 2026, 23:59" in amina.sees


async def test_a_card_unfolds_and_folds_and_names_whom_to_ask(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/appeals")
    await amina.presses("Nine people held at Tumen")
    assert amina.buttons == ["Sign", "Share", "More", "Contact"]
    assert "What we ask" not in amina.last.text

    await amina.presses("More")
    assert "What we ask" in amina.last.text
    assert amina.buttons[:5] == ["Sign", "Share", "Less", "Contact", "Follow this appeal"]
    await amina.presses("Less")
    assert "What we ask" not in amina.last.text

    assert "urgent@example.org" not in amina.sees
    await amina.presses("contact:DEMO-002")
    assert "urgent@example.org" in amina.sees


async def test_contact_takes_a_code_in_small_letters_too(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/contact demo-002")
    assert "urgent@example.org" in amina.sees

    await amina.sends("/contact")
    assert "privacy@example.org" in amina.last.text


async def test_a_link_shows_the_card_and_its_source_travels_to_the_sign_button(
    sujin: Person, published: dict[str, Appeal]
) -> None:
    await sujin.opens("DEMO-002_fb")

    assert "투먼에 붙잡힌 아홉 명" in sujin.last.text
    assert "sign:DEMO-002:fb" in _data(sujin)
    await sujin.presses("자세히 보기")
    assert "sign:DEMO-002:fb" in _data(sujin)
    await sujin.presses("간단히 보기")
    assert "sign:DEMO-002:fb" in _data(sujin)


@pytest.mark.parametrize("payload", ["DEMO-099", "DEMO-001_", "x", "inv", "_fb", "a" * 64])
async def test_a_link_that_leads_nowhere_says_so_and_shows_the_first_screen(amina: Person, payload: str) -> None:
    await amina.opens(payload)

    assert "does not lead to an appeal" in amina.sees
    assert "not anonymous" in amina.last.text


async def test_what_was_not_sent_yet_can_be_reached_by_no_link_and_no_code(
    amina: Person, appeals: dict[str, Appeal], clarion: House
) -> None:
    await amina.opens("DEMO-002_fb")
    await amina.sends("/contact DEMO-002")
    await amina.sends("/share DEMO-002")
    clarion.telegram.forges_press(amina.id, amina.last.message_id, "more:DEMO-002")
    await clarion.answers_everything()

    assert "Tumen" not in amina.sees
    assert "urgent@example.org" not in amina.sees


async def test_after_the_deadline_the_card_stays_and_cannot_be_signed(
    amina: Person, published: dict[str, Appeal], clarion: House
) -> None:
    clarion.clock.turn(days=10)
    await amina.opens("DEMO-002")

    assert "closed" in amina.last.text
    assert amina.buttons == ["Share", "More", "Contact"]
    await amina.sends("/appeals")
    assert "DEMO-002" not in amina.last.text


async def test_share_gives_the_link_to_copy_and_the_button_to_send(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/share DEMO-002")

    link = _shared_link(amina)
    assert link.endswith("?start=DEMO-002_tg")
    assert link in amina.last.text


async def test_share_without_a_code_offers_every_open_appeal(amina: Person, published: dict[str, Appeal]) -> None:
    await amina.sends("/share")

    assert len(amina.last.buttons) == len(published)
    assert all(button.url for button in amina.last.buttons)


async def test_a_button_of_an_unknown_appeal_is_out_of_date(amina: Person, clarion: House) -> None:
    await amina.sends("/start")
    for data in ("more:NONE-1", "less", "contact:", "appeal:NONE-1:x:y"):
        clarion.telegram.forges_press(amina.id, amina.last.message_id, data)
    await clarion.answers_everything()

    assert len(amina.alerts) == 4
    assert all("out of date" in alert for alert in amina.alerts)


async def test_the_longest_code_and_source_fit_buttons_and_links(appeals: dict[str, Appeal]) -> None:
    appeal = appeals["DEMO-001"].model_copy(update={"code": "ABCDEFGH-IJKLMNO-PQRSTUV"})
    for language in LANGUAGES:
        rows = appeal_rows(appeal, Texts("en"), language, "clarion_demo_bot", source="s" * 16)
        for one in (button for row in rows for button in row):
            assert len(str(one.callback_data or "").encode()) <= DATA_MAX
    assert read_link("A" * 24 + "_" + "s" * 16) == Link("A" * 24, "s" * 16)


@given(st.text(max_size=70))
def test_any_payload_is_read_or_refused(payload: str) -> None:
    link = read_link(payload)

    assert link is None or payload.upper() in {link.code, f"{link.code}_{link.source}".upper()}


@given(
    st.from_regex(r"[A-Z][A-Z0-9]{1,9}(-[A-Z0-9]{1,6}){1,2}", fullmatch=True),
    st.from_regex(r"[A-Za-z0-9-]{1,16}", fullmatch=True),
)
def test_a_link_is_read_as_it_was_made(code: str, source: str) -> None:
    link = link_to(code, "clarion_demo_bot", source)

    assert read_link(parse_qs(urlsplit(link).query)["start"][0]) == Link(code, source)


def _data(person: Person) -> list[str | None]:
    return [button.callback_data for button in person.last.buttons]


def _shared_link(person: Person) -> str:
    url = next(button.url for button in person.last.buttons if button.url)
    return parse_qs(urlsplit(url).query)["url"][0]
