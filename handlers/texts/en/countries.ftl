# The country of a signer.

countries-not-given = not given
