"""The trail: append-only event rows, chained by hash per object."""
