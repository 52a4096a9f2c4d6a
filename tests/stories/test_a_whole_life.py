"""DEMO-001 from its draft to the follow-up a year after its close: every message that each of its people got.

What they were told stands in `a_whole_life.txt`: the first line of each message, by person and day. A change there is a
change of what people get, and is read as such.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.demo import demo_registers, named_sheets
from bot.rehearsal.telegram import Person as Account
from storage.appeals.records import AppealState, find_appeal
from storage.people.coordinators import Role, find_coordinator, invite
from storage.petitions.counting.tally import total_signatures
from tests.paper import needs_fonts
from tests.people import Person

if TYPE_CHECKING:
    from tests.people import House

CODE = "DEMO-001"
TOLD = Path(__file__).with_name("a_whole_life.txt")
SEOUL = ZoneInfo("Asia/Seoul")
pytestmark = needs_fonts


class Story:
    """The house with everybody in it, day after day.

    Attributes:
        hana: An owner.
        joon: A campaigner, who writes the appeal; Korean.
        mina: A reviewer.
        amina: Subscribes, signs, hands over her name, wants news; stops everything in the end.
        sujin: Subscribes, signs when she is reminded, wants news; Korean.
        beth: Subscribes, and comes too late to sign.
        carl: Follows the appeal without a signature.
        dina: Signs and wants no news.
        emil: Signs, wants news, and withdraws.
    """

    def __init__(self, house: House, hana: Person, joon: Person, amina: Person, sujin: Person) -> None:
        self.house, self.db = house, house.clarion.services.db
        self.hana, self.joon, self.amina, self.sujin = hana, joon, amina, sujin
        self.mina = self._newcomer(9011, "Mina")
        self.beth, self.carl, self.dina, self.emil = (
            self._newcomer(7_310_002_000 + number, name) for number, name in enumerate(("Beth", "Carl", "Dina", "Emil"))
        )

    def _newcomer(self, number: int, name: str) -> Person:
        self.house.telegram.add_person(Account(number, name, language_code="en"))
        return Person(self.house, number, name)

    @property
    def everybody(self) -> dict[str, Person]:
        names = ("hana", "joon", "mina", "amina", "sujin", "beth", "carl", "dina", "emil")
        return {name: getattr(self, name) for name in names}

    async def until(self, day: date, hour: int = 10) -> None:
        """Turn the clock day by day, then to that hour in Seoul; what is due on the way is done as it is in life."""
        services = self.house.clarion.services
        while services.today() < day:
            await self._turn(days=1)
        while services.now_here().hour < hour:
            await self._turn(hours=1)

    async def _turn(self, **by: float) -> None:
        self.house.clock.turn(**by)
        await self.house.clarion.ticker.tick()
        await self.house.sends_all_letters()

    async def state(self) -> AppealState:
        return (await find_appeal(self.db, CODE)).state

    async def news(self, writer: Person, english: str, korean: str, approver: Person) -> None:
        """Let one write the news of what was just recorded, and another one look at it and send it."""
        await does(writer, "[news:]", english, korean, "[form-keep:]")
        await does(approver, "[news-look:]")
        await approver.presses_twice("news-send:")
        await self.reported()

    async def reported(self) -> None:
        """Send all letters, and wait until the author of news has the report."""
        self.house.clock.turn(seconds=11)
        await self.house.sends_all_letters()

    def told(self) -> str:
        """Every message that everybody has got from the bot: its day and its first line."""
        lines = []
        for name, person in self.everybody.items():
            lines.append(f"== {name}")
            for message in person.chat:
                if message.sender == "bot":
                    day = datetime.fromtimestamp(message.date, UTC).astimezone(SEOUL).date()
                    lines.append(f"{day} {message.text.splitlines()[0]}")
        return "\n".join(lines) + "\n"


async def does(person: Person, *steps: str) -> None:
    """Send what is said, and press what stands in brackets."""
    for step in steps:
        await (person.presses(step[1:-1]) if step.startswith("[") else person.sends(step))


async def signs(person: Person, *purposes: str) -> None:
    await person.opens(CODE)
    agreed = [f"[consent:{purpose}]" for purpose in ("keep", *purposes)]
    await does(person, f"[sign:{CODE}]", *agreed, "[consents:done]", "[sign-confirm:]")


async def people_come(story: Story) -> None:
    owner = await find_coordinator(story.db, story.hana.id)
    assert owner is not None
    token = await invite(story.db, Role.REVIEWER, owner, story.house.clock.now())
    story.house.telegram.opens_link(story.mina.id, f"inv_{token}")
    await story.house.answers_everything()
    for person in (story.amina, story.sujin, story.beth):
        await does(person, "/subscribe", "[subscribe]")


async def it_is_drafted_and_two_others_decide(story: Story) -> None:
    for number, text in enumerate(demo_registers()):
        await story.joon.sends_document(f"register-{number}.yaml", text)
    await story.joon.sends_document("DEMO-001.md", named_sheets()[0])
    assert await story.state() is AppealState.DRAFT
    await story.joon.presses("submit:")
    await story.mina.presses("approve:")
    assert await story.state() is AppealState.IN_REVIEW
    await story.hana.presses("approve:")
    assert await story.state() is AppealState.APPROVED


async def it_goes_out_and_people_sign(story: Story) -> None:
    await does(story.joon, f"/send {CODE}", "[send:]")
    await story.house.sends_all_letters()
    await signs(story.amina, "hand_over", "updates")
    await signs(story.dina, "hand_over")
    await signs(story.emil, "updates")
    await does(story.emil, f"/withdraw {CODE}", "[Withdraw my signature]")
    await does(story.carl, "/start", "/appeals", "[Put safe passage]", "[More]", "[follow:]", "[follow-confirm:]")
    await does(story.sujin, "[more:]")
    assert (await total_signatures(story.db, CODE)).all == 2


async def it_closes_after_reminders(story: Story) -> None:
    await story.until(date(2026, 12, 8))
    await signs(story.sujin, "updates")
    await story.until(date(2026, 12, 9))
    assert await story.state() is AppealState.CLOSED
    await does(story.beth, f"/sign {CODE}")
    assert (await total_signatures(story.db, CODE)).all == 3


async def it_is_brought_to_the_office(story: Story) -> None:
    hana = story.hana
    await does(hana, f"/handover {CODE}", "[handover-do:]")
    await story.until(date(2026, 12, 10))
    await does(hana, f"/record {CODE}", "[Delivery]", "[Today]", "[by post]", "[by hand]", "[Done]", "Blue House")
    await does(hana, *["[Skip]"] * 3, "[No restriction]", "[Keep it]")
    assert await story.state() is AppealState.DELIVERED
    await story.news(hana, "Your signatures are with the President.", "서명이 대통령에게 전달되었습니다.", story.joon)


async def the_office_replies_after_a_month(story: Story) -> None:
    await story.until(date(2027, 1, 12))
    joon, hana = story.joon, story.hana
    await does(joon, f"/reply {CODE}", "[어제]", "[약속함]", "정상회담에서 제기하겠습니다.", "[건너뛰기]", "[건너뛰기]")
    await does(joon, "[제한 없음]", "[예]", "[form-keep:]")
    assert await story.state() is AppealState.ANSWERED
    await story.news(joon, "The office promised to raise it.", "대통령실이 제기하겠다고 답했습니다.", hana)


async def it_has_an_outcome(story: Story) -> None:
    hana = story.hana
    await does(hana, f"/outcome {CODE}", "[Today]", "It was raised.", "Yonhap", "[Skip]", "[a step forward]")
    await does(hana, "[Skip]", "[No restriction]", "[form-keep:]")
    await story.news(hana, "It was raised at the summit.", "정상회담에서 다루어졌습니다.", story.joon)


async def they_are_safe(story: Story) -> None:
    await does(story.amina, "/stop")
    await story.until(date(2027, 6, 8))
    hana = story.hana
    await does(hana, f"/record {CODE}", "[Where the people are]", "[safe]", "[Today]", "[NGO]")
    await does(hana, "[Skip]", "[No restriction]", "[form-keep:]")
    await story.news(hana, "The nine are safe.", "아홉 명은 안전합니다.", story.joon)


async def nobody_forgets(story: Story) -> None:
    await story.until(date(2027, 12, 9))
    await does(story.hana, "[In a week]")
    await story.until(date(2027, 12, 17))
    await does(story.joon, "[news-new:]", "A year ago you signed.", "서명하신 지 한 해가 되었습니다.", "[form-keep:]")
    await does(story.hana, "[news-look:]", "[news-send:]")
    await story.reported()
    await does(story.hana, f"/timeline {CODE}", f"/record {CODE}", "[Archive it]", "[archive-confirm:]")
    assert await story.state() is AppealState.ARCHIVED


async def test_from_the_draft_to_the_follow_up_of_a_year(
    hana: Person, joon: Person, amina: Person, sujin: Person, clarion: House
) -> None:
    story = Story(clarion, hana, joon, amina, sujin)

    await people_come(story)
    await it_is_drafted_and_two_others_decide(story)
    await it_goes_out_and_people_sign(story)
    await it_closes_after_reminders(story)
    await it_is_brought_to_the_office(story)
    await the_office_replies_after_a_month(story)
    await it_has_an_outcome(story)
    await they_are_safe(story)
    await nobody_forgets(story)

    assert story.told() == TOLD.read_text(encoding="utf-8")
