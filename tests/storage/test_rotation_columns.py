"""What hangs on the secret key is listed: a new column, or a new use of the key, is one that somebody thought about."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import LargeBinary, Text

from storage.rotation.columns import KEYED, NESTED, NOT_KEYED
from storage.schema import tables

KEYED_COLUMNS = {f"{one.table}.{column}" for one in KEYED for column in (*one.encrypted, *one.digests)}


def test_every_column_that_may_hang_on_the_key_is_listed_and_only_those_that_there_are() -> None:
    listed = KEYED_COLUMNS | NESTED.keys() | NOT_KEYED.keys()
    columns = {f"{table.name}.{column.name}": column for table in tables.sorted_tables for column in table.columns}
    telling = re.compile(r"^digest|digest (of|made)|\b(keyed|encrypted|sealed|salt|hash|commits|SHA-256)\b")
    suspected = {
        name
        for name, column in columns.items()
        if isinstance(column.type, LargeBinary)
        or (isinstance(column.type, Text) and telling.search(f"{column.name}: {column.comment or ''}"))
    }

    assert suspected - listed == set(), "say in storage/rotation/columns.py what becomes of it when the key is changed"
    assert listed - columns.keys() == set()
    assert KEYED_COLUMNS & (NESTED.keys() | NOT_KEYED.keys()) == set()


def test_every_use_of_the_key_has_its_column() -> None:
    source = "".join(path.read_text() for path in Path("storage").rglob("*.py"))
    encrypted = {f"{one.table}.{column}" for one in KEYED for column in one.encrypted}
    assert set(re.findall(r'\.encrypt\(\s*"([^"]+)"', source)) == encrypted
    purposes = {"person", "signer", "follower", "volunteer", "likeness", "invitation", "representative", "tip", "site"}
    purposes |= {"batch list", "batch deed", "canary", "epoch", "attendance"}
    assert set(re.findall(r'key\.digest\(\s*"([^"]+)"', source)) == purposes | {"reader"}
    assert set(re.findall(r'key\.seed\(\s*"([^"]+)"', source)) == {"notes"}


def test_what_is_found_by_a_digest_keeps_its_place_while_that_changes() -> None:
    keyed = {one.table: one for one in KEYED}
    for table in tables.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                assert key.target_fullname not in KEYED_COLUMNS
        if table.name in keyed and not table.dialect_options["sqlite"]["with_rowid"]:
            place = table.columns[keyed[table.name].by]
            assert place.unique
            assert place.name not in keyed[table.name].digests
