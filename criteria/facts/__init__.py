"""What pages show of records: words of a row, the course of an index over the years."""
