"""What calls people in: texts for each network, the signature sheet, links with a picture."""
