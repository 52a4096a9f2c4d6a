"""/inbox: what a receipt leads to, for whoever has it."""
