"""Stories of counts: every list equals what the database holds, and an alarm is raised where something does not."""

from __future__ import annotations

import asyncio
import io
import re
import socket
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import typer
from aiohttp import ClientSession
from PIL import Image

from bot.cli.counts import verify_counts
from bot.metrics.metrics import Metrics
from bot.metrics.serving import serving_metrics
from bot.rehearsal import faults
from bot.rehearsal.faults import Rule
from storage.appeals.records import find_appeal
from storage.appeals.values import countries
from storage.people.coordinators import Role, accept_invitation, find_coordinator, invite
from storage.petitions.collecting.links import LinkKind, NewLink, make_link
from storage.petitions.counting.recount_record import last_recount
from storage.petitions.counting.tally import Bump, bump
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.ledger import append
from storage.petitions.signatures.entering import enter
from storage.petitions.signatures.records import Channel, Purpose, Signing
from storage.petitions.signatures.signing import sign
from tests.conftest import JOON
from tests.people import Person

if TYPE_CHECKING:
    from io import StringIO
    from pathlib import Path

    from bot.settings import Settings
    from storage.appeals.model import Appeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from tests.people import House

CODE = "DEMO-002"
COUNTRIES = ("KR", "KR", "JP", "TH", "ZZ")
CANARY = "Canary Kim"


async def owner_of(db: Database, hana: Person) -> Coordinator:
    found = await find_coordinator(db, hana.id)
    assert found is not None
    return found


@pytest.fixture
async def signed(clarion: House, db: Database, hana: Person, published: dict[str, Appeal]) -> str:
    """Signatures of every kind over three days; the source of the collector's link."""
    owner, now = await owner_of(db, hana), clarion.clock.now()
    version = (await find_appeal(db, CODE)).version
    source = await make_link(db, NewLink(CODE, LinkKind.COLLECTOR, "Ms Park"), owner, now)
    first = Signing(
        CODE, version, 1, CANARY, "KR", frozenset({Purpose.KEEP, Purpose.HAND_OVER}), "1", "en", now, now.date()
    )
    for person in range(23):
        clarion.clock.turn(hours=3)
        at = clarion.clock.now()
        await sign(
            db,
            replace(
                first,
                person=5_000 + person,
                country=COUNTRIES[person % 5],
                language="ko" if person % 3 else "en",
                source=(source, "fb", None)[person % 3],
                at=at,
                day=at.date(),
            ),
        )
    async with db.transaction() as tx:
        paper = replace(first, person=None, channel=Channel.FAX, source=None, country="DE")
        await enter(tx, db, [paper] * 4)
        leaf = await append(tx, CODE, [Entry(Deed.COUNTED, channel="paper", count=250)])
        await bump(tx, CODE, [Bump("paper", (), 250)])
        await tx.execute(
            """
            INSERT INTO batch (appeal, channel, signatures, day, leaf, state, entered_by, entered_at)
            VALUES ('DEMO-002', 'paper', 250, '2026-11-20', :leaf, 'counted', :by, 0)
            """,
            {"leaf": leaf, "by": owner.id},
        )
    return source


def listed(text: str, heading: str) -> dict[str, int]:
    """Return the lines under a heading, by name."""
    block = text.partition(f"{heading}\n")[2].partition("\n\n")[0]
    return {name: int(n.replace(",", "")) for name, _, n in (line.rpartition(": ") for line in block.split("\n"))}


async def counted(db: Database, column: str) -> Counter[str]:
    """Count the rows themselves."""
    async with db.reading() as tx:
        rows = await tx.all(
            f"SELECT COALESCE({column}, '') AS value, COUNT(*) AS n FROM signature WHERE state = 'valid' GROUP BY 1"
        )
    return Counter({row["value"]: row["n"] for row in rows})


async def test_every_list_is_what_the_rows_say(db: Database, hana: Person, signed: str) -> None:
    await hana.sends(f"/stats {CODE}")
    seen = hana.last.text

    assert "277 valid signatures · goal 3,000" in seen
    assert "23 in the chat + 254 on paper" in seen
    channels = await counted(db, "channel")
    assert listed(seen, "By channel") == {"Paper": 250, "Telegram": channels["telegram"], "Fax": channels["fax"]}
    languages = await counted(db, "signed_in")
    assert listed(seen, "By language") == {"English": languages["en"], "Korean": languages["ko"], "not known": 250}
    sources = await counted(db, "source")
    assert listed(seen, "By link") == {
        "Collector Ms Park": sources[signed],
        "fb": sources["fb"],
        "without a link": sources[""] + 250,
    }
    days = await counted(db, "day")
    told = listed(seen, "By day")
    assert told.pop("not known") == 250
    assert {day.partition(" ")[0]: n for day, n in told.items()} == {day[8:]: n for day, n in days.items()}
    async with db.reading() as tx:
        rows = await tx.all("SELECT country FROM signature WHERE state = 'valid'")
    places = Counter(db.key.decrypt("signature.country", row["country"]) for row in rows)
    assert listed(seen, "By country") == {
        "not known": 250,
        "South Korea": places["KR"],
        "Japan": places["JP"],
        "Thailand": places["TH"],
        "Germany": places["DE"],
        "not given": places["ZZ"],
    }


