"""The only reader of the environment: `CLARION_…` variables and `.env`, checked before anything starts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from handlers.texts import LANGUAGES
from storage.errors import CannotStart

SQLITE = "sqlite:///"
TELEGRAM_CEILING = 30.0  # messages per second that Telegram allows a bot to send without paying


class BadSettings(CannotStart):
    """A setting is unknown, missing or wrong; the message names it and never shows its value."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("is not a time zone such as Asia/Seoul") from error
    return name


class Settings(BaseSettings):
    """What the operator decides; `.env.example` says what each one is for."""

    model_config = SettingsConfigDict(env_prefix="CLARION_", env_file=".env", extra="forbid", frozen=True)

    bot_token: SecretStr | None = None
    bot_api_url: HttpUrl = HttpUrl("https://api.telegram.org")
    database_url: str = "sqlite:///data/clarion.db"
    secret_key_file: Path = Path("secrets/clarion.key")
    owners: Annotated[tuple[int, ...], NoDecode] = ()
    tip_recipients_file: Path | None = None
    organisation: str = "Clarion"
    privacy_contact: str = ""
    safer_address: str = ""
    default_language: str = "en"
    timezone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    approvals: int = Field(default=1, ge=0, le=5)
    bulk_rate: float = Field(default=25.0, gt=0, le=TELEGRAM_CEILING)
    paid_broadcast: bool = False
    paid_cap: int = Field(default=0, ge=0)
    verify_url: HttpUrl | None = None
    names_kept_days: int = Field(default=30, ge=1, le=365)
    tips_kept_days: int = Field(default=180, ge=1, le=365)
    tips_kept_after_closing_days: int = Field(default=90, ge=1, le=365)
    tips_per_hour: int = Field(default=120, ge=1)
    backups_folder: Annotated[Path | None, BeforeValidator(lambda value: value or None)] = None
    backups_kept_days: int = Field(default=7, ge=1, le=30)
    recovery_recipient: str = ""
    second_person_above: int = Field(default=50, ge=0)
    digest_hour: int = Field(default=9, ge=0, le=23)
    desk_port: int = Field(default=0, ge=0, le=65535)
    desk_host: str = "127.0.0.1"
    desk_url: Annotated[HttpUrl | None, BeforeValidator(lambda value: value or None)] = None
    metrics_port: int = Field(default=0, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("owners", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part for part in value.replace(",", " ").split() if part] if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _only_sqlite(cls, value: str) -> str:
        if not value.startswith(SQLITE) or value == SQLITE:
            raise ValueError(f"must begin with {SQLITE} and name a file")
        return value

    @field_validator("default_language")
    @classmethod
    def _spoken(cls, value: str) -> str:
        if value not in LANGUAGES:
            raise ValueError(f"must be one of {', '.join(LANGUAGES)}")
        return value

    @field_validator("bot_token")
    @classmethod
    def _shaped(cls, value: SecretStr | None) -> SecretStr | None:
        text = value.get_secret_value().strip() if value else ""
        if text and not (text.partition(":")[0].isdigit() and text.partition(":")[2]):
            raise ValueError("is not a bot token; copy it from @BotFather, like 123456789:AA…")
        return SecretStr(text) if text else None

    @property
    def database_path(self) -> Path:
        """The file of the database."""
        return Path(self.database_url.removeprefix(SQLITE))

    @property
    def backups_path(self) -> Path:
        """The folder of backups."""
        return self.backups_folder or self.database_path.with_name("backups")

    @property
    def desk_address(self) -> str:
        """Where coordinators open the desk, without a slash at the end; empty when there is none."""
        if not self.desk_port:
            return ""
        host = f"[{self.desk_host}]" if ":" in self.desk_host else self.desk_host
        return str(self.desk_url or f"http://{host}:{self.desk_port}").rstrip("/")


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        BadSettings: If one is unknown or wrong; each fault in a clause of one line, without the value.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings(
            "; ".join(_clause(fault["loc"], fault["type"], fault["msg"]) for fault in error.errors())
        ) from None
    except UnicodeDecodeError as error:
        raise BadSettings(".env is not a text file in UTF-8: write it again from .env.example") from error


def _clause(location: tuple[str | int, ...], kind: str, message: str) -> str:
    name = str(location[0]).upper() if location else "?"
    name = name if name.startswith("CLARION_") else f"CLARION_{name}"
    if kind == "extra_forbidden":
        return f"{name} is not a setting of Clarion: correct or remove it in .env (see .env.example)"
    return f"{name}: {message.removeprefix('Value error, ')}"
