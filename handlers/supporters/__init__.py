"""What supporters and witnesses do in Telegram: subscribe, read, sign, withdraw, tip, take their data back."""
