"""Item models: rows that a service returned, ready to show."""
