"""Runs Clarion: settings, assembly, the senders, the schedule, the command line, the rehearsal."""
