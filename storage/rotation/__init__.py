"""A change of the secret key that loses no row and names nobody (security §3).

columns    what in the database hangs on the key
rows       one table carried over
openings   the digests that are made of digests
carrying   the whole database, in one transaction
changing   the key file and the database together: begun, finished, or undone after it was cut short

    clarion.key.next is written ──► the database is carried over ──► it takes the place of clarion.key
      cut short: deleted again          cut short: as before            cut short: put in place at the next start

The mark in the database says which of the two files it needs, so there is never a moment at which neither fits.
"""
