"""People as stored: found by keyed digests, named by encrypted fields; subscribers, coordinators, their own data."""
