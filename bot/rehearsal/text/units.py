"""Counts and cuts text as Telegram does: in UTF-16 units."""


def utf16_length(text: str) -> int:
    """Return the length of *text* in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_offsets(text: str) -> list[int]:
    """Return, for every index into *text* and for its end, the place in UTF-16 units."""
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if ord(character) > 0xFFFF else 1))  # noqa: PLR2004  # end of the first plane
    return places


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the part of *text* that an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")
