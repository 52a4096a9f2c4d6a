"""Settings: one line that says what to do, never a value, and an example that tells the truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**settings: str) -> None:
    Path(".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()), encoding="utf-8")


def test_without_a_file_nothing_is_configured() -> None:
    assert load_settings().bot_token is None


def test_the_example_is_valid_and_names_every_setting_with_its_default() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    Path(".env").write_text(example, encoding="utf-8")

    assert load_settings() == Settings(_env_file=None)
    named = {
        line.lstrip("#").partition("=")[0]
        for line in example.splitlines()
        if "=" in line and " " not in line.partition("=")[0]
    }
    assert named == {f"CLARION_{field.upper()}" for field in Settings.model_fields}


def test_a_misspelt_setting_stops_the_program_and_is_named() -> None:
    write(CLARION_BOT_TOKN="123456:secret-value")

    with pytest.raises(BadSettings, match="CLARION_BOT_TOKN is not a setting of Clarion") as refused:
        load_settings()
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("CLARION_BOT_TOKEN", "not-a-token", "is not a bot token"),
        ("CLARION_TIMEZONE", "Asia/Soul", "is not a time zone"),
        ("CLARION_DEFAULT_LANGUAGE", "xx", "must be one of en, ko"),
        ("CLARION_BULK_RATE", "1000", "less than or equal to 30"),
        ("CLARION_OWNERS", "hana", "valid integer"),
        ("CLARION_DATABASE_URL", "postgres://secret@host", "must begin with sqlite:///"),
        ("CLARION_LOG_LEVEL", "LOUD", "'INFO'"),
    ],
)
def test_a_wrong_value_is_named_in_one_line_and_not_shown(name: str, value: str, says: str) -> None:
    write(**{name: value})

    with pytest.raises(BadSettings, match=says) as refused:
        load_settings()
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)
    assert value not in str(refused.value)


def test_owners_are_a_list_of_ids() -> None:
    write(CLARION_OWNERS="12, 34")

    assert load_settings().owners == (12, 34)


def test_a_file_that_is_not_text_is_refused() -> None:
    Path(".env").write_bytes(b"CLARION_ORGANISATION=\xff\xfe")

    with pytest.raises(BadSettings, match=r"\.env is not a text file"):
        load_settings()
