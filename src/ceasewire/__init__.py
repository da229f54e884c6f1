"""Ceasewire builds the record of talks and truces from pages, and counts the sources behind it."""
