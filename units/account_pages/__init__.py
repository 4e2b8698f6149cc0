"""The pages by which one signs in and guards one's account."""
