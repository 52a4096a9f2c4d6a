"""QR pictures: an address, or a proof, to be read by a phone's camera."""

from __future__ import annotations

import io

import segno

QUIET_ZONE = 4  # modules of white around the code, which ISO/IEC 18004 asks for


def qr_png(text: str, *, scale: int = 8) -> bytes:
    """Return a PNG of *text* as a QR code, *scale* pixels to a module.

    Raises:
        ValueError: If *text* is longer than a QR code holds (2,953 bytes).
    """
    picture = io.BytesIO()
    segno.make_qr(text, error="l", boost_error=True).save(picture, kind="png", scale=scale, border=QUIET_ZONE)
    return picture.getvalue()
