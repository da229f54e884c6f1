"""Event mentions, one part of the work a module; the face is `reading.mentions`."""
