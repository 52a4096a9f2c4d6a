"""The coordinator's own tool: makes keys and opens sealed tips. No program on the server imports it."""
