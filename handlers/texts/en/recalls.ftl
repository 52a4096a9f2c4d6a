# What stands in the place of a recalled message.

recalls-withdrawn = { $organisation } has withdrawn this message. Please do not pass on what it said.
