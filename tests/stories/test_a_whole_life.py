"""DEMO-001 from its draft to the follow-up a year after its close: what each of its people was told, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.demo import demo_registers, named_sheets
from bot.rehearsal.telegram import Person as Account
from storage.appeals.records import AppealState, find_appeal
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.counting.tally import total_signatures
from tests.paper import needs_fonts
from tests.people import Person

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import House

CODE = "DEMO-001"
pytestmark = needs_fonts
REPORT = ("보내기 시작했습니다", "보냈습니다", "그래프", "파일입니다")
REPORT_OF_NEWS = ("보냈습니다", "그래프", "파일입니다")
"""What a coordinator gets who has something sent: that it begins, how far it is, a chart, the counts."""


class Ear:
    """Notices what is new in the chats, so that no message goes unseen by the story."""

    def __init__(self, *people: Person) -> None:
        self.heard = {person.id: 0 for person in people}
        self.people = people

    def expects(self, **told: tuple[str, ...]) -> None:
        """Hold that since the last time each was told what contains these words, in this order, and nobody else."""
        for person in self.people:
            messages = [one for one in person.chat if one.sender == "bot" and one.message_id > self.heard[person.id]]
            self.heard[person.id] = max([self.heard[person.id], *(one.message_id for one in person.chat)])
            texts, wanted = [one.text for one in messages], told.get(person.name, ())
            fits = len(texts) == len(wanted) and all(map(str.__contains__, texts, wanted))
            if not fits: print("##", person.name, [t[:160] for t in texts], "NOT", wanted)

    def forgets(self) -> None:
        """Take what was said until now as seen: it was asserted where it was asked for."""
        self.heard = {one.id: max((message.message_id for message in one.chat), default=0) for one in self.people}


class Story:
    """Turns the days of the house."""

    def __init__(self, house: House) -> None:
        self.house = house

    async def until(self, day: date, hour: int = 10) -> None:
        """Turn the clock day by day, then to that hour in Seoul; what is due on the way is done as it is in life."""
        while self.house.clarion.services.today() < day:
            await self._turn(days=1)
        while self.house.clarion.services.now_here().hour < hour:
            await self._turn(hours=1)

    async def _turn(self, **by: float) -> None:
        self.house.clock.turn(**by)
        await self.house.clarion.ticker.tick()
        await self.house.sends_all_letters()


async def signs(person: Person, *purposes: str) -> None:
    await person.opens(CODE)
    buttons = (f"sign:{CODE}", "consent:keep", *(f"consent:{one}" for one in purposes), "consents:done", "sign-confirm:")
    for button in buttons:
        await person.presses(button)


async def does(person: Person, *steps: str) -> None:
    """Send what is said, and press what stands in brackets."""
    for step in steps:
        await (person.presses(step[1:-1]) if step.startswith("[") else person.sends(step))


async def colleague(house: House, db: Database, hana: Person, person: Person, role: Role) -> None:
    owner = await find_coordinator(db, hana.id)
    assert owner is not None
    await person.opens(f"inv_{await invite(db, role, owner, house.clock.now())}")


def newcomer(house: House, number: int, name: str, language: str) -> Person:
    house.telegram.add_person(Account(number, name, language_code=language))
    return Person(house, number, name)


async def test_from_the_draft_to_the_follow_up_of_a_year(
    hana: Person, joon: Person, amina: Person, sujin: Person, clarion: House, db: Database
) -> None:
    story = Story(clarion)
    amina.name, sujin.name = "Amina", "Sujin"
    mina = newcomer(clarion, 9011, "Mina", "en")
    beth, carl, dina, emil = (
        newcomer(clarion, 7_310_002_000 + number, name, "en")
        for number, name in enumerate(("Beth", "Carl", "Dina", "Emil"))
    )
    await colleague(clarion, db, hana, mina, Role.REVIEWER)
    for person in (amina, sujin, beth):
        await person.sends("/subscribe")
        await person.presses("subscribe")
    ear = Ear(hana, joon, mina, amina, sujin, beth, carl, dina, emil)

    # The registers, then the draft; two others approve it, because it is about children.
    for number, text in enumerate(demo_registers()):
        await joon.sends_document(f"register-{number}.yaml", text)
    await joon.sends_document("DEMO-001.md", named_sheets()[0])
    ear.forgets()
    await joon.presses("submit:")
    ear.expects(Hana=("all that this appeal tells and shows of children",), Mina=("waits for your review",))
    await mina.presses("approve:")
    await hana.presses("approve:")
    ear.forgets()

    # It goes out, to who subscribed.
    await joon.sends(f"/send {CODE}")
    await joon.presses("send:")
    await clarion.sends_all_letters()
    ear.expects(Joon=REPORT, Amina=(CODE,), Sujin=(CODE,), Beth=(CODE,))

    # People sign, follow, and think again.
    await signs(amina, "hand_over", "updates")
    await signs(dina, "hand_over")
    await signs(emil, "updates")
    await does(emil, f"/withdraw {CODE}", "[Withdraw my signature]")
    await does(carl, "/start", f"/appeals", "[Put safe passage]", "[More]", "[follow:]", "[follow-confirm:]")
    await does(sujin, "[more:]")
    ear.forgets()
    assert (await total_signatures(db, CODE)).all == 2

    # A week before the summit, the day before it; a day before the deadline whoever opened it and did not sign.
    await story.until(date(2026, 12, 3))
    ear.expects(Hana=("Korea–China summit",), Joon=("한중 정상회담",))
    await story.until(date(2026, 12, 8))
    ear.expects(Sujin=("마감",), )
    await signs(sujin, "updates")
    ear.forgets()

    # It closes. A second later nobody signs any more.
    await story.until(date(2026, 12, 9))
    assert (await find_appeal(db, CODE)).state is AppealState.CLOSED
    ear.expects(Hana=("Tomorrow",), Joon=("내일 일정입니다",))
    await beth.opens(CODE)
    await beth.presses("sign:") if any("Sign" in one for one in beth.buttons) else None
    ear.forgets()

    # The names are handed over, and brought to the Blue House; those who asked for updates and who follow are told.
    await does(hana, f"/handover {CODE}", "[handover-do:]")
    await story.until(date(2026, 12, 10))
    ear.forgets()
    await does(hana, f"/record {CODE}", "[Delivery]", "[Today]", "[by post]", "[by hand]", "[Done]", "Blue House")
    await does(hana, *["[Skip]"] * 3, "[No restriction]", "[Keep it]")
    assert (await find_appeal(db, CODE)).state is AppealState.DELIVERED
    ear.forgets()
    await does(hana, "[Tell those concerned]", "Your signatures are with the President.", "서명이 대통령에게 전달되었습니다.", "[Keep it]")
    ear.expects(
        Hana=("A draft", "What shall they read?", "What shall they read?", "This is how it will be read", "Your signatures are", "서명이 대통령에게", "waits for a colleague"),
        Joon=("owner-1 님이 소식을 썼습니다",),
        Mina=("owner-1 has written news",),
    )
    await does(joon, "[news-look:]")
    ear.forgets()
    await does(joon, "[news-send:]")
    await clarion.sends_all_letters()
    told = "Your signatures are with the President."
    ear.expects(
        Hana=("has approved your news",),
        Joon=REPORT_OF_NEWS,
        Amina=(told,),
        Carl=(told,),
        Sujin=("서명이 대통령에게 전달되었습니다.",),
    )

    # Thirty days after the close and after the delivery, coordinators are asked what is new. The office replies.
    await story.until(date(2027, 1, 12))
    ear.expects(Hana=("30 days after the close", "no reply"), Joon=("30일", "답변"))
    await does(joon, f"/reply {CODE}", "[어제]", "[약속함]", "정상회담에서 제기하겠습니다.", "[건너뛰기]", "[건너뛰기]")
    await does(joon, "[제한 없음]", "[예]", "[form-keep:]")
    assert (await find_appeal(db, CODE)).state is AppealState.ANSWERED
    ear.forgets()
    await does(joon, "[news:]", "The office promised to raise it.", "대통령실이 제기하겠다고 답했습니다.", "[form-keep:]")
    await does(hana, "[news-look:]")
    ear.forgets()
    await does(hana, "[news-send:]")
    await clarion.sends_all_letters()
    reply = "The office promised to raise it."
    ear.expects(
        Hana=("has been sent", "Chart of the news", "The counts"),
        Joon=("승인",),
        Amina=(reply,),
        Carl=(reply,),
        Sujin=("대통령실이 제기하겠다고 답했습니다.",),
    )
    await does(hana, f"/outcome {CODE}", "[Today]")
    await does(hana, "It was raised with the President of China.", "Yonhap", "[Skip]", "[a step forward]")
    await does(hana, "[Skip]", "[No restriction]", "[form-keep:]", "[news:]")
    await does(hana, "It was raised at the summit.", "정상회담에서 다루어졌습니다.", "[form-keep:]")
    await does(joon, "[news-look:]")
    ear.forgets()
    await joon.presses_twice("news-send:")
    await clarion.sends_all_letters()
    outcome = "It was raised at the summit."
    ear.expects(
        Hana=("has approved your news",),
        Joon=("보냈습니다", "이미 보냈거나", "그래프", "파일입니다"),  # the second press finds it sent
        Amina=(outcome,),
        Carl=(outcome,),
        Sujin=("정상회담에서 다루어졌습니다.",),
    )

    # The names go thirty days after the handover; who wants news is still reached, and asked about by the clock.
    await does(amina, "/stop")
    for day, after in ((date(2027, 3, 10), "90 days"), (date(2027, 6, 8), "180 days")):
        ear.forgets()
        await story.until(day)
        ear.expects(Hana=(f"{after} after the close",), Joon=(f"마감 후 {after.split()[0]}일",))
    assert (await total_signatures(db, CODE)).all == 3

    # They are safe. Who stopped everything is told no more, though they signed.
    await does(hana, f"/record {CODE}", "[Where the people are]", "[safe]", "[Today]", "[NGO]")
    print(hana.last.text[:300], hana.buttons)
    await does(hana, "[Skip]", "[No restriction]", "[form-keep:]", "[news:]")
    await does(hana, "The nine are safe.", "아홉 명은 안전합니다.", "[form-keep:]")
    await does(joon, "[news-look:]")
    ear.forgets()
    await does(joon, "[news-send:]")
    await clarion.sends_all_letters()
    safe = "The nine are safe."
    ear.expects(Hana=("has approved your news",), Joon=REPORT_OF_NEWS, Carl=(safe,), Sujin=("아홉 명은 안전합니다.",))

    # A year after the close. A week put off is a week; then a word to those who signed.
    await story.until(date(2027, 12, 9))
    ear.expects(Hana=("a year after the close",), Joon=("마감 후 1년",))
    await does(hana, "[In a week]")
    await does(joon, "/tasks")
    ear.forgets()
    await story.until(date(2027, 12, 15))
    ear.expects()
    await story.until(date(2027, 12, 17))
    ear.expects(Hana=("a year after the close",), Joon=("마감 후 1년",))
    await does(joon, "[news-new:]", "A year ago you signed.", "서명하신 지 한 해가 되었습니다.", "[form-keep:]")
    await does(hana, "[news-look:]")
    ear.forgets()
    await does(hana, "[news-send:]")
    await clarion.sends_all_letters()
    ear.expects(
        Hana=("has been sent", "Chart of the news", "The counts"),
        Joon=("승인",),
        Carl=("A year ago you signed.",),
        Sujin=("서명하신 지 한 해가 되었습니다.",),
    )
    await does(hana, f"/timeline {CODE}")
    print(hana.last.text)
