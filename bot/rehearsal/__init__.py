"""Plays Telegram on this machine: the Bot API, the people's phones, and a page to look at both.

Nothing in here knows Clarion. A bot that talks to the rehearsal talks to what it takes for Telegram, so whatever
passes here has passed the rules that bind it there.
"""
