"""`python -m bot` is `clarion`."""

from bot.cli import main

main()
