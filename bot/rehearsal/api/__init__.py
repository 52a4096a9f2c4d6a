"""The bot's side: the methods of the Bot API, their parameters, and the rules that they enforce."""
