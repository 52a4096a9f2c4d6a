"""What Alembic runs: the migrations, on the connection that `storage.migrations` gives."""

from alembic import context

from storage.schema import tables

context.configure(connection=context.config.attributes["connection"], target_metadata=tables)
context.run_migrations()
