"""What coordinators see of those who collect signatures: screens, new links, and what is told to them unasked."""
