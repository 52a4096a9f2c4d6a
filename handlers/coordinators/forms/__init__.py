"""Questions asked one after another: what a form is, how it is gone through in the chat."""
