"""The registers that sheets draw upon: offices, obligations, explanations, campaigns."""
