"""Charts on the desk's pages, drawn as SVG without a script: pure functions of counts."""
