"""What a plan's own words mean: whom it addresses, which paper it asks for, where a clause stands."""
