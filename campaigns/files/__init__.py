"""A plan's file: its words, and the object that describes the plan, read in a confined child."""

from .intake import read_file, read_text

__all__ = ["read_file", "read_text"]
