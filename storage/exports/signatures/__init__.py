"""The signatures of a petition as files: for coordinators, for other campaign tools, and totals for everybody.

rows, totals           what is exported
osdi, action_network   as other tools read it
writing, manifest      one export: its file, what the file is, and its row in the audit
"""
