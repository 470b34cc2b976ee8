"""Anniversaries counted: against the years given, and against the table of events."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
