"""What coordinators do around the signatures of a petition: sheets, links, the goal, the kit, handovers."""
