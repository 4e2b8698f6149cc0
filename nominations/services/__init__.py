"""What changes registrations, dossiers, submissions and awards; each module is one kind of act."""
