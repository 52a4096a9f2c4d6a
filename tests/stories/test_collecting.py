"""Collecting: links of somebody with a count each, and what comes too fast waits until a coordinator has looked."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.coordinators.petitions.collecting.alerts import alarm_suspects
from storage.audit import latest
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.petitions.collecting.links import LinkKind, NewLink, links_of, make_link
from storage.petitions.collecting.suspects import BURST_GAP
from storage.petitions.counting.tally import total_signatures
from storage.petitions.signatures.records import Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.conftest import HANA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.appeals.model import Appeal
    from storage.database import Database
    from tests.people import House, Person

CODE = "DEMO-002"


async def a_link(house: House, label: str, kind: LinkKind = LinkKind.COLLECTOR) -> str:
    """Return the source of a link that the owner made before."""
    db = house.clarion.services.db
    owner = await find_coordinator(db, HANA)
    assert owner is not None
    return await make_link(db, NewLink(CODE, kind, label), owner, house.clock.now())


async def signs(person: Person) -> None:
    await person.presses(f"sign:{CODE}")
    await person.presses("consent:keep")
    await person.presses("consents:done")
    await person.presses("sign-confirm:yes")


async def sign_at_once(house: House, people: Iterable[int], source: str) -> None:
    db, now = house.clarion.services.db, house.clock.now()
    keep = frozenset({Purpose.KEEP})
    await asyncio.gather(
        *(
            sign(db, Signing(CODE, 2, person, f"Name {person}", "KR", keep, "1", "ko", now, now.date(), source))
            for person in people
        )
    )


async def the_clock_ticks(house: House) -> None:
    await alarm_suspects(house.clarion.services, house.clarion.application.bot)


async def test_a_signature_through_a_collectors_link_counts_for_that_collector(
    joon: Person, amina: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await joon.sends(f"/links {CODE}")
    await joon.presses("새 링크")
    await joon.presses("서명 모으는 분")
    await joon.sends("  Mina’s \u202etable ")
    (link,) = await links_of(db, CODE)
    source = link.source
    assert f"https://t.me/{joon.house.clarion.application.bot.username}?start={CODE}_{source}" in joon.sees
    assert joon.last.text.startswith("Mina’s table")
    assert f"{CODE}-{source}.png" in joon.sees
    assert joon.document(f"{source}.pdf").startswith(b"%PDF")

    await amina.opens(f"{CODE}_{source}")
    await signs(amina)

    await joon.sends(f"/links {CODE}")
    assert "Mina’s table(서명 모으는 분): 1명" in joon.last.text
    (link,) = await links_of(db, CODE)
    assert (link.kind, link.valid) == (LinkKind.COLLECTOR, 1)


async def test_what_came_by_other_ways_is_listed_beside(
    hana: Person, amina: Person, sujin: Person, published: dict[str, Appeal]
) -> None:
    await amina.opens(f"{CODE}_fb")
    await signs(amina)
    await sujin.opens(CODE)
    await signs(sujin)

    await hana.sends(f"/links {CODE}")

    assert "There is no link of a collector, a school or a channel yet." in hana.last.text
    assert "fb: 1" in hana.last.text
    assert "without any link: 1" in hana.last.text


async def test_while_a_name_is_waited_for_commands_work_and_cancel_makes_no_link(
    hana: Person, db: Database, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/links {CODE}")
    await hana.presses("New link")
    await hana.presses("Channel")
    await hana.sends("/help")
    await hana.sends("x" * 61)
    assert "60 characters at most" in hana.last.text
    await hana.sends_document("list.txt", "Mina")
    assert "60 characters at most" in hana.last.text

    await hana.sends("/cancel")
    assert "No link was made" in hana.last.text
    await hana.sends("Our channel")

    assert "I did not expect a message now" in hana.last.text
    assert await links_of(db, CODE) == ()


async def test_a_link_ends_in_two_taps_and_leads_to_the_petition_all_the_same(
    hana: Person, amina: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    await hana.sends(f"/links {CODE}")
    await hana.presses("Mina’s table")
    await hana.presses("End this link")
    assert "End this link?" in hana.last.text
    await hana.presses_twice("End it")
    assert "It ended on 22 November 2026" in hana.last.text

    await amina.opens(f"{CODE}_{source}")
    await signs(amina)

    (link,) = await links_of(db, CODE)
    assert link.valid == 0
    assert (await total_signatures(db, CODE)).online == 1


async def test_many_links_are_shown_page_by_page(hana: Person, clarion: House, published: dict[str, Appeal]) -> None:
    for number in range(20):
        clarion.clock.turn(seconds=1)
        await a_link(clarion, f"Channel {number:02}", LinkKind.CHANNEL)

    await hana.sends(f"/links {CODE}")
    assert "Channel 07" in hana.last.text
    assert "Channel 08" not in hana.last.text
    await hana.presses("More links")
    await hana.presses("More links")
    assert "Channel 19" in hana.last.text
    await hana.presses("Earlier links")

    assert "Channel 08" in hana.last.text


async def test_what_comes_too_fast_waits_and_coordinators_are_told_once(
    hana: Person, joon: Person, amina: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    await sign_at_once(clarion, range(50_000, 50_020), source)
    await the_clock_ticks(clarion)
    assert "wait to be looked at" not in hana.sees

    await sign_at_once(clarion, range(60_000, 60_007), source)
    await amina.opens(f"{CODE}_{source}")
    await signs(amina)
    assert "Thank you for signing" in amina.sees  # as everybody
    await the_clock_ticks(clarion)
    await the_clock_ticks(clarion)
    await sign_at_once(clarion, range(70_000, 70_002), source)
    await the_clock_ticks(clarion)

    assert hana.sees.count("Signatures wait to be looked at") == 1
    assert joon.sees.count("확인을 기다리는 서명이 있습니다") == 1
    assert "8건은 담당자가 확인할 때까지 집계에 넣지 않습니다" in joon.last.text
    assert (await total_signatures(db, CODE)).online == 20

    await joon.presses("살펴보기")
    assert "서명 10건, 서로 다른 이름 10개" in joon.last.text
    await joon.presses_twice("실제 서명 10건 집계에 넣기")

    assert "확인을 기다리는 서명이 없습니다" in joon.last.text
    assert (await total_signatures(db, CODE)).online == 30
    clarion.clock.turn(seconds=BURST_GAP.total_seconds())
    await the_clock_ticks(clarion)
    assert joon.sees.count("확인을 기다리는 서명이 있습니다") == 0  # the screen has taken its place


async def test_rows_of_a_large_table_are_accepted_too(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    await sign_at_once(clarion, range(50_000, 50_021), source)
    async with db.transaction() as tx:
        await tx.execute("DELETE FROM consent")
        await tx.execute("UPDATE signature SET id = id + 99999999999")
    await hana.sends(f"/links {CODE}")
    await hana.presses("1 signature waits")
    await hana.presses("genuine")

    assert "Counted: 1 signature" in hana.last.text
    assert (await total_signatures(db, CODE)).online == 21


async def test_what_is_not_genuine_leads_to_invalidating(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    await sign_at_once(clarion, range(50_000, 50_030), source)

    await hana.sends(f"/links {CODE}")
    assert "Mina’s table (Collector): 20, and 10 wait to be looked at" in hana.last.text
    await hana.presses("10 signatures wait")

    assert f"invalidate:{CODE}:suspect" in [button.callback_data for button in hana.last.buttons]


async def test_a_closed_petition_gets_no_more_links(hana: Person, clarion: House, published: dict[str, Appeal]) -> None:
    await hana.sends(f"/links {CODE}")
    clarion.clock.time = published[CODE].deadline + timedelta(seconds=1)
    await clarion.clarion.ticker.tick()

    await hana.presses("New link")

    assert "is neither" in hana.sees


WORDS = (
    *("links", "link", "link-picture", "link-end", "link-end-yes", "link-new", "link-kind"),
    *("suspects", "genuine", "volunteers", "volunteer-look", "volunteer-accept", "volunteer-decline"),
)


@pytest.mark.parametrize("role", [None, Role.REVIEWER, Role.EXPORTER, Role.VIEWER])
async def test_who_does_not_run_petitions_is_refused_everywhere(
    role: Role | None, hana: Person, amina: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    if role:
        await accept_invitation(db, await invite(db, role, owner, clarion.clock.now()), amina.id, clarion.clock.now())
    await amina.sends("/start")
    before = await latest(db, 1)

    for deed in (f"/links {CODE}", *(f"{word}:{CODE}:{source}:1" for word in WORDS)):
        seen = amina.last.message_id
        if deed.startswith("/"):
            await amina.sends(deed)
        else:
            clarion.telegram.forges_press(amina.id, seen, deed)
            await clarion.answers_everything()
        assert amina.last.message_id > seen
        assert amina.last.text.startswith("Your role as a coordinator" if role else "This is for coordinators"), deed

    assert [one for one in await latest(db, 50) if one.name != "refused"][:1] == list(before)
    assert "Mina" not in amina.sees


async def test_forged_buttons_break_and_change_nothing(
    hana: Person, clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    source = await a_link(clarion, "Mina’s table")
    before = await latest(db, 1)
    tails = (
        "",
        ":",
        f":{CODE}",
        f":{CODE}:",
        f":{CODE}:x:y",
        f":{CODE}:-1",
        f":{CODE}:{'9' * 20}",
        ":NO-1:c-1:1",
        ":\ud800",
    )

    for word in WORDS:
        for tail in (*tails, f":DEMO-001:{source}:1"):
            clarion.telegram.forges_press(hana.id, hana.last.message_id, f"{word}{tail}")
    await clarion.answers_everything()

    assert "Something went wrong" not in hana.sees
    assert await latest(db, 1) == before


async def test_from_who_is_dismissed_no_name_of_a_link_is_waited_for_any_more(
    hana: Person, joon: Person, published: dict[str, Appeal]
) -> None:
    await joon.sends(f"/links {CODE}")
    await joon.presses("link-new:")
    await joon.presses(f"link-kind:{CODE}:collector")
    await hana.sends("/dismiss campaigner-2")
    await hana.presses("dismiss:")
    await joon.sends("Mina")
    refused = joon.last.text
    await joon.sends("Mina")

    assert joon.last.text != refused
