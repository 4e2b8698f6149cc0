"""Pages of sessions: reading them, writing what happens in them."""
