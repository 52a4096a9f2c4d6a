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


class SourceType(StrEnum):
    """Where a fact comes from."""

    NGO = "ngo"
    UN = "un"
    PRESS = "press"
    TESTIMONY = "testimony"
    FAMILY = "family"
    OFFICIAL = "official"


class Minors(StrEnum):
    """Whether children are among the people at risk."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
