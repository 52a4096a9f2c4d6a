"""The register of the coalition: member organisations and who may endorse for them."""
