"""Vietnamese text: NFC, collation, search keys, names, numbers in words, date lines."""
