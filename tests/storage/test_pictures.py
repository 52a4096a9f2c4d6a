"""A picture on its way in: what may come, and that nothing is left but what it shows."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from storage.appeals.picture import FILE_MAX, SIDE_MAX, Unfit, plain_picture

if TYPE_CHECKING:
    from collections.abc import Callable


PHOTO_MAX = 10_000_000  # bytes, Bot API: sendPhoto
SEGMENTS = {0xC2, 0xC4, 0xDA, 0xDB, 0xE0}  # progressive frame, Huffman and quantization tables, scan, JFIF
ORIENTATION, GPS, MAKER, DESCRIPTION = 0x0112, 0x8825, 0x010F, 0x010E


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def river(width: int = 40, height: int = 30) -> Image.Image:
    """Blue with a red upper left quarter, so that one sees which side is up."""
    image = Image.new("RGB", (width, height), (0, 0, 200))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), fill=(200, 0, 0))
    return image


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


def made_plain(content: bytes) -> Image.Image:
    plain = plain_picture(content)
    assert isinstance(plain, bytes), plain
    return Image.open(BytesIO(plain))


def segments(jpeg: bytes) -> list[tuple[int, bytes]]:
    """Return the marker and content of each segment of a JPEG, and nothing may stand outside of them."""
    assert jpeg[:2] == b"\xff\xd8"
    found, at = [], 2
    while jpeg[at : at + 2] != b"\xff\xd9":
        assert jpeg[at] == 0xFF
        marker, length = struct.unpack(">BH", jpeg[at + 1 : at + 4])
        found.append((marker, jpeg[at + 4 : at + 2 + length]))
        at += 2 + length
        if marker == 0xDA:  # the scan lasts until the next marker that is neither a stuffed byte nor a restart
            while jpeg[at] != 0xFF or jpeg[at + 1] == 0 or 0xD0 <= jpeg[at + 1] <= 0xD7:
                at += 1
    assert at + 2 == len(jpeg), "something is appended"
    return found


def exif(**words: str) -> Image.Exif:
    tags = Image.Exif()
    tags[MAKER], tags[DESCRIPTION] = words.get("maker", "Maker"), words.get("description", "A description")
    tags[GPS] = {1: "N", 2: (42.0, 58.0, 1.0), 3: "E", 4: (129.0, 50.0, 1.0), 29: words.get("day", "2026:03:14")}
    return tags


def with_everything(word: str) -> dict[str, bytes]:
    """Return pictures that carry *word* in every place that a file has for words."""
    mark = word.encode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + mark + b"</x:xmpmeta>"
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", word)
    text.add_text("Author", word, zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    tags = exif(maker=word, description=word, day=word)
    thumbnail = encoded(river(16, 12), comment=mark)
    segment = b"\xff\xed" + struct.pack(">H", len(mark) + 2) + mark  # APP13, where IPTC stands
    extra = segment + b"\xff\xe2" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    common = {"exif": tags, "icc_profile": profile + mark}
    return {
        "JPEG": encoded(river(), "JPEG", **common, xmp=xmp, comment=mark, extra=extra) + mark,
        "PNG": encoded(river(), "PNG", **common, pnginfo=text) + mark,
        "WEBP": encoded(river(), "WEBP", **common, xmp=xmp) + mark,
        "MPO": encoded(river(), "MPO", save_all=True, append_images=[river(30, 30)], exif=tags, comment=mark) + mark,
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "MPO"])
def test_nothing_is_left_but_the_picture(kind: str) -> None:
    original = with_everything("Pyongsong-1987")[kind]
    assert b"Pyongsong-1987" in original
    assert Image.open(BytesIO(original)).getexif()[MAKER] == "Pyongsong-1987"

    plain = plain_picture(original)

    assert isinstance(plain, bytes)
    assert {marker for marker, _ in segments(plain)} <= SEGMENTS
    assert [content for marker, content in segments(plain) if marker == 0xE0] == [b"JFIF\0\1\1\0\0\1\0\1\0\0"]
    shown = Image.open(BytesIO(plain))
    assert not shown.getexif()
    assert set(shown.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert shown.size == (40, 30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(word=st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=8, max_size=60))
def test_no_word_of_a_file_survives_in_any_form(word: str) -> None:
    for original in with_everything(word).values():
        plain = plain_picture(original)

        assert isinstance(plain, bytes)
        for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")):
            assert form not in plain
        assert {marker for marker, _ in segments(plain)} <= SEGMENTS


def test_the_same_picture_becomes_the_same_bytes_whatever_its_file_said() -> None:
    assert len({plain_picture(with_everything(word)["PNG"]) for word in ("Tumen-A", "Tumen-B")}) == 1


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (40, 30), (5, 5)),
        (2, (40, 30), (35, 5)),
        (3, (40, 30), (35, 25)),
        (4, (40, 30), (5, 25)),
        (5, (30, 40), (5, 5)),
        (6, (30, 40), (25, 5)),
        (7, (30, 40), (25, 35)),
        (8, (30, 40), (5, 35)),
    ],
)
def test_the_picture_stands_upright_though_nothing_says_so_any_more(
    orientation: int, size: tuple[int, int], red: tuple[int, int]
) -> None:
    tags = exif()
    tags[ORIENTATION] = orientation

    shown = made_plain(encoded(river(), exif=tags, quality=95))

    assert shown.size == size
    pixel = shown.getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 150 > pixel[2]


@pytest.mark.parametrize(
    ("size", "shown"),
    [((4_000, 3_000), (2_560, 1_920)), ((300, 5_120), (150, 2_560)), ((4_000, 200), (2_560, 128)), ((9, 9), (9, 9))],
)
def test_a_large_picture_becomes_as_large_as_is_shown(size: tuple[int, int], shown: tuple[int, int]) -> None:
    assert made_plain(encoded(Image.new("RGB", size, "green"))).size == shown


def test_even_the_busiest_picture_fits_what_telegram_takes() -> None:
    plain = plain_picture(encoded(noise(SIDE_MAX, SIDE_MAX), quality=95))

    assert isinstance(plain, bytes)
    assert len(plain) < PHOTO_MAX


@pytest.mark.parametrize(
    ("image", "shade"),
    [
        (Image.new("1", (8, 8), 1), (255, 255, 255)),
        (Image.new("L", (8, 8), 90), (90, 90, 90)),
        (Image.new("I;16", (8, 8), 90 * 256), (90, 90, 90)),
        (Image.new("LA", (8, 8), (0, 0)), (255, 255, 255)),
        (Image.new("RGBA", (8, 8), (0, 0, 0, 0)), (255, 255, 255)),
        (Image.new("RGB", (8, 8), (90, 10, 200)).quantize(), (90, 10, 200)),
    ],
    ids=["black and white", "grey", "16 bits", "transparent grey", "transparent", "palette"],
)
def test_every_kind_of_png_keeps_its_shades_and_transparency_becomes_white(
    image: Image.Image, shade: tuple[int, ...]
) -> None:
    pixel = made_plain(encoded(image, "PNG")).getpixel((4, 4))

    assert isinstance(pixel, tuple)
    assert all(abs(seen - meant) <= 3 for seen, meant in zip(pixel, shade, strict=True))


def test_colours_of_another_profile_become_those_of_srgb() -> None:
    grey = ImageCms.ImageCmsProfile(linear_grey()).tobytes()

    pixel = made_plain(encoded(Image.new("L", (8, 8), 55), icc_profile=grey)).getpixel((4, 4))

    assert isinstance(pixel, tuple)
    assert all(abs(shade - 127) <= 4 for shade in pixel)  # 55 of 255 in linear light


@pytest.mark.parametrize("profile", [b"junk", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_leaves_the_colours_as_they_are(profile: bytes) -> None:
    pixel = made_plain(encoded(Image.new("RGB", (8, 8), (200, 10, 10)), icc_profile=profile)).getpixel((4, 4))

    assert isinstance(pixel, tuple)
    assert abs(pixel[0] - 200) <= 3


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data:UserWarning")
def test_damaged_metadata_is_no_reason_to_refuse_a_picture() -> None:
    assert made_plain(encoded(river(), exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff")).size == (40, 30)


def png_of(width: int, height: int) -> bytes:
    """Return a small file that claims to be a large picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1_000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (lambda: b"", Unfit.NOT_A_PICTURE),
        (lambda: b"%PDF-1.7", Unfit.NOT_A_PICTURE),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", Unfit.NOT_A_PICTURE),
        (lambda: encoded(river(), "GIF"), Unfit.NOT_A_PICTURE),
        (lambda: encoded(river(), "TIFF"), Unfit.NOT_A_PICTURE),
        (lambda: encoded(river(), "BMP"), Unfit.NOT_A_PICTURE),
        (lambda: encoded(river()).ljust(FILE_MAX + 1, b"\0"), Unfit.TOO_LARGE),
        (lambda: png_of(7_000, 7_143), Unfit.TOO_MANY_PIXELS),
        (lambda: png_of(10_000, 10_000), Unfit.TOO_MANY_PIXELS),
        (lambda: png_of(60_000, 60_000), Unfit.TOO_MANY_PIXELS),
        (lambda: encoded(Image.new("L", (2_001, 100))), Unfit.TOO_NARROW),
        (lambda: encoded(Image.new("L", (100, 2_001))), Unfit.TOO_NARROW),
        (lambda: png_of(2_000, 2_000), Unfit.DAMAGED),
        (lambda: encoded(noise(64, 64))[:2_000], Unfit.DAMAGED),
        (lambda: encoded(noise(64, 64), "PNG")[:5_000], Unfit.DAMAGED),
    ],
    ids=range(15),
)
def test_what_cannot_be_used_is_refused_with_its_reason(content: Callable[[], bytes], fault: Unfit) -> None:
    assert plain_picture(content()) is fault


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "thumbnail", lambda *_: pytest.fail("unpacked"))

    assert plain_picture(png_of(30_000, 30_000)) is Unfit.TOO_MANY_PIXELS
    assert plain_picture(png_of(8_000, 8_000)) is Unfit.TOO_MANY_PIXELS


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "MPO"]),
    cut=st.floats(0, 1),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=8),
)
def test_a_damaged_file_is_refused_or_becomes_a_plain_picture(
    kind: str, cut: float, changes: list[tuple[float, int]]
) -> None:
    content = bytearray(with_everything("Pyongsong-1987")[kind])
    for place, byte in changes:
        content[int(place * len(content))] = byte

    plain = plain_picture(bytes(content[: max(12, int(cut * len(content)))]))

    if isinstance(plain, bytes):
        assert {marker for marker, _ in segments(plain)} <= SEGMENTS
        assert b"Pyongsong" not in plain


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(content=st.binary(max_size=200))
def test_any_bytes_get_a_verdict(content: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"RIFF\0\0\1\0WEBPVP8 "):
        assert isinstance(plain_picture(start + content), Unfit | bytes)


def linear_grey() -> BytesIO:
    """Return an ICC profile of grey in linear light, as small as one can be."""
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"g\0" + bytes(78),
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">iii", 63_190, 65_536, 54_061),
        b"kTRC": b"curv" + bytes(4) + struct.pack(">I", 0),
        b"cprt": b"text" + bytes(4) + b"none\0\0\0\0",
    }
    place, table, data = 128 + 4 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">II", place + len(data), len(content))
        data += content.ljust(-(-len(content) // 4) * 4, b"\0")
    size = place + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"mntr", b"GRAY", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    return BytesIO(head + struct.pack(">iii", 63_190, 65_536, 54_061) + bytes(48) + table + data)
