"""What there is at the desk: a module for each topic, with the routes of its pages."""
