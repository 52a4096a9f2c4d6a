"""The lane of letters: paced, resumable, with its own connections, so that no reply waits behind a broadcast."""
