"""An appeal on its way out: drafted, approved by somebody else, sent, followed."""
