"""Tools for those who write rules: templates, trials on texts, pages, the schema for editors."""
