"""What proves a signature to its signer: the file, its picture, and the page that checks it."""
