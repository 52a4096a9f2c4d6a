"""What a coordinator makes of opened tips for other tools, on their own machine and without any network."""
