"""What storage refuses, by name of the fact.

StorageError
├── CannotStart           the operator must do something first; the message says what
│   ├── BadSecretKey
│   └── DatabaseTooNew
├── NoSuchAppeal
├── CodeTaken             an appeal has it
├── WouldReplace          somebody's version, or one that is no draft any more
├── WrongState            the appeal is not where the deed needs it to be
├── PetitionClosed
├── SignatureInvalidated  a coordinator took it out
├── NoSuchBatch
├── NamesNotKept          their time is over, so that they count for good
├── OwnAppeal             nobody approves what they wrote
├── OwnProposal           nor agrees to what they proposed
├── AlreadyApproved
├── NoPhotoForeseen       the sheet has no photo section
├── NotTheAuthor          the picture comes with the sheet, from the same hand
├── InvitationSpent       used, expired or never made
├── OrganisationKnown     the register has that name
├── NoSuchOrganisation    not in the register, or it has left
├── AlreadyRepresents     one person speaks for one organisation
├── NotRepresentative     the person speaks for none
├── LaterVersion          readers see another text now
├── EndorsingOver         the time for endorsements of this appeal is over
├── NoSuchCoordinator     unknown alias, or one's own
├── NothingNew            an addressee has everything already
├── NoSuchHandover
├── NoSuchCanary          no epoch of keys waits for this word
├── EpochOver             a tip was sealed to keys that are not in force any more
├── NoSuchTip             unknown tag, or closed
├── TipHeld               another coordinator works on it
├── NotHeld               nobody does: claim it first
├── NotRated              there is no such rating to agree to
├── OwnRating             nobody agrees to what they rated
├── RaterGone             nor to what somebody rated who has left
├── NeedsSecondSource     "confirmed" is for tips with that label
├── BundleUsed            a signed bundle is loaded once
├── BundleOutOfTime       too old, of tomorrow, or older than the last one
├── NotAReviewer          its author does not review tips
├── NoSuchEntry           no entry of the timeline, or of no such thread
├── NoSuchKey             no entry of a register
├── LanguagesLost         an entry keeps the languages that it has
├── NoSuchNews            never written, given up or sent
├── NotForNews            nobody may be told, or everybody was
├── OwnNews               nobody approves what they wrote to people
├── NoSuchTask            unknown, or done
├── NoSuchMoment          unknown, or cancelled
└── LastOwner             there must be one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class StorageError(Exception):
    """Something that storage refuses; nothing was changed."""


class CannotStart(StorageError):
    """A fault of the installation; the message is one line that says what to do."""


class BadSecretKey(CannotStart):
    """The key file is missing, unreadable, or not the one of this database."""


class DatabaseTooNew(CannotStart):
    """The database was written by a later version of Clarion."""


class NoSuchAppeal(StorageError):
    """No appeal has this code, or none that the person may see."""


class CodeTaken(StorageError):
    """An appeal has this code already."""


class WouldReplace(StorageError):
    """A draft would take the place of another coordinator's version, or of one that is no draft any more.

    Attributes:
        author: Row of the coordinator who wrote that version.
    """

    def __init__(self, number: int, author: int, state: str) -> None:
        super().__init__()
        self.number = number
        self.author = author
        self.state = state


class WrongState(StorageError):
    """The appeal is not in a state in which this can be done."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class PetitionClosed(StorageError):
    """The petition does not take signatures now."""


class SignatureInvalidated(StorageError):
    """A coordinator took the person's signature out of the count."""


class NoSuchBatch(StorageError):
    """The petition has no batch of this number."""


class NamesNotKept(StorageError):
    """The names of these signatures were erased when their time was over: they count for good."""


class OwnAppeal(StorageError):
    """The author of an appeal cannot approve it."""


class OwnProposal(StorageError):
    """Whoever proposed something cannot be the one who agrees to it."""


class AlreadyApproved(StorageError):
    """The coordinator has approved this version before."""


class NoPhotoForeseen(StorageError):
    """The sheet of the appeal has no photo section: nothing says what the picture shows and whose it is."""


class NotTheAuthor(StorageError):
    """Another coordinator wrote the version that the picture is for."""


class InvitationSpent(StorageError):
    """The invitation was used, has expired or was never made."""


class OrganisationKnown(StorageError):
    """An organisation of this name is in the register."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class NoSuchOrganisation(StorageError):
    """The register has no such organisation, or it has left the coalition."""


class AlreadyRepresents(StorageError):
    """The person represents an organisation, this one or another."""


class NotRepresentative(StorageError):
    """The person represents no organisation."""


class LaterVersion(StorageError):
    """Another version of the appeal took the place of the one that the person read."""


class EndorsingOver(StorageError):
    """The time until which organisations could endorse the appeal is over; it may still be open for signatures."""


class NoSuchCoordinator(StorageError):
    """No coordinator whose role one may end has this alias."""


class NothingNew(StorageError):
    """Nothing has changed since the addressee's last handover, or that handover was made a moment ago."""


class NoSuchHandover(StorageError):
    """No handover to that addressee has this number."""


class EpochOver(StorageError):
    """The epoch of keys to which something was sealed is not the current one any more."""


class NoSuchTip(StorageError):
    """No open tip has this tag."""


class TipHeld(StorageError):
    """Another coordinator holds the tip now."""


class NotHeld(StorageError):
    """Nobody holds the tip, and the deed is for whoever does."""


class NotRated(StorageError):
    """The tip is not rated so any more, or somebody has agreed to it already."""


class OwnRating(StorageError):
    """Whoever rated a tip cannot be the one who agrees."""


class RaterGone(StorageError):
    """Whoever rated the tip has left: somebody who is here has to rate it before anybody agrees."""


class NeedsSecondSource(StorageError):
    """A content grade of 1 is for tips that carry the label of a second source."""


class NoSuchCanary(StorageError):
    """No proposed epoch of keys waits for this word."""


class BundleUsed(StorageError):
    """The signed bundle was loaded before."""


class BundleOutOfTime(StorageError):
    """The signed bundle was made too long ago, in days to come, or before the last one of its author."""


class NotAReviewer(StorageError):
    """The author of the signed bundle is a coordinator who does not review tips."""


class NoSuchEntry(StorageError):
    """The timeline has no such entry, or no such thread of that kind."""


class NoSuchKey(StorageError):
    """The register has no entry of that key."""


class LanguagesLost(StorageError):
    """Entries of a register would lose languages in which sheets may already use them."""

    def __init__(self, lost: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.lost = lost


class NoSuchNews(StorageError):
    """There is no such news that waits: it was never written, was given up, or was sent."""


class NotForNews(StorageError):
    """What was recorded cannot become news."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class OwnNews(StorageError):
    """Nobody approves what they wrote to people themselves."""


class NoSuchTask(StorageError):
    """There is no such task, or it is done."""


class NoSuchMoment(StorageError):
    """The calendar has no such moment, or it was cancelled."""


class LastOwner(StorageError):
    """Whoever it is about is the last owner, and there must be one."""
