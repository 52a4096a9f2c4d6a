"""Who collects: volunteers, links and their limits, signatures that look suspect."""
