"""The closed lists an appeal chooses from; their values are what sheets, the database and exports hold."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of message an appeal is."""

    URGENT_ACTION = "urgent_action"
    PETITION = "petition"
    OPEN_LETTER = "open_letter"
    STATEMENT = "statement"
    UPDATE = "update"
    THANKS = "thanks"

    @property
    def asks(self) -> bool:
        """Whether it asks addressees for something, and people for their signature."""
        return self in {Kind.URGENT_ACTION, Kind.PETITION, Kind.OPEN_LETTER}


class Urgency(StrEnum):
    """How soon it goes out: critical before high before normal."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"


class Topic(StrEnum):
    """What subscribers choose to hear about."""

    FORCED_RETURN = "forced-return"
    DETENTION = "detention"
    BORDER = "border"
    CONSULAR_PROTECTION = "consular-protection"
    MINORS = "minors"
    SUMMIT = "summit"
    UN_ADVOCACY = "un-advocacy"
    UPR = "upr"
    PARLIAMENT = "parliament"


class Method(StrEnum):
    """How signatures and letters reach an addressee."""

    POST = "post"
    HAND = "hand"
    EMAIL = "email"
    FAX = "fax"


class Qualifier(StrEnum):
    """How a figure is to be read."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    REPORTED = "reported"


class Magnitude(StrEnum):
    """A number that nobody counted."""

    TENS = "tens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


class Actor(StrEnum):
    """Who acted, as a type."""

    POLICE = "police"
    BORDER_GUARD = "border_guard"
    MILITARY = "military"
    PRISON_STAFF = "prison_staff"
    OFFICIALS = "officials"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """What was done; the codes are those of HURIDOCS, micro-thesaurus 4."""

    REFOULEMENT = "refoulement"
    EXPULSION = "expulsion"
    DENIAL_OF_ASYLUM = "denial_of_asylum"
    DENIAL_OF_FAMILY_REUNION = "denial_of_family_reunion"
    DETENTION = "detention"
    DISAPPEARANCE = "disappearance"
    TORTURE = "torture"
    THREATS_AGAINST_FAMILY = "threats_against_family"

    @property
    def huridocs(self) -> str:
        """Return its code in the micro-thesaurus."""
        return _ACT_CODES[self]


_ACT_CODES = {
    Act.REFOULEMENT: "380101000000",
    Act.EXPULSION: "330101000000",
    Act.DENIAL_OF_ASYLUM: "330103000000",
    Act.DENIAL_OF_FAMILY_REUNION: "330104000000",
    Act.DETENTION: "030102000000",
    Act.DISAPPEARANCE: "030103000000",
    Act.TORTURE: "020111110000",
    Act.THREATS_AGAINST_FAMILY: "020103010200",
}


class SourceType(StrEnum):
    """Where a fact comes from."""

    NGO = "ngo"
    UN = "un"
    PRESS = "press"
    TESTIMONY = "testimony"
    FAMILY = "family"
    OFFICIAL = "official"


class Decision(StrEnum):
    """What two decide, on record, who approve an appeal that could harm those it is about."""

    MINORS = "minors"
    NAMED = "named"
    MINORS_AND_NAMED = "minors_and_named"


class Minors(StrEnum):
    """Whether children are among the people at risk."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
