"""Letters that are not the appeal itself: digests, corrections, recalls, reminders, asking again."""
