"""Sending a tip: asked little, guarded, sealed before it is kept, gone from the chat."""
