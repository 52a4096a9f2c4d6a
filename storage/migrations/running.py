"""Runs the migrations: Alembic, on a connection that makes each of them whole or undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError

from storage.errors import CannotStart, DatabaseTooNew

if TYPE_CHECKING:
    from sqlalchemy import Engine


def migrate(path: Path, revision: str) -> None:
    """Migrate the database to *revision*.

    Raises:
        DatabaseTooNew: If a later version of Clarion wrote it; nothing is changed.
        CannotStart: If the file cannot be opened or is no database.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    engine = _engine(path)
    try:
        with engine.begin() as connection:
            _refuse_newer(connection, ScriptDirectory.from_config(config), path)
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except DBAPIError as error:
        raise CannotStart(
            f"The database {path} cannot be opened: check the file, the folder's rights and the disk."
        ) from error
    finally:
        engine.dispose()


def _refuse_newer(connection: Connection, scripts: ScriptDirectory, path: Path) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise DatabaseTooNew(
            f"The database {path} was written by a newer Clarion ({current}): install that version again."
        )


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    # The driver begins no transaction before DDL by itself; a migration killed half-way must leave nothing.
    @event.listens_for(engine, "connect")
    def _leave_transactions_to_us(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
