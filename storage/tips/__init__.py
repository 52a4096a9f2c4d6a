"""Tips as stored: sealed rows, receipts, and the fixed words that describe them. Sealing itself: `storage.sealing`."""
