"""The wizard that brings in lists of every kind: the file, its columns, every line, what was done."""
