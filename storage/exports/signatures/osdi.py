"""Signatures as campaign tools exchange them: JSON after the Open Supporter Data Interface (OSDI 1.2).

One document, written signature by signature: the petition, and in it the signatures, each with its person. Names are
one field with us, because their order differs between languages; so they stand in `custom_fields.full_name`. Comments
are left out: their signers were told that coordinators alone read them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from storage.appeals.model import Appeal
    from storage.exports.signatures.rows import ExportedSignature

SYSTEM = "clarion"


async def write_osdi(
    appeal: Appeal, total: int, link: str | None, signatures: AsyncIterator[ExportedSignature], out: BinaryIO
) -> int:
    """Write the petition with those of *signatures* that count, and return how many; the file stays open.

    *link* opens the petition, for who wants to sign.
    """
    petition = json.dumps(_petition(appeal, total, link), ensure_ascii=False)
    out.write(f'{petition.removesuffix("}")}, "_embedded": {{"osdi:signatures": ['.encode())
    count = 0
    async for signature in signatures:
        if signature.state != "valid":
            continue
        out.write(b",\n" if count else b"\n")
        out.write(json.dumps(_signature(appeal.code, signature), ensure_ascii=False).encode("utf-8", "replace"))
        count += 1
    out.write(b"\n]}}\n")
    return count


def _petition(appeal: Appeal, total: int, link: str | None) -> dict[str, Any]:
    language = appeal.languages[0]
    text = appeal.texts[language]
    demands = [demand for addressee in appeal.addressees for demand in addressee.demands[language]]
    return {
        "identifiers": [f"{SYSTEM}:{appeal.code}"],
        "name": appeal.code,
        "title": text.title,
        "summary": text.summary,
        "description": text.background,
        "petition_text": "\n".join(f"{number}. {demand}" for number, demand in enumerate(demands, 1)),
        "target": [{"name": addressee.office[language]} for addressee in appeal.addressees],
        "total_signatures": total,
        **({"browser_url": link} if link else {}),
    }


def _signature(code: str, signature: ExportedSignature) -> dict[str, Any]:
    referrer = {"source": signature.source} if signature.source else {}
    return {
        "identifiers": [f"{SYSTEM}:{code}-{signature.number}"],
        "action_date": signature.signed_at.isoformat(),
        "referrer_data": {**referrer, "referrer": signature.channel},
        "osdi:person": _person(code, signature),
    }


def _person(code: str, signature: ExportedSignature) -> dict[str, Any]:
    places = {"country": signature.country, "locality": signature.city}
    address = {name: value for name, value in places.items() if value}
    return {
        "identifiers": [f"{SYSTEM}:{code}-{signature.number}"],
        **({"preferred_language": signature.language} if signature.language else {}),
        "postal_addresses": [{"primary": True, **address}] if address else [],
        "email_addresses": [{"primary": True, "address": signature.email, "status": "subscribed"}]
        if signature.email
        else [],
        "custom_fields": {"full_name": signature.name} if signature.name else {},
    }
