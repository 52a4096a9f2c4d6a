"""Recording what follows an appeal: deliveries, replies, outcomes, contacts, what is promised and proposed."""
