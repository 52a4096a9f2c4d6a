"""The fixed words of a tip: what menus offer, and sealed tips and exports then say; values never change."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
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


class Urgency(StrEnum):
    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"


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


_SOURCE_CONNECTION = {
    HowKnown.SELF: "010100000000",
    HowKnown.WITNESS: "010200000000",
    HowKnown.RELATIVE: "020101000000",
    HowKnown.THIRD_PARTY: "030000000000",
    HowKnown.REPORTER: "030100000000",
    HowKnown.SERVICE: "040000000000",
    HowKnown.OTHER: "990000000000",
}
