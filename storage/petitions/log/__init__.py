"""Each petition's append-only log: who signed, salted and hashed, so that a count can be proved and names stay unseen.

merkle, paths   RFC 9162: the tree over the entries, and proofs in it
entries         what an entry says, and what it does to the count
commitments     what a signature's entry commits to, and how that is opened
notes, heads    signed tree heads, as signed notes (C2SP signed-note, tlog-checkpoint)
proofs          what a signer keeps (C2SP tlog-proof)
consistency     what shows that the log only grew between two heads
manifest        what a package that is handed over consists of
archive, walked, packages
                how such a package is checked, to the last byte
ledger          the log in the database

Only `ledger` touches the database: all else works offline, with the public key alone.
"""
