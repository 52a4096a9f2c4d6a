"""Writing the package of a handover, for a chat as for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.letters.package import Sender, package_words
from storage.appeals.records import appeal_of_version
from storage.exports.handover_package import write_package
from storage.notes import signer_of

if TYPE_CHECKING:
    from datetime import datetime
    from typing import BinaryIO

    from handlers.texts import Texts
    from storage.database import Database
    from storage.exports.handover_package import PackageWords
    from storage.petitions.handing_over.contents import Contents
    from storage.petitions.handing_over.handovers import Handover
    from storage.petitions.log.manifest import Manifest


async def write_handover(
    db: Database, texts: Texts, organisation: str, handover: Handover, out: BinaryIO, now: datetime
) -> Manifest:
    """Write the package of *handover* into *out*, which can be sought in and stays open.

    Raises:
        MissingFont: If no installed font has a letter of the letter or of a name.
    """
    appeal = await appeal_of_version(db, handover.version)
    sender = Sender(organisation, texts, signer_of(db.key).public)

    def words_for(contents: Contents) -> PackageWords:
        return package_words(appeal, handover, contents, sender)

    return await write_package(db, appeal, handover, words_for, out, now)


def package_name(handover: Handover) -> str:
    """Return the name of the file, such as `DEMO-002-a1-1.zip`."""
    return f"{handover.code}-{handover.addressee}-{handover.number}.zip"
