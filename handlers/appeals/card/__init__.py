"""The blocks of an appeal's card, by what they speak of: each gives whole blocks, which messages are made of."""
