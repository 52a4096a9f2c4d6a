"""Taking signatures out of the count by criteria, in slices that can be cancelled, and putting them back.

criteria    which signatures
proposing   who asks for it, and who agrees
running     slice by slice, out and back
"""
