"""The sheet of an appeal: what it holds, what is wrong with it and on which line."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.demo import demo_sheets
from storage.appeals.model import Appeal
from storage.appeals.parts import Restricted
from storage.appeals.sheets.faults import Fault, Problem, SheetFaults
from storage.appeals.sheets.sheet import HEAD_MAX, SIZE_MAX, empty_sheet, read_sheet
from storage.appeals.vocabulary import Kind, Minors, Qualifier, Topic
from tests.storage.sheets import NOW, SEOUL, SHEET, changed, faults_of, found_in, read


def test_a_sheet_becomes_an_appeal() -> None:
    appeal = read(SHEET)

    assert (appeal.code, appeal.kind, appeal.goal) == ("ORG-2026-001", Kind.PETITION, 15_000)
    assert appeal.topics == (Topic.FORCED_RETURN, Topic.SUMMIT)
    assert appeal.deadline == datetime(2026, 12, 1, 18, 0, tzinfo=SEOUL)
    assert appeal.languages == ("en", "ko")
    assert appeal.texts["en"].background == "First paragraph, in two lines.\n\nSecond paragraph."
    assert appeal.addressees[0].demands["en"] == ("Ask for this.", "Ask for that.")
    assert appeal.people_at_risk.minors is Minors.NO
    assert appeal.contact.hide_email_in_broadcast


def test_norway_and_a_month_keep_their_meaning() -> None:
    appeal = read(SHEET)

    assert appeal.countries == ("KR", "NO")
    assert appeal.figures[0].as_of == "2013-06"
    assert appeal.figures[0].qualifier is Qualifier.AT_MOST


def test_one_name_stands_for_all_languages() -> None:
    assert read(SHEET).sources[0].publisher == {"en": "NKHR", "ko": "NKHR"}


def test_an_appeal_survives_json_with_its_digest() -> None:
    for text in (SHEET, *demo_sheets()):
        appeal = read(text)
        again = Appeal.model_validate_json(appeal.model_dump_json())

        assert again == appeal.model_copy(update={"restricted": Restricted()})
        assert again.digest() == appeal.digest()


def test_the_digest_changes_with_a_single_letter() -> None:
    assert read(SHEET).digest() != read(changed(("A title", "A  titles"))).digest()


@pytest.mark.parametrize(
    ("minors", "named", "approvals"),
    [("no", "no", 1), ("unknown", "no", 1), ("yes", "no", 2), ("no", "yes", 2), ("yes", "yes", 2)],
)
def test_children_and_named_people_need_two_approvals(minors: str, named: str, approvals: int) -> None:
    risk = f"minors: {minors}, named_publicly: {named}, consent_reference: file 12"

    assert read(changed(("minors: no, named_publicly: no", risk))).approvals_needed == approvals


def test_a_count_of_people_may_be_unknown() -> None:
    assert read(changed(("count: 9", "count: unknown"))).people_at_risk.count is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("in 3 days", datetime(2026, 3, 4, 23, 59, tzinfo=SEOUL)),
        ("in 1 day", datetime(2026, 3, 2, 23, 59, tzinfo=SEOUL)),
        ("2026-03-02", datetime(2026, 3, 2, 23, 59, tzinfo=SEOUL)),
        ("2026-03-01 21:01", datetime(2026, 3, 1, 21, 1, tzinfo=SEOUL)),
    ],
)
def test_deadlines_are_read_in_the_zone_of_the_sheet(written: str, meant: datetime) -> None:
    assert read(changed(("2026-12-01 18:00", written))).deadline == meant


def test_an_event_may_count_from_today() -> None:
    event = "anchor_event: {name: {en: Summit, ko: 회담}, date: in 2 days}\nsources:"

    anchor = read(changed(("sources:", event), ("2026-12-01 18:00", "in 1 day"))).anchor_event

    assert anchor
    assert anchor.date == date(2026, 3, 3)


def test_a_statement_needs_neither_goal_nor_addressee() -> None:
    head, tail = SHEET.split("addressees:\n")
    text = head + tail[tail.index("contact:") :]
    for asked in ("## Demands a1\n1. Ask\n   for this.\n2. Ask for that.\n", "goal: 15000\n"):
        text = text.replace(asked, "")

    appeal = read(text[: text.rindex("## Demands a1")].replace("kind: petition", "kind: statement"))

    assert appeal.goal is None
    assert appeal.addressees == ()


def test_a_sheet_may_continue_an_appeal_and_say_what_it_corrects() -> None:
    appeal = read(
        changed(("kind: petition", "about: ORG-2025-009\nchange_note: {en: 3 May., ko: 5월 3일.}\nkind: petition"))
    )

    assert appeal.about == "ORG-2025-009"
    assert appeal.change_note == {"en": "3 May.", "ko": "5월 3일."}


PHOTO = """\
photo:
  caption: {en: The river at Tumen, ko: 투먼의 강가}
  credit: Kim
  date: 2026-02
  alt: {en: A wide river., ko: 넓은 강.}
