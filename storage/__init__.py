"""Keeps: schema, queries, sealing, audit, exports. It knows nothing of Telegram."""
