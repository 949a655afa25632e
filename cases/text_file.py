"""What text is in a file that somebody saved from elsewhere? Read as everywhere in the house."""

from officers.text_file import ENCODINGS, text_of

__all__ = ["ENCODINGS", "text_of"]
