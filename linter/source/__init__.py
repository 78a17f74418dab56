"""From files to documents and back: find, decode, open, protect, write. Prints nothing."""
