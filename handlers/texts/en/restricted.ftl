# What only coordinators may know of an appeal.

restricted-title = For coordinators only: { $code }
restricted-warning = No reader, letter, export or package has this. The exact place is in one file alone, the worksheet that <code>/kit { $code } worksheet full</code> gives, on record. Please do not pass it on.
restricted-place = <b>Where exactly:</b> { $place }
restricted-sources = Confidential sources
