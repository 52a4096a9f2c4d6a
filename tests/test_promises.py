"""What the project promises about itself: its layers, its texts, its pins, its documents."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from handlers.coordinators.forms.all_forms import FORMS
from handlers.texts import LANGUAGES, Texts, catalogues
from storage.timeline.kinds import Kind
from tests.forked import clarion

ROOT = Path(__file__).parents[1]
SOURCES = [path for folder in ("bot", "handlers", "storage") for path in (ROOT / folder).rglob("*.py")]

TEMPLATES = list((ROOT / "bot" / "desk" / "templates").glob("*.html"))

# The second word of each pair means denouncing somebody to the authorities.
DENOUNCING = ("신고", "举报", "舉報", "通報")


class Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the library's name
        self.names.add(node.id.name)


def variables_by_key(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, source in catalogues(language).items():
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{language}/{name}: {entry.id.name} is there twice"
                seen = Variables()
                seen.visit(entry)
                found[entry.id.name] = seen.names
    return found


def test_every_language_has_every_catalogue_key_and_variable() -> None:
    names = {language: set(catalogues(language)) for language in LANGUAGES}
    keys = {language: variables_by_key(language) for language in LANGUAGES}

    assert all(names[language] == names["en"] for language in LANGUAGES)
    for language in LANGUAGES:
        assert keys[language] == keys["en"], language


def test_every_key_that_the_code_names_is_in_the_catalogues_and_every_key_is_used() -> None:
    keys = set(variables_by_key("en"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *TEMPLATES))
    named = set(re.findall(r"""["']([a-z]+(?:-[a-z0-9_]+)+)["']""", code))
    begun = set(re.findall(r"""(?:f["']([a-z]+(?:-[a-z0-9_]+)*-)\{|["']([a-z]+(?:-[a-z0-9_]+)*-)["'] ~)""", code))
    begun = {word for words in begun for word in words if word} | {f"{form.name}-" for form in FORMS}

    unused = {key for key in keys - named if not any(key.startswith(prefix) for prefix in begun)}
    assert unused == set()
    spoken = set(re.findall(r"""(?:say|label)\(\s*["']([^"'{]+)["']""", code))
    assert {key for key in spoken - keys if not key.endswith("-")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_asks_anybody_to_denounce(language: str) -> None:
    everything = "\n".join(catalogues(language).values())

    assert [word for word in DENOUNCING if word in everything] == []


def deeds() -> set[str]:
    """What storage and the desk put on record."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    named = set(re.findall(r"""\bDeed\([^"{]*?,\s*"([a-z_]+)",""", code))  # Deed(now, by.id, "draft", …)
    named |= set(re.findall(r"""\bDeed\([^"{]*?"([a-z_]+)", \w""", code)) | set(
        re.findall(r"""_record\(tx, "([a-z_]+)""", code)
    )
    for pair in re.findall(r"""\bdeed = "([a-z_]+)" if [^"]+ else "([a-z_]+)\"""", code):
        named |= set(pair)
    assert {"draft", "close", "send_news", "add_entry", "restore", "sign_in"} <= named
    return named | {f"record_{kind}" for kind in Kind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deed_on_record_has_its_words(language: str) -> None:
    worded = set(re.findall(r"^        \[([a-z_]+)\] \S", catalogues(language)["auditing.ftl"], re.MULTILINE))

    assert deeds() - worded == set()


def test_a_text_that_is_missing_or_not_filled_is_an_error() -> None:
    texts = Texts("en")

    with pytest.raises(LookupError):
        texts.html("no-such-key", "en")
    with pytest.raises(LookupError):
        texts.html("fault-reference", "ko")


def test_what_is_put_into_a_text_cannot_be_markup() -> None:
    assert "&lt;b&gt;" in Texts("en").html("fault-reference", "en", reference="<b>")


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("storage/audit.py", "import handlers.asking"),
        ("storage/audit.py", "import telegram"),
        ("handlers/asking.py", "import bot.logs"),
        ("handlers/asking.py", "import aiosqlite"),
        ("handlers/supporters/privacy.py", "import handlers.supporters.signing.conversation"),
        ("bot/schedule.py", "import handlers.register"),
        ("bot/app.py", "import bot.rehearsal.wire"),
        ("bot/rehearsal/wire.py", "import storage.audit"),
        ("bot/app.py", "import bot.own_machine.keys"),
        ("handlers/supporters/tips/sending/conversation.py", "import pyrage"),
    ],
)
def test_a_planted_import_against_the_layers_is_caught(module: str, planted: str, tmp_path: Path) -> None:
    for folder in ("bot", "handlers", "storage"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    source = (tmp_path / module).read_text(encoding="utf-8")
    (tmp_path / module).write_text(f"{source}\n{planted}\n", encoding="utf-8")

    checked = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "BROKEN" in checked.stdout


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-figures.txt"])
def test_every_dependency_is_pinned_with_hashes_and_no_address_is_written_down(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    for requirement in re.split(r"\n(?=[a-z])", text.strip()):
        assert re.match(r"[a-z0-9.\-]+==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def commands_in_documents() -> list[str]:
    found = set()
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        found |= set(re.findall(r"(?:^|[`/\s])clarion ((?:[a-z]+)(?: [a-z]+)?)", path.read_text(encoding="utf-8")))
    known = {"run", "start", "rehearse", "init", "doctor", "migrate", "verify"}
    return sorted({words.split()[0] if words.split()[0] in known else words for words in found} - {"a", "is"})


@pytest.mark.parametrize("command", commands_in_documents())
def test_every_command_that_the_documents_name_exists(command: str, tmp_path: Path) -> None:
    asked = clarion(tmp_path, *command.split(), "--help")

    assert asked.returncode == 0, asked.stderr


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8")))

    assert {"run", "test"} <= named <= targets


@pytest.mark.parametrize(
    "document", ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]
)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\((?!https?://)([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_practice_that_the_features_page_lists_has_the_test_that_it_names() -> None:
    page = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
    files = re.findall(r"`((?:[a-z]+/)+test_\w+\.py)`((?:,? [a-z0-9_]{12,})*)", page)

    assert files
    for name, tests in files:
        source = (ROOT / "tests" / name).read_text(encoding="utf-8")
        for test in re.findall(r"[a-z0-9_]{12,}", tests):
            assert f"def test_{test}(" in source, f"{name}: {test}"