async def test_each_list_adds_up_to_the_total(hana: Person, signed: str) -> None:
    await hana.sends(f"/stats {CODE}")

    for heading in ("By channel", "By country", "By language", "By link", "By day"):
        assert sum(listed(hana.last.text, heading).values()) == 277, heading


async def test_the_public_is_told_no_country_with_fewer_than_five(hana: Person, amina: Person, signed: str) -> None:
    await hana.sends(f"/stats {CODE}")
    assert listed(hana.last.text, "By country")["Germany"] == 4

    await amina.opens(CODE)
    assert "Germany" not in amina.sees
    assert "Thailand" not in amina.sees  # four as well


async def test_only_who_runs_petitions_reads_whose_a_link_is(
    clarion: House, db: Database, hana: Person, signed: str
) -> None:
    token = await invite(db, Role.VIEWER, await owner_of(db, hana), clarion.clock.now())
    await accept_invitation(db, token, JOON, clarion.clock.now())
    viewer = Person(clarion, JOON, "Joon")
    await viewer.sends(f"/stats {CODE}")

    assert "Ms Park" not in viewer.sees
    assert f"서명 모으는 분 {signed}: 8" in viewer.last.text


async def test_a_petition_that_nobody_signed_has_a_goal_and_no_lists(
    hana: Person, published: dict[str, Appeal]
) -> None:
    await hana.sends(f"/stats {CODE}")

    assert "0 valid signatures · goal 3,000" in hana.last.text
    assert "No signatures since 16 November 2026." in hana.last.text
    assert "By channel" not in hana.last.text


async def test_many_days_and_sources_fit_one_message_and_still_add_up(
    clarion: House, db: Database, hana: Person, published: dict[str, Appeal]
) -> None:
    version = (await find_appeal(db, CODE)).version
    now = clarion.clock.now()
    places = sorted(countries())[:25]
    names = [
        Signing(
            CODE, version, None, f"Name {n}", places[n % 25], frozenset(), "1", "en", now,
            (now - timedelta(days=n % 60)).date(), f"source-{n % 45}", channel=Channel.POST,
        )
        for n in range(300)
    ]  # fmt: skip
    async with db.transaction() as tx:
        await enter(tx, db, names)
    await hana.sends(f"/stats {CODE}")

    seen = hana.last.text
    assert len(seen) < 4_096
    for heading in ("By country", "By link", "By day"):
        assert sum(listed(seen, heading).values()) == 300, heading
    assert listed(seen, "By country")["5 others"] == 60
    assert len(listed(seen, "By day")) == 15
    assert listed(seen, "By day")["before that"] == 230


def captions(person: Person) -> list[str]:
    """What stands below the pictures in the chat."""
    return [message.text for message in person.chat if message.file and message.file.kind == "photo"]


async def test_the_charts_show_the_days_and_of_what_the_count_is_made_and_say_the_same_in_words(
    hana: Person, signed: str
) -> None:
    await hana.sends(f"/stats {CODE}")
    await hana.presses("stats-chart")

    over_time, apart = captions(hana)
    assert "Most on one day: 11, on 22 November 2026." in over_time
    assert apart.split("\n")[1:] == [
        "By channel: Paper: 250, Telegram: 23, Fax: 4.",
        "By country: not known: 250, South Korea: 10, Japan: 5, Germany: 4, Thailand: 4, not given: 4.",
        "By link: without a link: 261, Collector Ms Park: 8, fb: 8.",
    ]
    picture = Image.open(io.BytesIO(hana.document("chart")))
    assert picture.width == 1080


async def test_the_picture_tells_a_viewer_not_whose_a_link_is(
    clarion: House, db: Database, hana: Person, signed: str
) -> None:
    token = await invite(db, Role.VIEWER, await owner_of(db, hana), clarion.clock.now())
    await accept_invitation(db, token, JOON, clarion.clock.now())
    viewer = Person(clarion, JOON, "Joon")
    await viewer.sends(f"/stats {CODE}")
    await viewer.presses("stats-chart")

    assert "Ms Park" not in viewer.sees
    assert signed in captions(viewer)[1]


async def spoil(db: Database, statement: str) -> None:
    async with db.transaction() as tx:
        await tx.execute(statement)


async def next_night(house: House) -> None:
    house.clock.turn(days=1)
    await house.clarion.ticker.tick()


