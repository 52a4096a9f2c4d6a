"""The guard: finds in a text what could lead to a person, before anything of it is kept."""
