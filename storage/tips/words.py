"""The fixed words of a tip: what menus offer, and sealed tips and exports then say; values never change."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from storage.appeals.vocabulary import Act


class Category(StrEnum):
    """What a tip is about."""

    INSPECTION = "inspection"
    ARREST = "arrest"
    DETENTION = "detention"
    TRANSFER = "transfer"
    RETURN = "return"
    NOTICE = "notice"
    LOST_CONTACT = "lost_contact"
    CONSULAR = "consular"
    ARRIVAL = "arrival"
    OTHER = "other"

    @property
    def huridocs(self) -> str | None:
        """The code in HURIDOCS list 4 (types of acts); None where no act of the list fits.

        A search, a transfer, a notice, a visit to a consulate or an arrival is none of them. Neither is lost contact:
        it may turn out to be a disappearance, but nobody has said so yet.
        """
        return _TYPE_OF_ACT.get(self)


class Urgency(StrEnum):
    """How soon somebody must look at a tip."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"

    @property
    def huridocs(self) -> str:
        """The code in HURIDOCS list 46 (priority); its codes follow the list's order: urgent, high, priority."""
        return _PRIORITY[self]


class Area(StrEnum):
    """Where it happened, as coarse as a province at most: a finer place could lead to somebody in hiding."""

    CN_BORDER = "cn_border"
    CN_OTHER = "cn_other"
    KP = "kp"
    KR = "kr"
    LA = "la"
    MN = "mn"
    RU = "ru"
    TH_CAPITAL = "th_capital"
    TH_NORTH = "th_north"
    VN = "vn"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"

    @property
    def country(self) -> str | None:
        """The country's code of ISO 3166-1; None where the area names none."""
        return None if self in {Area.ELSEWHERE, Area.UNKNOWN} else self[:2].upper()


class People(StrEnum):
    """How many people are affected, as a range: an exact number can give a group away."""

    ONE = "one"
    FEW = "2_10"
    DOZENS = "11_50"
    MORE = "more"
    UNKNOWN = "unknown"


class When(StrEnum):
    """When it happened, counted back from the moment of writing."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    EARLIER = "earlier"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How far the date can be relied on, after HURIDOCS list 48 (date type)."""

    EXACT = "exact"
    ESTIMATE = "estimate"
    UNKNOWN_DAY = "unknown_day"
    UNKNOWN_MONTH_AND_DAY = "unknown_month_and_day"

    @property
    def huridocs(self) -> str:
        """The term's code in HURIDOCS list 48 (date type); empty for an exact day, which needs no term there."""
        return _DATE_TYPE[self]


class HowKnown(StrEnum):
    """How the tipster knows, after HURIDOCS list 19 (source connection)."""

    SELF = "self"
    WITNESS = "witness"
    RELATIVE = "relative"
    THIRD_PARTY = "third_party"
    REPORTER = "reporter"
    SERVICE = "service"
    OTHER = "other"

    @property
    def huridocs(self) -> str:
        """The term's code in HURIDOCS list 19."""
        return _SOURCE_CONNECTION[self]


_DATE_TYPE = {
    Precision.EXACT: "",
    Precision.ESTIMATE: "010000000000",
    Precision.UNKNOWN_DAY: "020000000000",
    Precision.UNKNOWN_MONTH_AND_DAY: "030000000000",
}
_TYPE_OF_ACT = {
    Category.ARREST: Act.DETENTION.huridocs,
    Category.DETENTION: Act.DETENTION.huridocs,
    Category.RETURN: Act.REFOULEMENT.huridocs,
}
_PRIORITY = {
    Urgency.CRITICAL: "010000000000",
    Urgency.HIGH: "020000000000",
    Urgency.NORMAL: "030000000000",
}
_SOURCE_CONNECTION = {
    HowKnown.SELF: "010100000000",
    HowKnown.WITNESS: "010200000000",
    HowKnown.RELATIVE: "020101000000",
    HowKnown.THIRD_PARTY: "030000000000",
    HowKnown.REPORTER: "030100000000",
    HowKnown.SERVICE: "040000000000",
    HowKnown.OTHER: "990000000000",
}


class TipState(StrEnum):
    """Where a tip is on its way (architecture §5)."""

    NEW = "new"
    CLAIMED = "claimed"
    CORROBORATING = "corroborating"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    CLOSED = "closed"


class Label(StrEnum):
    """What coordinators note about a tip in clear; none says where or who."""

    NEEDS_TRANSLATION = "needs_translation"
    NEEDS_REPLY = "needs_reply"
    SECOND_SOURCE = "second_source"
    CHILDREN = "children"
    MEDICAL = "medical"
    FAMILY_CONCERNED = "family_concerned"
    DUPLICATE = "duplicate"
    SHARED = "shared"
    FOR_AN_APPEAL = "for_an_appeal"
    NOT_A_TIP = "not_a_tip"


class SourceGrade(StrEnum):
    """How reliable the source is: the letter of the two-axis rating (standards §3.3)."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"

    @property
    def huridocs(self) -> str:
        """The term's code in HURIDOCS list 42 (reliability)."""
        return _RELIABILITY[self]


class ContentGrade(IntEnum):
    """How likely the information is true: the digit of the two-axis rating (standards §3.3)."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6

    @property
    def huridocs(self) -> str:
        """The term's code in HURIDOCS list 41 (violation status)."""
        return _VIOLATION_STATUS[self]


_RELIABILITY = {
    SourceGrade.COMPLETELY: "010000000000",
    SourceGrade.USUALLY: "020000000000",
    SourceGrade.FAIRLY: "030000000000",
    SourceGrade.NOT_USUALLY: "040000000000",
    SourceGrade.UNRELIABLE: "050000000000",
    SourceGrade.CANNOT_BE_JUDGED: "990000000000",
}
_VIOLATION_STATUS = {
    ContentGrade.CONFIRMED: "010000000000",
    ContentGrade.PROBABLY_TRUE: "040000000000",
    ContentGrade.POSSIBLY_TRUE: "030000000000",
    ContentGrade.DOUBTFUL: "020000000000",
    ContentGrade.IMPROBABLE: "020000000000",
    ContentGrade.CANNOT_BE_JUDGED: "990000000000",
}
