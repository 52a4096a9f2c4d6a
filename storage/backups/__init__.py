"""Sealed backups of the database: made beside the running program, and put back where a database was lost."""
