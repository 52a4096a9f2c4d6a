# What only coordinators may know of an appeal.

restricted-title = For coordinators only: { $code }
restricted-warning = No reader, letter, export or package has this. Please do not pass it on.
restricted-place = <b>Where exactly:</b> { $place }
restricted-sources = Confidential sources
