"""News: once to each whom it concerns, never of what nobody may know, whatever became of the appeal."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.records import add_draft, close_due
from storage.appeals.vocabulary import SourceType
from storage.audit import latest
from storage.errors import NoSuchEntry, NoSuchNews, NotForNews, OwnNews, WrongState
from storage.letters.broadcasts import concerned, news
from storage.letters.broadcasts.concerned import news_audience
from storage.letters.broadcasts.planning import end_finished, latest_broadcasts, plan
from storage.letters.broadcasts.recalls import plan_recall
from storage.letters.broadcasts.skipping import skip_needless
from storage.letters.broadcasts.steering import cancel, pause, resume
from storage.letters.broadcasts.writing import unwritten_broadcasts, write_next
from storage.letters.outbox.choosing import next_running
from storage.letters.outbox.leasing import Letter, lease, recover
from storage.letters.outbox.outcomes import Blocked, Outcome, Sent
from storage.letters.outbox.settling import Settled, settle
from storage.letters.reports.following import followed
from storage.letters.reports.progress import progress
from storage.people.coordinators import dismiss
from storage.people.followers import Following, follow, unfollow
from storage.people.own_data import forget, own_data
from storage.people.quiet_hours import QuietHours, set_quiet_hours
from storage.people.subscribers import Cadence, set_cadence, set_topics, stop
from storage.petitions.signatures.records import Purpose
from storage.petitions.signatures.signing import change, sign
from storage.petitions.signatures.standing import withdraw
from storage.timeline.entries import NewEntry, Subject, add_entry
from storage.timeline.kinds import Action, Bill, CaseStatus, Impact, Reply, Response, Status
from storage.timeline.kinds import Outcome as Came
from storage.timeline.news import (
    NewNews,
    NewsKind,
    approve_news,
    find_news,
    give_up_news,
    waiting_news,
    write_news,
)
from storage.timeline.newsworthy import Why, why_no_anniversary
from storage.timeline.story import What, story_of
from tests.storage.conftest import NOW, subscribe_people
from tests.storage.test_signatures import signing

if TYPE_CHECKING:
    from datetime import datetime

    from storage.appeals.records import StoredAppeal
    from storage.database import Database
    from storage.people.coordinators import Coordinator
    from storage.timeline.kinds import Content

CODE = "DEMO-002"
SEOUL = ZoneInfo("Asia/Seoul")
AMINA, SUJIN, JUNHO, DAVID, MINJI, HYUN = range(11, 17)
UPDATES = frozenset({Purpose.KEEP, Purpose.UPDATES})
TEXTS = {"en": "All nine are safe.", "ko": "아홉 명 모두 무사합니다."}
RELEASED = Status(status=CaseStatus.RELEASED, source=SourceType.FAMILY)
QUIET = QuietHours(0, 23, "Asia/Seoul", wake=True)
OF_THE_APPEAL = Subject(CODE)
BILL = Bill(title="Act on forced returns", chamber="National Assembly")


@pytest.fixture(autouse=True)
async def petition(db: Database, urgent: StoredAppeal, owner: Coordinator) -> StoredAppeal:
    """DEMO-002: Amina and Sujin signed for updates, David without; Sujin and Junho follow it; Minji subscribes."""
    await plan(db, urgent, owner, NOW)
    await sign(db, replace(signing(AMINA), consents=UPDATES))
    await sign(db, replace(signing(SUJIN), consents=UPDATES, language="ko"))
    await sign(db, signing(DAVID))
    await follows(db, SUJIN, JUNHO, language="ko")
    await subscribe_people(db, MINJI)
    return urgent


async def follows(db: Database, *people: int, language: str = "en") -> None:
    for person in people:
        await follow(db, Following(CODE, person, language, "1", NOW.date()))


async def recorded(
    db: Database, by: Coordinator, content: Content, about: Subject = OF_THE_APPEAL, **more: object
) -> int:
    return await add_entry(db, NewEntry(about, content, "2026-11-21", **more), by, NOW)  # type: ignore[arg-type]


async def written(db: Database, by: Coordinator, kind: NewsKind = NewsKind.OTHER, entry: int | None = None) -> int:
    code = None if kind is NewsKind.BILL else CODE
    return await write_news(db, NewNews(kind, code, TEXTS, entry), by, NOW)


async def sent(db: Database, author: Coordinator, reviewer: Coordinator, kind: NewsKind = NewsKind.OTHER) -> int:
    """Write, approve and begin to send news; return the broadcast."""
    entry = await recorded(db, author, BILL, Subject(office="assembly"), stage="plenary") if kind == "bill" else None
    return await approve_news(db, await written(db, author, kind, entry), reviewer, NOW, alone=False)


async def all_written(db: Database) -> None:
    while unwritten := await unwritten_broadcasts(db):
        for broadcast in unwritten:
            await write_next(db, broadcast, NOW)


async def arrive(db: Database, outcome: Outcome | None = None, now: datetime = NOW) -> list[Letter]:
    """Write and send everything that is due; return the letters in the order in which they were leased."""
    await all_written(db)
    found: list[Letter] = []
    while (running := await next_running(db, now)) and (letters := await lease(db, running, 10, now)):
        await settle(db, [Settled(one, outcome or Sent(1000 + one.id)) for one in letters], now)
        found += letters
    return found


async def news_letters(db: Database) -> list[tuple[int, str]]:
    return [(one.chat, one.language) for one in await arrive(db) if one.kind == "news"]


async def test_signers_who_want_updates_and_followers_get_it_once_each_in_their_language(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    broadcast = await sent(db, owner, colleague)

    assert await news_letters(db) == [(AMINA, "en"), (SUJIN, "ko"), (JUNHO, "ko")]
    assert (await progress(db, broadcast)).by_state == {"sent": 3}
    assert await end_finished(db, NOW)
    assert broadcast in {one.broadcast for one in await followed(db)}


async def test_its_author_follows_the_sending_and_who_approved_it_where_the_author_has_left(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    by_owner = await sent(db, owner, colleague)
    by_colleague = await sent(db, colleague, owner)
    waiting = await written(db, colleague)
    await dismiss(db, colleague.alias, owner, NOW)  # nobody keeps the Telegram id of who left
    by_nobody_left = await approve_news(db, waiting, owner, NOW, alone=False)

    chats = {one.broadcast: one.chat for one in await followed(db) if one.broadcast >= by_owner}
    assert chats == {by_owner: owner.person, by_nobody_left: owner.person}
    assert by_colleague not in chats


async def test_what_is_in_doubt_is_counted_and_not_sent_again_though_the_appeal_is_critical(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    broadcast = await sent(db, owner, colleague)
    await all_written(db)
    await arrive_all_but_news(db)
    running = await next_running(db, NOW)
    assert running is not None
    assert [one.kind for one in await lease(db, running, 10, NOW)] == ["news"] * 3

    assert await recover(db) == 3
    seen = await progress(db, broadcast)
    assert (seen.in_doubt, seen.by_state) == (3, {"uncertain": 3})
    assert await news_letters(db) == []


async def arrive_all_but_news(db: Database) -> None:
    async with db.transaction() as tx:
        await tx.execute(
            "UPDATE letter SET state = 'sent' WHERE broadcast IN (SELECT id FROM broadcast WHERE kind = 'appeal')"
        )


async def test_what_is_kept_again_while_it_waits_is_kept_once(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    entry = await recorded(db, owner, RELEASED)
    kinds = ((NewsKind.STATUS, entry), (NewsKind.OTHER, None))
    once = [await written(db, owner, kind, about) for kind, about in kinds]
    again = [await written(db, owner, kind, about) for kind, about in kinds]

    assert once == again
    assert await written(db, colleague) not in once
    assert await write_news(db, NewNews(NewsKind.OTHER, CODE, {"en": "Else."}), owner, NOW) not in once
    assert sum(one.name == "write_news" for one in await latest(db, 10)) == 4


async def test_an_anniversary_is_told_once_a_year_from_the_first_one_on(
    db: Database, owner: Coordinator, urgent: StoredAppeal
) -> None:
    year = timedelta(days=365)
    closed = urgent.appeal.deadline

    async def write(text: str, now: datetime) -> int:
        return await write_news(db, NewNews(NewsKind.ANNIVERSARY, CODE, {"en": text}), owner, now)

    assert await why_no_anniversary(db, CODE, closed + year - timedelta(days=2)) is Why.NO_YEAR_YET
    with pytest.raises(NotForNews):
        await write("A year.", closed)
    first = await write("A year.", closed + year)
    with pytest.raises(NotForNews) as refusal:
        await write("A year, once more.", closed + year + timedelta(days=90))
    assert refusal.value.why == Why.TOLD_THIS_YEAR
    await give_up_news(db, first, owner, closed + year)
    assert await write("A year, once more.", closed + year + timedelta(days=90))
    assert await why_no_anniversary(db, CODE, closed + 2 * year) is None


async def test_what_was_cancelled_before_any_letter_went_out_was_not_told(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    entry = await recorded(db, owner, RELEASED)

    async def tell() -> int:
        return await approve_news(db, await written(db, owner, NewsKind.STATUS, entry), colleague, NOW, alone=False)

    await cancel(db, await tell(), owner, NOW)
    assert await news_in_story(db) == []
    broadcast = await tell()
    await all_written(db)
    await arrive_all_but_news(db)
    running = await next_running(db, NOW)
    assert running is not None
    (letter,) = await lease(db, running, 1, NOW)
    await settle(db, [Settled(letter, Sent(1))], NOW)
    await cancel(db, broadcast, owner, NOW)

    assert await news_in_story(db) == [1]
    with pytest.raises(NotForNews):
        await tell()


async def news_in_story(db: Database) -> list[object]:
    """How many people each news of the timeline reached."""
    story = await story_of(db, CODE, NOW, SEOUL, staff=True)
    return [one.values["n"] for one in story if one.what is What.NEWS]


async def test_how_many_it_would_go_to_is_said_beforehand(db: Database, owner: Coordinator) -> None:
    found = await find_news(db, await written(db, owner))

    assert (await news_audience(db, found.wanted)).by_language == {"ko": 2, "en": 1}


async def test_it_is_written_in_slices_each_once(
    db: Database, owner: Coordinator, colleague: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "SLICE", 2)
    monkeypatch.setattr(concerned, "FOLLOWERS_SLICE", 2)
    await follows(db, *range(30, 37))
    found = await find_news(db, await written(db, owner))

    assert (await news_audience(db, found.wanted)).total == 10
    broadcast = await approve_news(db, found.id, colleague, NOW, alone=False)
    assert (await progress(db, broadcast)).letters < 10
    assert sorted(chat for chat, _ in await news_letters(db)) == [AMINA, SUJIN, JUNHO, *range(30, 37)]
    assert (await progress(db, broadcast)).written


async def test_who_takes_consent_back_before_their_turn_is_skipped(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sign(db, replace(signing(HYUN), consents=UPDATES))
    await follows(db, MINJI)
    broadcast = await sent(db, owner, colleague)
    await all_written(db)
    await withdraw(db, CODE, AMINA)
    await stop(db, SUJIN)
    await unfollow(db, CODE, JUNHO)
    await forget(db, HYUN)

    assert await news_letters(db) == [(MINJI, "en")]
    assert (await progress(db, broadcast)).skipped == {"not_wanted": 3, "forgotten": 1}


@pytest.mark.parametrize("written_before", [True, False])
async def test_a_signer_who_wants_none_any_more_and_follows_gets_it_once_as_a_follower(
    db: Database, owner: Coordinator, colleague: Coordinator, *, written_before: bool
) -> None:
    await follows(db, AMINA)
    await sent(db, owner, colleague)
    if written_before:
        await all_written(db)
    await withdraw(db, CODE, SUJIN)
    await change(db, signing(AMINA))

    assert sorted(await news_letters(db)) == [(AMINA, "en"), (SUJIN, "ko"), (JUNHO, "ko")]
    assert len(await db.all("SELECT 1 FROM letter WHERE follower IS NOT NULL")) == 3


async def test_who_subscribes_while_it_is_written_gets_it_once(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sent(db, owner, colleague)  # the signers have their letters, the followers not yet
    await subscribe_people(db, SUJIN, language="ko")

    assert await news_letters(db) == [(AMINA, "en"), (SUJIN, "ko"), (JUNHO, "ko")]


async def test_who_subscribed_and_is_not_concerned_any_more_is_skipped(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    broadcast = await sent(db, owner, colleague)
    await subscribe_people(db, AMINA)
    await withdraw(db, CODE, AMINA)

    assert await news_letters(db) == [(SUJIN, "ko"), (JUNHO, "ko")]
    assert (await progress(db, broadcast)).skipped == {"not_wanted": 1}


async def test_who_withdraws_after_they_got_it_and_follows_gets_no_second_one(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sent(db, owner, colleague)
    running = await next_running(db, NOW)
    assert running is not None
    first = await lease(db, running, 10, NOW)
    await settle(db, [Settled(one, Sent(one.id)) for one in first], NOW)
    await withdraw(db, CODE, SUJIN)

    assert [one.chat for one in first if one.kind == "news"] == [AMINA, SUJIN]
    assert await news_letters(db) == [(JUNHO, "ko")]


async def test_the_quiet_hours_of_who_subscribes_as_well_are_kept_though_the_appeal_is_critical(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, JUNHO)
    await set_quiet_hours(db, JUNHO, QUIET)
    await sent(db, owner, colleague)

    assert JUNHO not in {chat for chat, _ in await news_letters(db)}
    later = await arrive(db, now=NOW + timedelta(hours=14))
    assert [one.chat for one in later] == [JUNHO]


async def test_blocked_ones_are_counted(db: Database, owner: Coordinator, colleague: Coordinator) -> None:
    broadcast = await sent(db, owner, colleague)
    await arrive(db, Blocked())

    assert (await progress(db, broadcast)).by_state == {"blocked": 3}


@pytest.mark.parametrize("state", ["closed", "delivered", "answered", "archived"])
async def test_an_appeal_that_is_over_does_not_stop_it(
    db: Database, owner: Coordinator, colleague: Coordinator, state: str
) -> None:
    await arrive(db)  # of the appeal itself
    broadcast = await sent(db, owner, colleague)
    await close_due(db, NOW + timedelta(days=90))
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = :state", {"state": state})

    assert await skip_needless(db, NOW) == 0
    assert await news_letters(db) == [(AMINA, "en"), (SUJIN, "ko"), (JUNHO, "ko")]
    assert (await progress(db, broadcast)).skipped == {}


async def test_of_a_withdrawn_appeal_nothing_more_is_told_and_what_was_told_is_taken_back(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    told = await sent(db, owner, colleague)
    assert len(await news_letters(db)) == 3
    broadcast = await sent(db, owner, colleague)
    waiting = await written(db, owner)
    recall = await plan_recall(db, CODE, owner, NOW)
    letters = await arrive(db)

    assert {one.kind for one in letters} == {"recall"}
    assert len({one.earlier for one in letters}) == 3
    assert (await progress(db, broadcast)).reason == "recalled"
    assert (await progress(db, told)).by_state == {"sent": 3}
    assert (await progress(db, recall)).by_state == {"sent": 3}
    with pytest.raises(WrongState):
        await approve_news(db, waiting, colleague, NOW, alone=False)


async def test_should_the_appeal_be_withdrawn_otherwise_the_letters_are_skipped(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    broadcast = await sent(db, owner, colleague)
    async with db.transaction() as tx:
        await tx.execute("UPDATE appeal SET state = 'withdrawn'")

    assert await news_letters(db) == []
    assert (await progress(db, broadcast)).skipped == {"closed": 3}


async def test_it_goes_before_or_behind_others_by_the_urgency_of_the_appeal(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    ranks = []
    for kind in (NewsKind.OTHER, NewsKind.BILL):
        broadcast = await sent(db, owner, colleague, kind)
        row = await db.one("SELECT rank FROM broadcast WHERE id = :id", {"id": broadcast})
        assert row is not None
        ranks.append(row["rank"])

    assert ranks == [0, 1]  # critical, as the appeal; an alert of a bill is high


async def test_it_is_paused_goes_on_and_is_cancelled_as_any_sending(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    for kind, subject in ((NewsKind.OTHER, CODE), (NewsKind.BILL, None)):
        broadcast = await sent(db, owner, colleague, kind)
        assert broadcast in await latest_broadcasts(db, subject)
        await pause(db, broadcast, owner, NOW)
        await resume(db, broadcast, owner, NOW)
        await all_written(db)
        assert await cancel(db, broadcast, owner, NOW) == (await progress(db, broadcast)).letters > 0
        assert set((await progress(db, broadcast)).skipped) == {"cancelled"}


async def test_nobody_approves_what_they_wrote_unless_they_are_alone(db: Database, owner: Coordinator) -> None:
    waiting = await written(db, owner)

    with pytest.raises(OwnNews):
        await approve_news(db, waiting, owner, NOW, alone=False)
    assert [one.id for one in await waiting_news(db)] == [waiting]
    assert await approve_news(db, waiting, owner, NOW, alone=True)
    assert await waiting_news(db) == ()


async def test_approved_twice_at_once_it_is_sent_once(db: Database, owner: Coordinator, colleague: Coordinator) -> None:
    entry = await recorded(db, owner, Came(summary="They were released.", source="Press", impact=Impact.MINOR))
    waiting = await written(db, owner, NewsKind.OUTCOME, entry)
    tries = [approve_news(db, waiting, colleague, NOW, alone=False) for _ in range(3)]
    ends = await asyncio.gather(*tries, return_exceptions=True)

    assert [type(one) for one in ends if not isinstance(one, int)] == [NoSuchNews, NoSuchNews]
    assert len(await news_letters(db)) == 3


async def test_what_was_given_up_is_not_sent_and_can_be_told_anew(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    entry = await recorded(db, owner, RELEASED)
    waiting = await written(db, owner, NewsKind.STATUS, entry)
    with pytest.raises(NotForNews):
        await written(db, colleague, NewsKind.STATUS, entry)
    await give_up_news(db, waiting, owner, NOW)

    for deed in (give_up_news(db, waiting, owner, NOW), approve_news(db, waiting, colleague, NOW, alone=False)):
        with pytest.raises(NoSuchNews):
            await deed
    again = await written(db, owner, NewsKind.STATUS, entry)
    await approve_news(db, again, colleague, NOW, alone=False)
    with pytest.raises(NotForNews) as refusal:
        await written(db, owner, NewsKind.STATUS, entry)
    assert refusal.value.why == Why.TOLD


async def test_what_nobody_may_know_does_not_become_news(db: Database, owner: Coordinator) -> None:
    withheld = Reply(response=Response.A_FORMALITY, summary="Thank you for your letter.", public=False)
    tomorrow = NOW + timedelta(days=1)
    refused = {
        await recorded(db, owner, withheld): Why.NOT_PUBLIC,
        await recorded(db, owner, RELEASED, confidential=True): Why.CONFIDENTIAL,
        await recorded(db, owner, RELEASED, embargo_until=tomorrow): Why.EMBARGO,
        await recorded(db, owner, Action(what="A vigil."), Subject(campaign="returns")): Why.CONCERNS_NOBODY,
    }
    kinds = {Why.NOT_PUBLIC: NewsKind.REPLY, Why.CONCERNS_NOBODY: NewsKind.OTHER}

    for entry, why in refused.items():
        with pytest.raises(NotForNews) as refusal:
            await written(db, owner, kinds.get(why, NewsKind.STATUS), entry)
        assert refusal.value.why == why
    with pytest.raises(NoSuchEntry):
        await written(db, owner, NewsKind.STATUS, 999)
    embargoed = next(entry for entry, why in refused.items() if why is Why.EMBARGO)
    assert await write_news(db, NewNews(NewsKind.STATUS, CODE, TEXTS, embargoed), owner, tomorrow)
    assert len(await waiting_news(db)) == 1


async def test_of_an_appeal_that_was_not_sent_there_is_no_news(
    db: Database, owner: Coordinator, urgent: StoredAppeal
) -> None:
    await add_draft(db, urgent.appeal.model_copy(update={"code": "DEMO-009"}), owner, NOW)

    with pytest.raises(WrongState):
        await write_news(db, NewNews(NewsKind.OTHER, "DEMO-009", TEXTS), owner, NOW)


async def test_the_next_stage_of_a_bill_alerts_those_who_want_what_is_of_parliament_at_once(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await subscribe_people(db, *range(40, 45))
    await set_topics(db, 40, frozenset({"parliament", "upr"}))
    await set_topics(db, 41, frozenset({"upr"}))
    await set_cadence(db, 42, Cadence.DAILY)
    await set_cadence(db, 43, Cadence.CRITICAL_ONLY)
    await stop(db, 44)
    broadcast = await sent(db, owner, colleague, NewsKind.BILL)
    (news_row,) = [one.items for one in await arrive(db) if one.chat == 40 and one.kind == "news"]

    seen = await progress(db, broadcast)
    assert (seen.code, seen.by_state) == (None, {"sent": 2})  # 40, and Minji, who wants every topic
    found = await find_news(db, news_row[0])
    assert (await news_audience(db, found.wanted)).total == 2


async def test_who_wants_no_alerts_any_more_gets_none(
    db: Database, owner: Coordinator, colleague: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "SLICE", 2)
    await subscribe_people(db, 40, 41)
    broadcast = await sent(db, owner, colleague, NewsKind.BILL)
    await all_written(db)
    await set_cadence(db, 40, Cadence.WEEKLY)
    await stop(db, 41)

    assert await news_letters(db) == [(MINJI, "en")]
    assert (await progress(db, broadcast)).skipped == {"not_wanted": 1, "stopped": 1}


async def test_every_step_is_on_record(db: Database, owner: Coordinator, colleague: Coordinator) -> None:
    await sent(db, owner, colleague)
    await give_up_news(db, await written(db, owner), owner, NOW)

    deeds = [(one.alias, one.name, one.subject) for one in await latest(db, 4)]
    assert deeds == [
        (owner.alias, "give_up_news", CODE),
        (owner.alias, "write_news", CODE),
        (colleague.alias, "send_news", CODE),
        (owner.alias, "write_news", CODE),
    ]


async def test_the_person_sees_it_among_their_own_data(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sent(db, owner, colleague)
    await arrive(db)

    assert (await own_data(db, JUNHO))["letters"] == [{"appeal": CODE, "version": 1, "state": "sent"}]


async def test_an_alert_of_a_bill_is_among_the_persons_own_data_by_its_kind(
    db: Database, owner: Coordinator, colleague: Coordinator
) -> None:
    await sent(db, owner, colleague, NewsKind.BILL)
    await arrive(db)

    letters = (await own_data(db, MINJI))["letters"]
    assert {"appeal": None, "version": "bill", "state": "sent"} in letters
    assert letters == [one for one in letters if one["appeal"] in {None, CODE}]
