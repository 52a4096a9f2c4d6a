"""Appeals: what one version says, and the plain-text sheet that a coordinator writes it on."""
