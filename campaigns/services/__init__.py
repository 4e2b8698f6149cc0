"""What changes a plan: made from its JSON, edited while a draft, launched, closed."""
