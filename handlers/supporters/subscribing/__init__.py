"""Getting appeals: which, how often, at which hours; and stopping."""
