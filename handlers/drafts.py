"""What a person has begun and that may be kept until they finish; tips are never among it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class SigningDraft:
    """An unfinished signing; a restart does not lose it.

    Attributes:
        version: Row of the appeal's version that the person was shown.
        consents: The purposes that are ticked so far.
        screen: The message with the current step; buttons of any other one are stale.
        of_age: The age in years that the person said to have reached; 0: they said nothing yet.
        changing: Whether it takes the place of what the person signed before.
        earlier: Whether *version* is a text that was signed and that a later one took the place of.
        language: In which the consents were shown last.
        wording: The version of their wording, as it was shown last.
    """

    code: str
    version: int
    name: str
    country: str
    consents: list[str]
    source: str | None = None
    screen: int = 0
    comment: str | None = None
    of_age: int = 0
    changing: bool = False
    earlier: bool = False
    language: str = ""
    wording: str = ""


@dataclass
class SendingDraft:
    """An unfinished plan of a sending; a restart does not lose it.

    Attributes:
        number: The appeal's version that the coordinator was shown.
        group: Whom it is for, as are the lists below: see `storage.letters.broadcasts.audience.Wanted`.
        canary: After how many letters it pauses; None: it does not.
        starts_at: When it begins, ISO 8601 in UTC; None: at once.
        paid_cap: How many Telegram Stars were agreed to; None: it is not paid for.
        step: What the coordinator may write next: see `handlers.coordinators.sending.planning.steps.Step`.
        screen: The message with the plan; buttons of any other one are stale.
    """

    code: str
    number: int
    group: str = "subscribers"
    of: str | None = None
    languages: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    cadences: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    canary: int | None = None
    starts_at: str | None = None
    paid_cap: int | None = None
    step: int = 1
    screen: int = 0


@dataclass
class BatchDraft:
    """Signatures on sheets as a coordinator enters them, or a batch that is about to be voided; a restart keeps it.

    A list of names is never in it: it stays with Telegram, and is read from there again for each look at it.

    Attributes:
        deed: By what the entering is known, so that it is done once.
        channel: By which way they came; empty while nobody said.
        signatures: How many; None: a list of names says.
        file: Telegram's name of that list.
        language: Of the sheets.
        version: Row of the appeal's version that is printed on them; 0 while nobody said.
        day: On which they were collected, ISO 8601; empty while nobody said.
        reference: Where the sheets or their scan are; empty: nobody said.
        voids: Number of the batch that is about to be voided.
        reason: Why it is.
        step: What the coordinator may do next: see `handlers.coordinators.petitions.batches.steps.Step`.
        screen: The message with that step; buttons of any other one are stale.
    """

    code: str
    deed: str
    channel: str = ""
    signatures: int | None = None
    file: str | None = None
    language: str = ""
    version: int = 0
    day: str = ""
    reference: str = ""
    voids: int | None = None
    reason: str = ""
    step: int = 1
    screen: int = 0


@dataclass
class InvalidatingDraft:
    """Signatures that a coordinator is about to take out of the count; a restart forgets it.

    Attributes:
        criteria: JSON of `storage.petitions.invalidations.criteria.Criteria`, up to the preview.
        found: How many they are.
        screen: The message that asks for the last word; buttons of any other one are stale.
    """

    code: str
    criteria: str
    found: int
    reason: str = ""
    screen: int = 0


@dataclass
class FormDraft:
    """A form that a coordinator has begun to fill in; a restart keeps it.

    Attributes:
        form: Its name.
        subject: What it is about.
        answers: By the names of its questions; what was skipped is empty.
        asked: The question that is open; empty: everything is answered and waits for the last word.
        language: In which a text in several languages is asked for now.
        ticked: What is chosen so far, of several choices of the open question.
        texts: What was written so far, of a text in several languages; what was skipped is empty.
        step: What the coordinator may send next: see `handlers.coordinators.forms.steps.Step`.
        screen: The message with that question; buttons of any other one are stale.
    """

    form: str
    subject: dict[str, str]
    answers: dict[str, str | list[str] | dict[str, str]] = field(default_factory=dict)
    asked: str = ""
    language: str = ""
    ticked: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    step: int = 1
    screen: int = 0


@dataclass
class Drafts:
    """What a person has begun and that may be kept until they finish; tips are never among it.

    Attributes:
        talks: Names of the conversations that they are in the middle of, the newest last.
    """

    signing: SigningDraft | None = None
    sending: SendingDraft | None = None
    batch: BatchDraft | None = None
    invalidating: InvalidatingDraft | None = None
    form: FormDraft | None = None
    talks: list[str] = field(default_factory=list)
