"""Views of a record: one file a view, each with lines for the terminal and data for JSON."""
