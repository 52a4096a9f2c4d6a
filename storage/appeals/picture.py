"""A picture made anew: what it shows as a plain JPEG, and nothing of what else its file said.

The original, its metadata, thumbnails, further frames and whatever was appended to it go no further than here.
"""

from __future__ import annotations

import struct
import threading
import zlib
from enum import StrEnum
from functools import cache
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

FILE_MAX = 20_000_000  # bytes; Telegram hands no larger file to a bot
PIXELS_MAX = 50_000_000
SIDE_MAX = 2_560  # pixels of the longer side; Telegram keeps no more of a photo
RATIO_MAX = 20  # longer to shorter side, Bot API: sendPhoto
QUALITY = 88  # of 95

_FORMATS = ("JPEG", "PNG", "WEBP")
_SMOOTH = frozenset({"L", "RGB", "RGBA", "CMYK"})
"""The modes that can be made smaller without losing shades."""
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# What Pillow's readers raise at bytes that are not what they claim to be.
_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, OverflowError, struct.error, zlib.error)

_room = threading.Lock()  # one at a time: the largest picture takes some 400 MB for a moment


class Unfit(StrEnum):
    """Why a file cannot become the picture of an appeal."""

    NOT_A_PICTURE = "not-a-picture"
    TOO_LARGE = "too-large"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_NARROW = "too-narrow"
    DAMAGED = "damaged"


def plain_picture(content: bytes) -> bytes | Unfit:
    """Return the picture upright, in sRGB, as a JPEG without metadata; it may take seconds, so call it in a thread."""
    if len(content) > FILE_MAX:
        return Unfit.TOO_LARGE
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
    except _BOMBS:
        return Unfit.TOO_MANY_PIXELS
    except _DAMAGE:
        return Unfit.NOT_A_PICTURE
    with image:
        if image.width * image.height > PIXELS_MAX:
            return Unfit.TOO_MANY_PIXELS
        if max(image.size) > RATIO_MAX * min(image.size):
            return Unfit.TOO_NARROW
        try:
            with _room:
                return _encoded(_in_srgb(_upright(_sized(image))))
        except _DAMAGE:
            return Unfit.DAMAGED


@cache
def blank_picture() -> bytes:
    """Return a picture that shows nothing, to take the place of one that must not be seen any more."""
    return _encoded(Image.new("RGB", (512, 512), "white"))


def _sized(image: Image.Image) -> Image.Image:
    """Return it no larger than is shown; of a large JPEG only so much is decoded."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda shade: shade / 256).convert("L")
    elif image.has_transparency_data and image.mode != "RGBA":
        image = image.convert("RGBA")
    elif image.mode not in _SMOOTH:
        image = image.convert("RGB")
    image.thumbnail((SIDE_MAX, SIDE_MAX))
    return image


def _upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image)


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode == "RGBA":
        page = Image.new("RGB", image.size, "white")
        page.paste(image, mask=image)
        image = page
    return _from_profile(image, profile) if profile else image.convert("RGB")


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    srgb = ImageCms.createProfile("sRGB")
    try:
        return ImageCms.profileToProfile(image, BytesIO(profile), srgb, outputMode="RGB") or image
    except ImageCms.PyCMSError:  # no profile, or one of another kind of colours: the picture's are taken as they are
        return image.convert("RGB")


def _encoded(image: Image.Image) -> bytes:
    plain = Image.new("RGB", image.size)  # new, because Pillow writes the comment of an image that was read
    plain.paste(image)
    jpeg = BytesIO()
    plain.save(jpeg, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return jpeg.getvalue()
