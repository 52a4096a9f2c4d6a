"""An appeal before it goes out: drafted, given its picture, looked at, approved by somebody else."""
