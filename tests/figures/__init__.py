"""What is published with each release (security §5): measured by tests, which also hold it to what it must be."""
