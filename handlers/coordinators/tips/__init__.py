"""What coordinators see of tips in a chat: never their content."""
