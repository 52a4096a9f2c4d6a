"""Kits: what coordinators take from an appeal to call people in, to tell the press, to thank, to ask the UN."""
