"""Vietnamese text: one normal form, order, search, names, numbers in words, dates; pure functions over strings."""
