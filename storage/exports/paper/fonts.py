"""Finds, among the fonts that are installed, one for each letter of a document, and loads it when it is needed.

Chinese characters have different shapes in Japan, Korea, the mainland and Taiwan: the document's language decides.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fpdf import FPDF
    from fpdf.fonts import TTFFont

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")

_CJK, _SANS, _LAST = "NotoSansCJK", "NotoSans", "unifont"
_CJK_FACES = {"ja": 0, "ko": 1, "zh-Hans": 2, "zh-Hant": 3}  # which face of the collection is the language's
_CJK_FACE = 1  # for all other languages: Korean, as most names with such letters are
_CJK_LETTERS = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH")
_PACKAGES = {_CJK: "fonts-noto-cjk", _SANS: "fonts-noto-core", _LAST: "fonts-unifont"}
_ALL = "fonts-noto"
_SUFFIXES = (".ttf", ".ttc", ".otf")


class MissingFont(ValueError):
    """No installed font has some letters of a document.

    Attributes:
        letters: The letters, each once.
        package: The package of Debian that is most likely to help.
    """

    def __init__(self, letters: str, package: str) -> None:
        super().__init__(f"no installed font has {len(letters)} of the letters; Debian's package {package} may")
        self.letters = letters
        self.package = package


@dataclass(frozen=True)
class _Face:
    """A font by the beginning of its files' names, and its place in them where they hold several."""

    name: str
    number: int = 0


class Fonts:
    """The fonts of one document: added to it as far as its letters need them."""

    def __init__(self, pdf: FPDF, language: str, folders: Sequence[Path] = FOLDERS) -> None:
        self._pdf = pdf
        self._files = _installed(folders)
        self._own = _faces_of(language)
        self._loaded: dict[tuple[str, bool], TTFFont] = {}
        self._found: dict[bool, set[str]] = {False: set(), True: set()}

    def families(self, *, bold: bool = False) -> list[str]:
        """Return the families that were needed so far, the one to be preferred first."""
        return [name for name, loaded_bold in self._loaded if loaded_bold == bold]

    def find(self, text: str, *, bold: bool = False) -> None:
        """Load what the letters of *text* need.

        Raises:
            MissingFont: If no installed font has one of them.
        """
        found = self._found[bold]
        missing = [letter for letter in sorted(set(text) - found) if not self._has(letter, bold)]
        if missing:
            raise MissingFont("".join(missing), self._package_for(missing[0]))
        found.update(text)

    def close(self) -> None:
        """Close the files of the fonts."""
        for font in self._loaded.values():
            font.ttfont.close()

    def _has(self, letter: str, bold: bool) -> bool:
        fonts = (self._load(face, bold) for face in self._faces_for(letter))
        return any(font is not None and ord(letter) in font.cmap for font in fonts)

    def _faces_for(self, letter: str) -> Iterator[_Face]:
        yield from self._own
        yield _Face(f"NotoSans{_script_of(letter).title()}")  # Debian has a font for each script
        yield _Face(_CJK, _CJK_FACE)
        yield _Face("DejaVuSans")
        yield _Face(_LAST)
        yield _Face(f"{_LAST}_upper")

    def _load(self, face: _Face, bold: bool) -> TTFFont | None:
        """Return the font of the face, its regular one where it has no bold one; None if it is not installed."""
        from fpdf.fonts import TTFFont  # noqa: PLC0415  # loaded with the first document

        if (key := (face.name, bold)) in self._loaded:
            return self._loaded[key]
        regular = self._file(f"{face.name}-Regular", face.name)
        path = (self._file(f"{face.name}-Bold") or regular) if bold else regular
        if path is None:
            return None
        style = "B" if bold else ""
        self._pdf.add_font(face.name, style, path, collection_font_number=face.number)
        font = self._pdf.fonts[face.name.lower() + style]
        assert isinstance(font, TTFFont)
        self._loaded[key] = font
        return font

    def _file(self, *stems: str) -> Path | None:
        names = (stem + suffix for stem in stems for suffix in _SUFFIXES)
        return next((self._files[name] for name in names if name in self._files), None)

    def _package_for(self, letter: str) -> str:
        wanted = (_CJK, _SANS, _LAST) if _script_of(letter) in _CJK_LETTERS else (_SANS, _LAST)
        absent = (_PACKAGES[name] for name in wanted if self._file(f"{name}-Regular", name) is None)
        return next(absent, _ALL)


def _faces_of(language: str) -> tuple[_Face, ...]:
    number = next((number for tag, number in _CJK_FACES.items() if f"{language}-".startswith(f"{tag}-")), None)
    return (_Face(_SANS),) if number is None else (_Face(_CJK, number), _Face(_SANS))


def _script_of(letter: str) -> str:
    """Return the first word of the letter's name, which for letters is the script, such as THAI."""
    return unicodedata.name(letter, "UNNAMED").replace("-", " ").split()[0]


def _installed(folders: Sequence[Path]) -> dict[str, Path]:
    paths = (path for folder in folders for path in sorted(folder.rglob("*")))
    return {path.name: path for path in paths if path.suffix in _SUFFIXES}
