"""Changes of accounts: passwords, invitations, the second factor, sessions, states, mail."""
