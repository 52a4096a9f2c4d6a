"""What coordinators do with tips that they cannot read here: claim, label, rate, agree, close."""
