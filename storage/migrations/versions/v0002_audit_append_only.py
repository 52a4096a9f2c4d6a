"""Audit rows can be added and nothing else: the database itself refuses to change or delete one."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"""
            CREATE TRIGGER audit_refuses_{deed.lower()} BEFORE {deed} ON audit
            BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END
            """
        )
