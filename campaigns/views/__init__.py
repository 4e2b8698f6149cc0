"""Pages of plans: reading them, taking their steps, editing a draft."""