kind: petition"""


def test_a_photo_section_says_what_a_picture_shows_when_and_whose_it_is() -> None:
    photo = read(changed(("kind: petition", PHOTO))).photo

    assert photo is not None
    assert (photo.caption["ko"], photo.credit, photo.date, photo.alt["en"]) == (
        "투먼의 강가",
        "Kim",
        "2026-02",
        "A wide river.",
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  credit: Kim\n", "", (3, "photo.credit", Problem.MISSING)),
        ("  credit: Kim\n", "  credit:\n", (5, "photo.credit", Problem.MISSING)),
        ("  credit: Kim\n", f"  credit: {'x' * 201}\n", (5, "photo.credit", Problem.TOO_LONG)),
        ("  date: 2026-02\n", "", (3, "photo.date", Problem.MISSING)),
        ("  date: 2026-02\n", "  date: 2026-04\n", (6, "photo.date", Problem.FUTURE)),
        ("  date: 2026-02\n", "  date: spring\n", (6, "photo.date", Problem.DATE_FORM)),
        (", ko: 투먼의 강가", "", (4, "photo.caption", Problem.LANGUAGE_MISSING)),
        ("{en: A wide river., ko: 넓은 강.}", "A wide river.", (7, "photo.alt", Problem.NEEDS_LANGUAGES)),
        ("  alt: {en: A wide river., ko: 넓은 강.}\n", "", (3, "photo.alt", Problem.MISSING)),
        ("  credit: Kim\n", "  credit: Kim\n  camera: X\n", (6, "photo.camera", Problem.UNKNOWN_KEY)),
    ],
)
def test_a_photo_section_is_whole_or_refused(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert old in PHOTO

    assert found_in(("kind: petition", PHOTO.replace(old, new))) == [fault]


CO_SIGNERS = """\
endorsers:
  organisations: 61
  parliamentarians_named: 2
  parliamentarians_other: 32
  co_signers:
    - name: {en: Kim Aran, ko: 김아란}
      office: {en: Member of the National Assembly, ko: 국회의원}
    - name: Lord Example
      office: {en: Member of the House of Lords, ko: 영국 상원의원}
