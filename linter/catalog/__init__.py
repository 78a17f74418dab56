"""Rule files and language data: read strictly, checked, kept ready in a compiled form."""
