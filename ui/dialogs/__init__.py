"""Dialogs: one form or one question each, with Vietnamese buttons and errors beside the fields."""
