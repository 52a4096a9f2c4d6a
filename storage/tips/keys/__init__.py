"""To whose keys tips are sealed: the operator's list, and epochs that canaries begin."""
