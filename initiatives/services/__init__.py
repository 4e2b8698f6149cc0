"""What is done to initiatives; each act is one function behind `change`."""
