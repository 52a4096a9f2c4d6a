"""Handing signatures over to an addressee."""
