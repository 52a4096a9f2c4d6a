"""The calendar: moments that matter, their reminders, and how many come."""
