"""Names: their right forms, what translation makes of them, and what around a form proves that it is a name."""
