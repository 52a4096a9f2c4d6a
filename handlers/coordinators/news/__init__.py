"""Telling those concerned what became of an appeal, once each."""
