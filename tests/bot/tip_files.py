"""Files of tips as the bot would seal them, and the people whose keys open them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from pyrage import x25519

from storage.exports.tip_bundle import BundledTip, write_bundle
from storage.sealing import Recipients, TipContent, read_recipients, seal_tip
from storage.tips.keys.epochs import Epoch
from storage.tips.receipts import receipt_keys
from storage.tips.words import Category, People, TipState, Urgency
from tests.storage.tip_rows import TOLD

ALICE, BINNA, CHAI = (x25519.Identity.generate() for _ in range(3))
RECEIPT = receipt_keys("12345-67890-12345-67890-12345", b"a salt of sixteen")
# Sealed by another program, and with the least work that the format allows: ours takes a second each time.
SEALED_KEY = """\
-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBEdDd2NW45N1lDaFBTcE1i
NjBwdnl3IDQKTVA4ckR5VDRTRGRNdTg3Mm5VV0xYSHA4OFN6WkZCUUtzcFVPWWhx
dmpCMAotLS0gWnJubU5wVkVRU2NvSTBTUVFwTnd3M3BCTjVHOXdiU3RiT3FZWjZJ
QU15QQrigRf/9Tbqc386PjpU1tgNFb/pI38LAHzTpnPW4zYwnl+DzdpB0HzWGSxj
OZhX0SzIs+oUagEj0ZEqlhfJu8JVLeLooi95kraTrg8BYPRf0X/GZqRkLUv4TSgh
EaYYWbRrr4zez5JZrNmBCZKI98abSFPR9Ya6Yeu4CZzOwfBJxqr/q969ojOZ21Dz
LBasK1ZuY8NsbvtXl8Gw9T6ZHZPQlujlxuCah1MD/quHsqrr2H4L7zzIC0bE
-----END AGE ENCRYPTED FILE-----
"""
SEALED_KEY_PUBLIC = "age1rqwds4737j7pvq37j78hyfn03fhae3lnvku9zt68vqrpyzv6udrstvg5pf"
MADE_ON, DAY = date(2026, 11, 22), date(2026, 11, 20)
TIP = replace(
    TOLD,
    text="=1+1 마을 게시판에 안내문이 붙었습니다.",
    place_note="",
    people=People.FEW,
    written_at=datetime(2026, 11, 20, 4, 50, 7, tzinfo=UTC),
    reply_recipient=RECEIPT.reply_recipient,
    may_share_with_partners=False,
    wishes_contact=True,
)


def recipients(**people: x25519.Identity | str) -> Recipients:
    """Return people by their aliases as recipients."""
    keys = {alias: each if isinstance(each, str) else str(each.to_public()) for alias, each in people.items()}
    return read_recipients("\n".join(f"{public} # {alias}" for alias, public in keys.items()))


TEAM = recipients(alice=ALICE, binna=BINNA, old=SEALED_KEY_PUBLIC)


def bundled(tag: str, sealed: bytes | TipContent = TIP, **known: Any) -> BundledTip:
    """Return a tip as the server keeps it, sealed to the team."""
    tip = BundledTip(
        tag=tag,
        category=Category.NOTICE,
        urgency=Urgency.NORMAL,
        day=DAY,
        state=TipState.NEW,
        epoch=1,
        expires_on=date(2027, 5, 19),
        sealed=sealed if isinstance(sealed, bytes) else seal_tip(sealed, TEAM),
    )
    return replace(tip, **known)


def tips_file(*tips: BundledTip, team: Recipients = TEAM, epoch: int = 1) -> bytes:
    """Return the file that a coordinator gets from the bot."""
    return write_bundle(tips, Epoch(epoch, team, datetime(2026, 11, 1, tzinfo=UTC)), MADE_ON)
