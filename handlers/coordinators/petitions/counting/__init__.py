"""The goal, the count in every direction, milestones, the nightly recount."""