kind: petition"""


def test_the_named_co_signers_have_an_office_and_a_name_in_each_language() -> None:
    endorsers = read(changed(("kind: petition", CO_SIGNERS))).endorsers

    assert (endorsers.parliamentarians_named, endorsers.parliamentarians_other) == (2, 32)
    assert [(one.name["ko"], one.office["ko"]) for one in endorsers.co_signers] == [
        ("김아란", "국회의원"),
        ("Lord Example", "영국 상원의원"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("_named: 2", "_named: 3", (5, "endorsers.parliamentarians_named", Problem.NAMED_COUNT)),
        ("_named: 2", "_named: many", (5, "endorsers.parliamentarians_named", Problem.NOT_A_NUMBER)),
        ("  parliamentarians_named: 2\n", "", (3, "endorsers.parliamentarians_named", Problem.NAMED_COUNT)),
        (", ko: 국회의원", "", (9, "endorsers.co_signers.1.office", Problem.LANGUAGE_MISSING)),
        (
            "    - name: Lord Example\n      office",
            "    - office",
            (10, "endorsers.co_signers.2.name", Problem.MISSING),
        ),
        ("name: Lord", "title: Sir\n      name: Lord", (10, "endorsers.co_signers.2.title", Problem.UNKNOWN_KEY)),
    ],
)
def test_co_signers_are_all_named_as_counted_or_refused(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert old in CO_SIGNERS

    assert found_in(("kind: petition", CO_SIGNERS.replace(old, new))) == [fault]


def test_pasted_text_is_cleaned() -> None:
    pasted = "\ufeff" + changed(("A title", "Cafe\u0301\u00a0noir \u3000\u00ad")).replace("\n", "\r\n")

    assert read(pasted).texts["en"].title == "Café noir"


def test_remarks_are_not_shown() -> None:
    assert read(changed(("A summary.", "<!-- two\nlines --> A summary."))).texts["en"].summary == "A summary."


def test_all_faults_are_told_at_once_in_the_order_of_lines() -> None:
    edits = (
        ("goal: 15000", "goal: many"),
        ("urgency: high", "urgency: soon"),
        ("email: desk@example.org", "email: desk"),
        ("2. 저것을 해 주십시오.\n", ""),
        ("A summary.", "x" * 301),
    )

    assert faults_of(changed(*edits)) == [
        Fault(4, "urgency", Problem.NOT_ONE_OF, "critical, high, normal"),
        Fault(9, "goal", Problem.NOT_A_NUMBER),
        Fault(22, "contact.email", Problem.EMAIL_FORM),
        Fault(37, "en, Summary", Problem.TOO_LONG, "301 > 300"),
        Fault(55, "ko, Demands a1", Problem.DEMAND_COUNT, "1 ≠ 2 (en)"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("code: ORG-2026-001", "code: org", (2, "code", Problem.CODE_FORM)),
        ("code: ORG-2026-001", f"code: ORG{'-12345678' * 3}", (2, "code", Problem.CODE_FORM)),
        ("code: ORG-2026-001\n", "", (1, "code", Problem.MISSING)),
        ("kind: petition", "about: no code\nkind: petition", (3, "about", Problem.CODE_FORM)),
        ("kind: petition", "about: ORG-2026-001\nkind: petition", (3, "about", Problem.OWN_CODE)),
        ("kind: petition", "change_note: A slip.\nkind: petition", (3, "change_note", Problem.NEEDS_LANGUAGES)),
        ("kind: petition", "change_note: {en: A slip.}\nkind: petition", (3, "change_note", Problem.LANGUAGE_MISSING)),
        (
            "kind: petition",
            f"change_note: {{en: A slip., ko: {'가' * 201}}}\nkind: petition",
            (3, "change_note.ko", Problem.TOO_LONG),
        ),
        ("kind: petition", "kind:", (3, "kind", Problem.MISSING)),
        ("kind: petition", "kind: [petition]", (3, "kind", Problem.NOT_ONE_OF)),
        ("urgency: high", "urgency: high\nurgency: high", (5, "urgency", Problem.DUPLICATE)),
        ("urgency: high", "urgency: high\ntexts: x", (5, "texts", Problem.UNKNOWN_KEY)),
        ("urgency: high", "urgency: high\nurgncy: x", (5, "urgncy", Problem.UNKNOWN_KEY)),
        ("urgency: high", "urgency: high\ncontent_note: maybe", (5, "content_note", Problem.NOT_YES_OR_NO)),
        ("[forced-return, summit]", "summit", (5, "topics", Problem.NOT_A_LIST)),
        ("[forced-return, summit]", "[]", (5, "topics", Problem.MISSING)),
        ("[forced-return, summit]", "[summit, weather]", (5, "topics.2", Problem.NOT_ONE_OF)),
        ("[forced-return, summit]", "[summit, summit]", (5, "topics", Problem.DUPLICATE)),
        ("[KR, NO]", "[KR, EU]", (6, "countries.2", Problem.UNKNOWN_COUNTRY)),
        ("2026-12-01 18:00", "soon", (7, "deadline", Problem.DEADLINE_FORM)),
        ("2026-12-01 18:00", "2026-02-30", (7, "deadline", Problem.DEADLINE_FORM)),
        ("2026-12-01 18:00", "9999-12-31", (7, "deadline", Problem.DEADLINE_FORM)),
        ("2026-12-01 18:00", "2026-03-01 21:00", (7, "deadline", Problem.PAST)),
        ("Asia/Seoul", "Seoul", (8, "timezone", Problem.UNKNOWN_TIMEZONE)),
        ("goal: 15000\n", "", (1, "goal", Problem.MISSING)),
        ("goal: 15000", "goal: 0", (9, "goal", Problem.NOT_A_NUMBER)),
        ("goal: 15000", "goal: 15,000", (9, "goal", Problem.NOT_A_NUMBER)),
        ("minors: no, ", "", (10, "people_at_risk.minors", Problem.MISSING)),
        ("id: a1", "id: First!", (12, "addressees.1.id", Problem.ID_FORM)),
        ("      ko: 대통령\n", "", (13, "addressees.1.office", Problem.LANGUAGE_MISSING)),
        (
            "      ko: 대통령\n",
            "      ko: 대통령\n      ja: 大統領\n",
            (16, "addressees.1.office.ja", Problem.LANGUAGE_WITHOUT_SECTION),
        ),
        ("letter_language: ko", "letter_language: zh", (17, "addressees.1.letter_language", Problem.UNKNOWN_LANGUAGE)),
        ("[post, hand]", "[post, pigeon]", (18, "addressees.1.methods.2", Problem.NOT_ONE_OF)),
        ("[post, hand]", "[post]\n    demands: x", (19, "addressees.1.demands", Problem.UNKNOWN_KEY)),
        ("{en: Coordinator, ko: 담당자}", "Coordinator", (21, "contact.role", Problem.NEEDS_LANGUAGES)),
        ("{en: Coordinator, ko: 담당자}", "[x]", (21, "contact.role", Problem.NOT_A_GROUP)),
        ("  - type: ngo\n", "  - {type: ngo, title: x}\n" * 50 + "  - type: ngo\n", (29, "sources", Problem.TOO_MANY)),
        ("name: Desk", "name: {en: Desk}", (20, "contact.name", Problem.NOT_A_TEXT)),
        ("value: 2000", "value: many", (25, "figures.1.value", Problem.VALUE_FORM)),
        ("    attributed_to: NKHR\n", "", (24, "figures.1.attributed_to", Problem.MISSING)),
        ("as_of: 2013-06", "as_of: June 2013", (28, "figures.1.as_of", Problem.DATE_FORM)),
        ("as_of: 2013-06", "as_of: 2026-04", (28, "figures.1.as_of", Problem.FUTURE)),
        ("sources:", "signatory: Kim\nsources:", (29, "signatory", Problem.NOT_A_GROUP)),
        (
            "sources:",
            "anchor_event: {name: {en: x, ko: x}, date: later}\nsources:",
            (29, "anchor_event.date", Problem.DEADLINE_FORM),
        ),
        ("title: Report", "title: Report\n    link: ftp://x", (33, "sources.1.link", Problem.LINK_FORM)),
        ("# en", "stray\n# en", (34, "", Problem.STRAY_TEXT)),
        ("# en\n", "# en\nstray\n", (35, "en", Problem.STRAY_TEXT)),
        ("## Title\nA title\n", "", (34, "en, Title", Problem.MISSING)),
        ("A title", "", (35, "en, Title", Problem.MISSING)),
        ("## Title\nA", "## Titel\nB\n## Title\nA", (35, "en", Problem.UNKNOWN_SECTION)),
        ("## Summary", "## Title\nTwice\n## Summary", (37, "en, Title", Problem.DUPLICATE)),
        ("A title", "A <!-- title", (36, "", Problem.OPEN_COMMENT)),
        ("A title", "A\u0000 title", (36, "", Problem.CONTROL_CHARACTER)),
        ("A title", "A \u202etitle", (36, "", Problem.CONTROL_CHARACTER)),
        ("1. Ask\n", "- Ask\n1. Ask\n", (45, "en, Demands a1", Problem.NOT_NUMBERED)),
        ("2. Ask for that.", f"2. {'y' * 401}", (47, "en, Demands a1, 2", Problem.TOO_LONG)),
        ("# ko\n", "# ko\n## Demands a9\n1. x\n", (49, "ko, Demands a9", Problem.NO_SUCH_ADDRESSEE)),
        ("# ko\n", "# en\n# ko\n", (48, "en", Problem.DUPLICATE)),
        ("# ko\n", "# tlh\n## Title\nnuq\n# ko\n", (48, "tlh", Problem.UNKNOWN_LANGUAGE)),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, fault: tuple[int, str, Problem]) -> None:
    assert fault in found_in((old, new))


def test_a_thanks_says_whose_signers_are_thanked() -> None:
    assert {(field, problem) for _, field, problem in found_in(("kind: petition", "kind: thanks"))} >= {
        ("about", Problem.MISSING)
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault(1, "", Problem.NO_HEAD)),
        ("hello", Fault(1, "", Problem.NO_HEAD)),
        ("---\ncode: X", Fault(1, "", Problem.NO_HEAD)),
        ("---\n---\n", Fault(2, "", Problem.NO_LANGUAGE)),
        (f"---\n{'#' * (HEAD_MAX + 1)}\n---\n", Fault(1, "", Problem.TOO_LARGE, "30001 > 30000")),
        ("x" * (SIZE_MAX + 1), Fault(0, "", Problem.TOO_LARGE, "200001 > 200000")),
    ],
)
def test_what_is_no_sheet_is_said_to_be_none(text: str, fault: Fault) -> None:
    assert faults_of(text) == [fault]


@pytest.mark.parametrize(
    ("head", "problem", "line"),
    [
        ("code: &x ORG-1\nkind: *x", Problem.YAML_TRICK, 2),
        ("code: ORG-1\nkind: *x", Problem.YAML_TRICK, 3),
        ("code: !!python/object:os.system x", Problem.YAML_TRICK, 2),
        (f"code: {'[' * 5000}", Problem.TOO_DEEP, 2),
        (f"{'? ' * 3000}", Problem.TOO_DEEP, 2),
        ("code: ORG-1\nkind: 'petition\ngoal: 5\n", Problem.NOT_YAML, 3),
        ("code: ORG-1\n\tkind: x", Problem.NOT_YAML, 3),
        ("[code, kind]", Problem.NOT_YAML, 2),
        ("[a, b]: x", Problem.NOT_YAML, 2),
        ("just words", Problem.NOT_YAML, 2),
    ],
)
def test_yaml_that_no_sheet_needs_is_refused(head: str, problem: Problem, line: int) -> None:
    faults = faults_of(f"---\n{head}\n---\n# en\n")

    assert (line, problem) in [(fault.line, fault.problem) for fault in faults]


def test_a_broken_head_does_not_hide_the_faults_of_the_body() -> None:
    problems = [problem for _, _, problem in found_in(("goal: 15000", "goal: '"), ("## Title", "## Titel"))]

    assert Problem.NOT_YAML in problems
    assert Problem.UNKNOWN_SECTION in problems


def test_a_mistyped_language_is_one_fault_not_one_for_each_of_its_words() -> None:
    assert found_in(("# ko", "# kr-KR-x"))[-1] == (48, "kr-KR-x", Problem.UNKNOWN_LANGUAGE)
    assert len(found_in(("# ko", "# kr-KR-x"))) == 2


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_unfilled_sheet_names_every_missing_part(language: str) -> None:
    faults = faults_of(empty_sheet(language))

    assert {fault.problem for fault in faults} == {Problem.MISSING, Problem.LANGUAGE_MISSING}
    named = {fault.field for fault in faults}
    assert named >= {"code", "kind", "urgency", "topics", "countries", "deadline", "timezone", "goal"}
    assert named >= {"people_at_risk.count", "addressees.1.office", "contact.email", "sources.1.title"}
    assert named >= {"en, Title", "ko, Summary", "ko, Background", "en, Demands a1"}


_OPTIONAL = (
    *("about", "change_note", "help_line", "facts", "place", "figures", "anchor", "photo", "endorsers", "signatory"),
    *("campaign", "explains", "obligations"),
)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_option_of_the_empty_sheet_is_a_real_one(language: str) -> None:
    head = empty_sheet(language).split("---")[1]
    optional = re.sub(r"(?m)^# (?=[a-z_]+:|  )", "", head[head.index("# about:") :])

    faults = faults_of(f"---\n{optional}---\n# en\n# ko\n")

    assert not [fault for fault in faults if fault.field.startswith(_OPTIONAL)]


def test_the_demo_appeals_are_alive_on_any_day() -> None:
    for now in (NOW, datetime(2031, 12, 31, 23, 30, tzinfo=UTC)):
        appeals = [read_sheet(text, now=now) for text in demo_sheets()]

        assert [appeal.code for appeal in appeals] == ["DEMO-001", "DEMO-002", "DEMO-003"]
        assert all(appeal.deadline > now for appeal in appeals)


def test_the_model_itself_refuses_what_is_not_whole() -> None:
    whole, both = read(SHEET).model_dump(mode="json"), {"en": "x", "ko": "x"}
    broken = [
        whole | {"goal": None},
        whole | {"about": whole["code"]},
        whole | {"change_note": {"en": "A slip."}},
        whole | {"addressees": []},
        whole | {"addressees": whole["addressees"] * 2},
        whole | {"addressees": [whole["addressees"][0] | {"demands": {}}]},
        whole | {"addressees": [whole["addressees"][0] | {"demands": {"en": ["x"], "ko": ["x", "y"]}}]},
        whole | {"texts": {"en": whole["texts"]["en"]}},
        whole | {"deadline": "2026-12-01T18:00:00"},
        whole | {"endorsers": {"parliamentarians_named": 2, "co_signers": [{"name": both, "office": both}]}},
        whole | {"endorsers": {"parliamentarians_named": 1, "co_signers": [{"name": both, "office": {"en": "x"}}]}},
    ]

    for document in broken:
        with pytest.raises(ValidationError):
            Appeal.model_validate(document)


def read_or_refuse(text: str) -> None:
    with contextlib.suppress(SheetFaults):
        read(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)
    read_or_refuse(f"---\n{text}\n---\n# en\n{text}")


@given(st.lists(st.text(st.characters(exclude_categories=[])), max_size=3))
def test_even_halves_of_characters_are_refused_by_name(pieces: list[str]) -> None:
    read_or_refuse(SHEET.replace("A title", "".join(pieces)))


SNIPPETS = [
    *("", "---\n", "# en\n", "## Title\n", "- ", ": ", "[", "{", "}", "'", '"', "&a ", "*a", "!x ", "? ", "<!--"),
    *("in 9999 days", "9" * 5000, "\t", "\n", "\x00", "\u2028", "~", "null", "unknown", "日本"),
]


@given(
    st.sampled_from((SHEET, *demo_sheets())),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(SNIPPETS) | st.text(max_size=8)),
        min_size=1,
        max_size=5,
    ),
)
def test_any_mutilated_sheet_is_read_or_refused(sheet: str, cuts: list[tuple[float, int, str]]) -> None:
    for place, dropped, put in cuts:
        at = int(place * len(sheet))
        sheet = sheet[:at] + put + sheet[at + dropped :]
    read_or_refuse(sheet)


@pytest.mark.parametrize(
    ("escape", "mark"),
    [("\\u202e", "U+202E"), ("\\0", "U+0000"), ("\\ud800", "U+D800"), ("\\x7f", "U+007F"), ("\\uFFFE", "U+FFFE")],
)
def test_an_escape_brings_in_no_control_character(escape: str, mark: str) -> None:
    value = f'"a{escape}b"'
    for edit, field in (
        (("      en: President", f"      en: {value}"), "addressees.1.office.en"),
        (("  name: Desk", f"  name: Desk\n  {value}: x"), "contact"),
        (("topics: [forced-return, summit]", f"topics: [forced-return, {value}]"), "topics.2"),
    ):
        assert (field, mark) in [(one.field, one.detail) for one in faults_of(changed(edit))]
        assert all(str(one).encode() for one in faults_of(changed(edit)))
        assert all(one.line for one in faults_of(changed(edit)))


@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF", "\\uZZZZ", "\\q"])
def test_an_escape_of_no_character_is_named_with_its_line(escape: str) -> None:
    (fault,) = faults_of(changed(("      en: President", f'      en: "{escape}"')))

    assert (fault.line, fault.problem) == (14, Problem.NOT_YAML)


@pytest.mark.parametrize("written", ['"Presi\\n \\r\\ndent"', '"Presi\\Ldent"', '"Presi\\u3000dent"'])
def test_what_an_escape_breaks_is_one_line(written: str) -> None:
    assert read(changed(("      en: President", f"      en: {written}"))).addressees[0].office["en"] == "Presi dent"
    block = "      en: |\n        Presi\n        dent"
    assert read(changed(("      en: President", block))).addressees[0].office["en"] == "Presi dent"
