"""Runs Clarion: settings, assembly, the senders, the schedule, the command line, the rehearsal."""

import os

# The library's switch to time spans as `timedelta`; without it each flood-control error warns of the old way.
os.environ.setdefault("PTB_TIMEDELTA", "true")
