"""The parts of a sheet beyond its texts: facts, places, figures, what the registers give, and contradictions."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.demo import demo_registers, demo_sheets, named_sheets
from handlers.appeals.fitting import faults_of_length
from handlers.appeals.sheet_faults import fault_texts
from handlers.texts import LANGUAGES, Texts
from storage.appeals.model import LIST_MAX, Appeal
from storage.appeals.parts import EntryPart, Restricted
from storage.appeals.sheets.faults import Fault, Findings, Problem, SheetFaults
from storage.appeals.sheets.head import read_head
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Act, Actor, Magnitude, Method
from storage.registers.records import Registers
from storage.registers.sheet import read_register_sheet
from tests.storage.sheets import NOW, REGISTERS, SEOUL, SHEET, changed, faults_of, found_in, read

if TYPE_CHECKING:
    from storage.appeals.sheets.head import Tree

FACTS = """\
facts:
  - when: 2006-10
    country: CN
    place: {en: a private house, ko: 민가}
    actor: police
    actor_country: CN
    act: refoulement
    affected: {en: relatives of three soldiers, ko: 국군포로 세 사람의 가족}
    count: unknown
    note: {en: Sent there by a mission., ko: 공관이 안내한 곳.}
  - {when: 2013, country: LA, actor: unknown, act: expulsion, affected: {en: young people, ko: 청소년}, count: 9}
kind: petition"""

PLACE = """\
place:
  country: CN
  region: {en: Jilin, ko: 지린성}
  town: {en: Tumen, ko: 투먼}
  restricted: {en: the third house, ko: 세 번째 집}
