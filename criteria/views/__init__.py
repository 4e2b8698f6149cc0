"""/so-lieu/: what is recorded of units and people."""
