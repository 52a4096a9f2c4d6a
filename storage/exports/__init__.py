"""Tables that leave the house: their formats, and the seal around them."""
