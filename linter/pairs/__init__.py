"""A text and its source side by side: which parts belong together, and what must stand in both."""