kind: petition"""

SOURCES = """\
sources:
  - {type: family, title: An uncle, confidential: yes}
  - {type: un, title: A report}
  - {type: testimony, title: A guard, confidential: "true"}
  - type: ngo"""

EVENT = "anchor_event: {name: {en: Summit, ko: 회담}, date: 2026-12-08}\nkind: petition"


def with_part(part: str, old: str = "", new: str = "") -> str:
    assert old in part
    return changed(("kind: petition", part.replace(old, new, 1) if old else part))


def faults_with(part: str, old: str, new: str) -> list[tuple[int, str, Problem]]:
    return [(fault.line, fault.field, fault.problem) for fault in faults_of(with_part(part, old, new))]


def test_facts_say_who_did_what_to_whom_as_exactly_as_it_is_known() -> None:
    first, second = read(with_part(FACTS)).facts

    assert (first.when, first.country, first.actor, first.actor_country) == ("2006-10", "CN", Actor.POLICE, "CN")
    assert first.act.huridocs == "380101000000"
    assert (first.affected["ko"], first.count) == ("국군포로 세 사람의 가족", None)
    assert first.place is not None
    assert first.note is not None
    assert (second.when, second.act, second.count, second.place) == ("2013", Act.EXPULSION, 9, None)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("when: 2006-10", "when: 2026-04", (4, "facts.1.when", Problem.FUTURE)),
        ("when: 2006-10", "when: autumn", (4, "facts.1.when", Problem.DATE_FORM)),
        ("country: CN", "country: China", (5, "facts.1.country", Problem.UNKNOWN_COUNTRY)),
        ("actor: police", "actor: soldiers", (7, "facts.1.actor", Problem.NOT_ONE_OF)),
        ("act: refoulement", "act: return", (9, "facts.1.act", Problem.NOT_ONE_OF)),
        (", ko: 국군포로 세 사람의 가족", "", (10, "facts.1.affected", Problem.LANGUAGE_MISSING)),
        ("{en: a private house, ko: 민가}", "a house", (6, "facts.1.place", Problem.NEEDS_LANGUAGES)),
        ("count: unknown", "count: some", (11, "facts.1.count", Problem.NOT_A_NUMBER)),
        ("count: 9", "name: Kim", (13, "facts.2.name", Problem.UNKNOWN_KEY)),
    ],
)
def test_a_fact_is_whole_or_refused(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert faults_with(FACTS, old, new) == [fault]


def test_the_exact_place_is_kept_apart_from_the_one_that_everybody_may_know() -> None:
    appeal = read(with_part(PLACE))

    assert appeal.place is not None
    assert (appeal.place.country, appeal.place.region, appeal.place.town) == (
        "CN",
        {"en": "Jilin", "ko": "지린성"},
        {"en": "Tumen", "ko": "투먼"},
    )
    assert appeal.restricted.place == {"en": "the third house", "ko": "세 번째 집"}
    assert "third house" not in appeal.model_dump_json() + repr(appeal)


def test_coordinators_may_write_the_exact_place_in_one_language() -> None:
    one = read(with_part(PLACE, "{en: the third house, ko: 세 번째 집}", "세 번째 집")).restricted.place

    assert one == {"en": "세 번째 집", "ko": "세 번째 집"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  country: CN\n", "", (3, "place.country", Problem.MISSING)),
        (", ko: 지린성", "", (5, "place.region", Problem.LANGUAGE_MISSING)),
        ("{en: the third house, ko: 세 번째 집}", "[x]", (7, "place.restricted", Problem.NOT_A_GROUP)),
        ("the third house", "x" * 201, (7, "place.restricted.en", Problem.TOO_LONG)),
        ("town:", "city:", (6, "place.city", Problem.UNKNOWN_KEY)),
    ],
)
def test_a_place_is_whole_or_refused(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert faults_with(PLACE, old, new) == [fault]


def test_confidential_sources_are_kept_apart_and_counted() -> None:
    appeal = read(changed(("sources:\n  - type: ngo", SOURCES)))

    assert [source.title["en"] for source in appeal.sources] == ["A report", "Report"]
    assert appeal.withheld_sources == 2
    assert [source.title["en"] for source in appeal.restricted.sources] == ["An uncle", "A guard"]
    assert "uncle" not in appeal.model_dump_json() + repr(appeal)


def test_all_sources_may_be_confidential_but_there_is_one() -> None:
    appeal = read(changed(("    title: Report\n", "    title: Report\n    confidential: yes\n")))

    assert (appeal.sources, appeal.withheld_sources) == ((), 1)
    bare = "sources:\n  - type: ngo\n    publisher: NKHR\n    title: Report\n"
    assert found_in((bare, "sources: []\n")) == [(29, "sources", Problem.MISSING)]
    assert found_in((bare, "")) == [(1, "sources", Problem.MISSING)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("title: An uncle, ", "", (30, "sources.1.title", Problem.MISSING)),
        ("type: testimony", "type: rumour", (32, "sources.3.type", Problem.NOT_ONE_OF)),
        ("title: A guard", "title: A guard, date: 2026-04", (32, "sources.3.date", Problem.FUTURE)),
        ("title: A report", "title: A report, link: x", (31, "sources.2.link", Problem.LINK_FORM)),
        ("confidential: yes", "confidential: perhaps", (30, "sources.1.confidential", Problem.NOT_YES_OR_NO)),
    ],
)
def test_faults_of_sources_stand_on_their_own_lines(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert found_in(("sources:\n  - type: ngo", SOURCES.replace(old, new))) == [fault]


def test_confidential_sources_count_among_those_that_a_sheet_can_have() -> None:
    many = "  - {type: ngo, title: x, confidential: yes}\n" * LIST_MAX

    assert found_in(("sources:\n", f"sources:\n{many}")) == [(29, "sources", Problem.TOO_MANY)]


def test_an_addressee_has_from_its_entry_what_the_sheet_leaves_out() -> None:
    own = "    methods: [post, hand]\n"
    start, end = SHEET.index("    office:\n"), SHEET.index(own)
    appeal = read(changed((SHEET[start:end], "    entry: kr-president\n")))

    addressee = appeal.addressees[0]
    assert addressee.office == {"en": "President of the Republic of Korea", "ko": "대한민국 대통령"}
    assert addressee.salutation["ko"] == "대통령님께"
    assert (addressee.entry, addressee.letter_language) == ("kr-president", "ko")
    assert addressee.methods == (Method.POST, Method.HAND)
    assert addressee.from_entry == (EntryPart.OFFICE, EntryPart.SALUTATION, EntryPart.LETTER_LANGUAGE)


def test_obligations_explanations_and_the_campaign_are_named_by_their_keys() -> None:
    keys = "obligations: [cn-cat-3]\nexplains: [sur-place]\ncampaign: forced-returns\nkind: petition"
    appeal = read(changed(("kind: petition", keys)))

    (obligation,) = appeal.obligations
    assert (obligation.state, obligation.article, obligation.since) == ("CN", "3", 1988)
    assert dict(obligation.treaty) == {"en": "Convention against Torture", "ko": "고문방지협약"}
    assert set(obligation.words) == {"en", "ko"}
    assert (appeal.explains, appeal.campaign) == (("sur-place",), "forced-returns")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("kind: p", "obligations: [cn-x]\nkind: p", Fault(3, "obligations.1", Problem.NO_SUCH_ENTRY, "obligations")),
        ("kind: p", "obligations: [cn-crc-3]\nkind: p", Fault(3, "obligations.1", Problem.ENTRY_LACKS, "ko")),
        ("kind: p", "obligations: cn-cat-3\nkind: p", Fault(3, "obligations", Problem.NOT_A_LIST)),
        ("kind: p", "obligations: [{key: a}]\nkind: p", Fault(3, "obligations.1", Problem.NOT_A_TEXT)),
        (
            "kind: p",
            "obligations: [cn-cat-3, cn-cat-3]\nkind: p",
            Fault(3, "obligations.2", Problem.DUPLICATE),
        ),
        ("kind: p", "explains: [x]\nkind: p", Fault(3, "explains.1", Problem.NO_SUCH_ENTRY, "explanations")),
        ("kind: p", "explains: [[x]]\nkind: p", Fault(3, "explains.1", Problem.NOT_A_TEXT)),
        ("kind: p", "campaign: Old Ones\nkind: p", Fault(3, "campaign", Problem.NO_SUCH_ENTRY, "campaigns")),
        ("kind: p", "campaign: [x]\nkind: p", Fault(3, "campaign", Problem.NOT_A_TEXT)),
        ("    office:", "    entry: x\n    office:", Fault(13, "addressees.1.entry", Problem.NO_SUCH_ENTRY, "offices")),
        ("    office:", "    entry: [x]\n    office:", Fault(13, "addressees.1.entry", Problem.NOT_A_TEXT)),
        ("    office:", "    from_entry: []\n    office:", Fault(13, "addressees.1.from_entry", Problem.UNKNOWN_KEY)),
        ("kind: p", "restricted: {}\nkind: p", Fault(3, "restricted", Problem.UNKNOWN_KEY)),
        ("kind: p", "withheld_sources: 3\nkind: p", Fault(3, "withheld_sources", Problem.UNKNOWN_KEY)),
    ],
)
def test_a_key_that_no_register_has_is_named_with_its_line(old: str, new: str, fault: Fault) -> None:
    assert faults_of(changed((old, new))) == [fault]


def test_an_unknown_office_is_one_fault_and_not_one_for_all_that_it_would_give() -> None:
    start, end = SHEET.index("    office:\n"), SHEET.index("contact:")

    assert faults_of(changed((SHEET[start:end], "    entry: nobody\n"))) == [
        Fault(13, "addressees.1.entry", Problem.NO_SUCH_ENTRY, "offices")
    ]


def test_a_language_that_the_entry_of_an_office_lacks_can_be_written_on_the_sheet() -> None:
    office = REGISTERS.offices["kr-president"].model_copy(update={"office": {"en": "President"}})
    registers = Registers(offices={"kr-president": office})
    start, end = SHEET.index("    office:\n"), SHEET.index("    salutation:")
    named = changed((SHEET[start:end], "    entry: kr-president\n"))

    with pytest.raises(SheetFaults) as found:
        read_sheet(named, now=NOW, registers=registers)
    assert found.value.faults == (Fault(13, "addressees.1.entry", Problem.ENTRY_LACKS, "ko"),)
    written = changed(("    office:", "    entry: kr-president\n    office:"))
    assert read_sheet(written, now=NOW, registers=registers).addressees[0].office["ko"] == "대통령"


def test_a_figure_says_who_confirms_that_it_happened_and_who_the_number() -> None:
    confirmed = "value: hundreds\n    confirmed_by: the government\n"
    (figure,) = read(changed(("value: 2000\n", confirmed), ("at most", "reported"))).figures

    assert figure.value is Magnitude.HUNDREDS
    assert figure.confirmed_by == {"en": "the government", "ko": "the government"}
    assert figure.number_confirmed_by is None


def test_an_event_may_have_an_hour_by_the_clock_of_the_sheet() -> None:
    anchor = read(with_part(EVENT, "2026-12-08", "2026-12-08 14:00")).anchor_event
    whole_day = read(with_part(EVENT)).anchor_event

    assert anchor is not None
    assert (anchor.date, anchor.hour) == (date(2026, 12, 8), time(14, 0))
    assert whole_day is not None
    assert whole_day.hour is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-25", datetime(2026, 11, 25, 23, 59, tzinfo=SEOUL)),
        ("2026-11-25 12:00", datetime(2026, 11, 25, 12, 0, tzinfo=SEOUL)),
        ("2026-12-01", datetime(2026, 12, 1, 18, 0, tzinfo=SEOUL)),
        ("2026-02-01", datetime(2026, 2, 1, 23, 59, tzinfo=SEOUL)),  # as a later correction still says
    ],
)
def test_organisations_can_endorse_until_a_day_of_their_own(written: str, meant: datetime) -> None:
    assert read(with_part(f"endorsers: {{until: {written}}}\nkind: petition")).endorsers.until == meant


def test_a_help_line_goes_with_a_content_note_and_a_note_without_it_is_no_fault() -> None:
    line = "content_note: yes\nhelp_line: {en: Call us, ko: 상담 전화}\nkind: petition"

    assert read(with_part(line)).help_line == {"en": "Call us", "ko": "상담 전화"}
    assert read(with_part("content_note: yes\nkind: petition")).help_line is None


CONTRADICTIONS = [
    (
        ("named_publicly: no", "named_publicly: yes"),
        Fault(10, "people_at_risk.consent_reference", Problem.NO_CONSENT),
    ),
    (("[forced-return, summit]", "[minors, summit]"), Fault(10, "people_at_risk.minors", Problem.MINORS_TOPIC)),
    (("kind: petition", EVENT.replace("12-08", "11-30")), Fault(8, "deadline", Problem.AFTER_EVENT, "2026-11-30")),
    (
        ("kind: petition", EVENT.replace("2026-12-08", "2026-12-01 17:59")),
        Fault(8, "deadline", Problem.AFTER_EVENT, "2026-12-01"),
    ),
    (
        ("kind: petition", "endorsers: {until: 2026-12-01 18:01}\nkind: petition"),
        Fault(3, "endorsers.until", Problem.AFTER_DEADLINE),
    ),
    (
        ("value: 2000", "value: tens\n    number_confirmed_by: UN"),
        Fault(26, "figures.1.number_confirmed_by", Problem.UNCONFIRMED),
    ),
    (
        ("value: 2000\n    qualifier: at most", "value: tens\n    qualifier: exact"),
        Fault(26, "figures.1.qualifier", Problem.NOT_COUNTED),
    ),
    (
        ("kind: petition", "endorsers: {until: soon}\nkind: petition"),
        Fault(3, "endorsers.until", Problem.DEADLINE_FORM),
    ),
    (
        ("kind: petition", "anchor_event: {name: {en: x, ko: x}, date: 2026-12-08, hour: 3}\nkind: petition"),
        Fault(3, "anchor_event.hour", Problem.UNKNOWN_KEY),
    ),
]


@pytest.mark.parametrize(("edit", "fault"), CONTRADICTIONS)
def test_what_cannot_be_true_together_is_named_with_its_line(edit: tuple[str, str], fault: Fault) -> None:
    assert faults_of(changed(edit)) == [fault]


def test_what_is_signed_until_the_event_begins_is_in_time() -> None:
    for day in ("2026-12-01", "2026-12-01 18:00"):
        assert read(with_part(EVENT, "2026-12-08", day)).anchor_event


def test_what_asks_nothing_may_be_listed_after_its_event() -> None:
    past = EVENT.replace("2026-12-08", "2026-02-20").replace("kind: petition", "kind: statement")

    assert read(changed(("kind: petition", past))).anchor_event


def test_each_fault_is_a_sentence_in_every_language() -> None:
    texts = Texts("en")
    registers = [Fault(1, "x", Problem.NO_SUCH_ENTRY, one) for one in ("offices", "obligations", "campaigns")]
    faults = [*(Fault(1, "x", problem, "detail") for problem in Problem), *registers]

    for language in LANGUAGES:
        assert len(set(fault_texts(faults, texts, language))) >= len(Problem)
    assert "the register of offices has no such key; /registers lists" in fault_texts(registers, texts, "en")[0]


def test_the_model_itself_refuses_what_contradicts_itself() -> None:
    whole = read(SHEET).model_dump(mode="json")
    (figure,), (source,) = whole["figures"], whole["sources"]
    broken = [
        whole | {"people_at_risk": whole["people_at_risk"] | {"named_publicly": True}},
        whole | {"figures": [figure | {"number_confirmed_by": {"en": "UN", "ko": "유엔"}}]},
        whole | {"figures": [figure | {"confirmed_by": {"en": "UN"}}]},
        whole | {"sources": []},
        whole | {"sources": [source | {"confidential": True}]},
        whole | {"place": {"country": "CN", "town": {"en": "Tumen"}}},
        whole | {"help_line": {"en": "x"}},
        whole | {"obligations": [REGISTERS.obligations["cn-crc-3"].model_dump(mode="json")]},
    ]

    assert Appeal.model_validate(whole).code == whole["code"]
    for document in broken:
        with pytest.raises(ValidationError):
            Appeal.model_validate(document)


def test_the_demo_appeals_carry_what_is_known_of_them() -> None:
    first, second, third = (read_sheet(text, now=NOW) for text in demo_sheets())

    assert [(fact.when, fact.actor, fact.count) for fact in first.facts] == [("2006-10", Actor.POLICE, None)]
    assert second.place is not None
    assert second.place.town == {"en": "Tumen", "ko": "투먼"}
    assert second.restricted.place is not None
    assert second.restricted.place["en"] not in second.model_dump_json()
    assert (len(second.sources), second.withheld_sources) == (1, 1)
    hundreds = third.figures[-1]
    assert (hundreds.value, hundreds.number_confirmed_by) == (Magnitude.HUNDREDS, None)
    assert hundreds.confirmed_by is not None


def test_the_named_demo_appeals_draw_upon_the_demo_registers() -> None:
    found: dict[str, Any] = {}
    for text in demo_registers():
        sheet = read_register_sheet(text, today=NOW.date())
        found[sheet.register.value] = {entry.key: entry for entry in sheet.entries}
    registers = Registers(**found)

    appeals = [read_sheet(text, now=NOW, registers=registers) for text in named_sheets()]

    assert {one.entry for appeal in appeals for one in appeal.addressees} == set(found["offices"])
    assert {one.key for appeal in appeals for one in appeal.obligations} == set(found["obligations"])
    assert {appeal.campaign for appeal in appeals} == {"forced-returns"}
    assert all(faults_of_length(appeal, Texts("en"), now=NOW) == [] for appeal in appeals)


EVERYTHING = f"{FACTS}\n{PLACE}\n{EVENT}\nexplains: [sur-place]\n".replace("kind: petition\n", "")
WHOLE = changed(("kind: petition", f"{EVERYTHING}kind: petition"), ("sources:\n  - type: ngo", SOURCES))


def test_a_sheet_with_everything_survives_json_without_what_is_restricted() -> None:
    appeal = read(WHOLE)
    again = Appeal.model_validate_json(appeal.model_dump_json())

    assert appeal.restricted != Restricted()
    assert again == appeal.model_copy(update={"restricted": Restricted()})
    assert again.digest() == appeal.digest()


KEYS = sorted(
    {
        *Appeal.model_fields,
        "when",
        "actor",
        "act",
        "entry",
        "id",
        "en",
        "ko",
        "until",
        "date",
        "restricted",
        "confidential",
    }
)
VALUES = st.sampled_from(
    [
        "yes",
        "no",
        "unknown",
        "hundreds",
        "exact",
        "cn-cat-3",
        "kr-president",
        "in 3 days",
        "2006-10",
        "2026-12-08 14:00",
    ]
) | st.text(max_size=6)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=6))
def test_whatever_a_head_holds_the_sheet_is_read_or_refused(tree: dict[str, Tree]) -> None:
    whole = read_head(WHOLE.split("---")[1], 1, Findings()) or {}
    body = WHOLE[WHOLE.index("# en") :]

    for head in (tree, whole | tree):
        written = yaml.safe_dump(head, allow_unicode=True, default_style='"')
        with contextlib.suppress(SheetFaults):
            appeal = read(f"---\n{written}\n---\n{body}")
            assert Appeal.model_validate_json(appeal.model_dump_json()).digest() == appeal.digest()
