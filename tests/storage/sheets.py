"""A sheet that tests change, and what it becomes or is refused for; registers that it may name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from storage.appeals.parts import Obligation
from storage.appeals.sheets.faults import Fault, Problem, SheetFaults
from storage.appeals.sheets.sheet import read_sheet
from storage.appeals.vocabulary import Method
from storage.registers.models import Campaign, Explanation, Office
from storage.registers.records import Registers

if TYPE_CHECKING:
    from storage.appeals.model import Appeal

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SEOUL = ZoneInfo("Asia/Seoul")

SHEET = """\
---
code: ORG-2026-001
kind: petition
urgency: high
topics: [forced-return, summit]
countries: [KR, NO]
deadline: 2026-12-01 18:00
timezone: Asia/Seoul
goal: 15000
people_at_risk: {count: 9, minors: no, named_publicly: no}
addressees:
  - id: a1
    office:
      en: President
      ko: 대통령
    salutation: {en: "Dear President,", ko: 대통령님께}
    letter_language: ko
    methods: [post, hand]
contact:
  name: Desk
  role: {en: Coordinator, ko: 담당자}
  email: desk@example.org
figures:
  - label: {en: people returned, ko: 송환된 사람}
    value: 2000
    qualifier: at most
    attributed_to: NKHR
    as_of: 2013-06
sources:
  - type: ngo
    publisher: NKHR
    title: Report
---
# en
## Title
A title
## Summary
A summary.
## Background
First paragraph,
in two lines.

Second paragraph.
## Demands a1
1. Ask
   for this.
2. Ask for that.
# ko
## Title
제목
## Summary
요약입니다.
## Background
배경입니다.
## Demands a1
1. 이것을 해 주십시오.
2. 저것을 해 주십시오.
"""


REGISTERS = Registers(
    offices={
        "kr-president": Office(
            key="kr-president",
            office={"en": "President of the Republic of Korea", "ko": "대한민국 대통령", "ja": "大韓民国大統領"},
            country="KR",
            salutation={"en": "Dear Mr/Madam President,", "ko": "대통령님께", "ja": "大統領閣下"},
            letter_language="ko",
            methods=(Method.POST, Method.EMAIL),
            checked_on=date(2026, 2, 1),
        )
    },
    obligations={
        "cn-cat-3": Obligation(
            key="cn-cat-3",
            treaty={"en": "Convention against Torture", "ko": "고문방지협약", "ja": "拷問等禁止条約"},
            article="3",
            state="CN",
            since=1988,
            words={
                "en": "No return to torture.",
                "ko": "고문이 기다리는 곳으로 보내지 않습니다.",
                "ja": "送還しない。",
            },
        ),
        "cn-crc-3": Obligation(
            key="cn-crc-3",
            treaty={"en": "Convention on the Rights of the Child"},
            state="CN",
            words={"en": "Children."},
        ),
    },
    explanations={"sur-place": Explanation(key="sur-place", title={"en": "Sur place"}, text={"en": "A refugee …"})},
    campaigns={"forced-returns": Campaign(key="forced-returns", name={"en": "Returns"}, about={"en": "…"}, since=2006)},
)


def read(text: str) -> Appeal:
    return read_sheet(text, now=NOW, registers=REGISTERS)


def changed(*edits: tuple[str, str]) -> str:
    text = SHEET
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def faults_of(text: str) -> list[Fault]:
    with pytest.raises(SheetFaults) as found:
        read(text)
    return list(found.value.faults)


def found_in(*edits: tuple[str, str]) -> list[tuple[int, str, Problem]]:
    return [(fault.line, fault.field, fault.problem) for fault in faults_of(changed(*edits))]
