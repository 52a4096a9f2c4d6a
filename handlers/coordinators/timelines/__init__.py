"""Reading what was recorded: of an appeal, a campaign, an office, and where things stand."""
