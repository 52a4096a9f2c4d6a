"""The forms of the UN's experts, for tips on a coordinator's own machine and for appeals in the chat alike."""