async def test_every_night_all_is_counted_anew_and_owners_hear_only_of_what_does_not_add_up(
    clarion: House, db: Database, hana: Person, joon: Person, amina: Person, signed: str, log: StringIO
) -> None:
    await next_night(clarion)
    assert "not everything added up" not in hana.sees
    await hana.sends(f"/stats {CODE}")
    assert "everything adds up" in hana.last.text

    await spoil(
        db, "UPDATE tally SET valid = valid + 40 WHERE dimension = 'day' AND value = '2026-11-22' AND channel = 'fax'"
    )
    await spoil(db, "UPDATE appeal SET leaves = leaves + 1 WHERE code = 'DEMO-002'")
    await next_night(clarion)

    alarm = next(message.text for message in hana.chat if "not everything added up" in message.text)
    found = re.search(r"Reference: ([0-9A-F]{8})", alarm)
    assert found is not None
    assert "The count shown (Fax, by day) is 44; the signatures themselves are 4." in alarm
    assert "The log has 28 entries and should have 29." in alarm
    assert "added up" not in joon.sees + amina.sees
    written = [line for line in log.getvalue().splitlines() if found[1] in line]
    assert len(written) == 2
    assert all(" ERROR " in line or "ERROR" in line for line in written)
    assert "DEMO-002: length: 29 expected, 28 found" in written[1]
    assert CANARY not in log.getvalue()
    last = await last_recount(db)
    assert last is not None
    assert (last.petitions, last.differing) == (3, 1)
    await hana.sends(f"/stats {CODE}")
    assert "not everything adds up" in hana.last.text


async def test_an_alarm_that_nobody_could_be_told_comes_again_once(
    clarion: House, db: Database, hana: Person, signed: str
) -> None:
    await spoil(db, "UPDATE appeal SET leaves = leaves + 1 WHERE code = 'DEMO-002'")
    clarion.telegram.faults.add(Rule(faults.server_error(), method="sendMessage"))
    await next_night(clarion)
    clarion.telegram.faults.clear()
    assert "not everything added up" not in hana.sees
    for _ in range(3):
        clarion.clock.turn(minutes=11)
        await clarion.clarion.ticker.tick()

    assert hana.sees.count("not everything added up") == 1
    assert hana.sees.count("The log has 28 entries and should have 29.") == 1


async def test_it_is_counted_once_a_night_however_often_the_program_starts(
    clarion: House, db: Database, published: dict[str, Appeal]
) -> None:
    moments = []
    for hours in (0, 1, 1, 16, 1, 1, 23):  # from half past nine in the morning
        clarion.clock.turn(hours=hours, minutes=11)
        await clarion.clarion.ticker.tick()
        last = await last_recount(db)
        assert last is not None
        moments.append(last.at)

    assert [later - earlier for earlier, later in pairwise(moments)] == [
        timedelta(),
        timedelta(),
        timedelta(hours=18, minutes=33),
        timedelta(),
        timedelta(),
        timedelta(hours=25, minutes=33),
    ]


async def test_an_owner_reads_the_alarm_in_korean(clarion: House, db: Database, hana: Person, signed: str) -> None:
    await hana.sends("/language")
    await hana.presses("language:ko")
    for statement in (
        "UPDATE tally SET value = 'FR' WHERE dimension = 'country' AND value = 'TH'",
        "INSERT INTO tally VALUES ('DEMO-002', 'crow', 'country', 'FR', 2)",
        "UPDATE signature SET leaf = 0 WHERE serial = 3",
    ):
        await spoil(db, statement)
    await next_night(clarion)

    assert "서명 23명(텔레그램, 나라별) 가운데 19명만 제자리에 집계되어 있습니다." in hana.sees
    assert "표시된 집계(crow, 나라별)는 2명인데, 실제 서명은 0명입니다." in hana.sees
    assert "서명 27건 가운데 26건만 기록부와 맞습니다." in hana.sees


async def test_the_shell_says_line_by_line_what_does_not_add_up(
    db: Database,
    signed: str,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLARION_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("CLARION_SECRET_KEY_FILE", str(settings.secret_key_file))
    await asyncio.to_thread(verify_counts)
    assert capsys.readouterr().out == "The counts hold: 3 petitions, 277 signatures, 28 entries of the log.\n"

    await spoil(db, "UPDATE tally SET valid = valid + 1 WHERE dimension = 'source' AND channel = 'fax'")
    await spoil(db, "UPDATE appeal SET leaves = 3 WHERE code = 'DEMO-003'")
    with pytest.raises(typer.Exit) as ended:
        await asyncio.to_thread(verify_counts)

    assert ended.value.exit_code == 1
    assert capsys.readouterr().out == (
        "DEMO-002: totals (fax, source): 4 expected, 5 found\nDEMO-003: length: 3 expected, 0 found\n"
    )


async def test_who_watches_over_the_program_sees_that_a_petition_is_miscounted(
    clarion: House, db: Database, signed: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    seen = []
    for statement in ("SELECT 1", "UPDATE tally SET valid = 5 WHERE channel = 'fax' AND dimension = 'source'"):
        await spoil(db, statement)
        await next_night(clarion)
        async with (
            serving_metrics(Metrics(), port, db, clarion.clock.now),
            ClientSession() as client,
            client.get(f"http://127.0.0.1:{port}/metrics") as answer,
        ):
            text = await answer.text()
        seen.append(re.findall(r"^clarion_petitions_miscounted (.*)$", text, re.MULTILINE))

    assert seen == [["0.0"], ["1.0"]]
