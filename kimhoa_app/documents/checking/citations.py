"""Cited texts: form of their numbers, and whether they hold on the day of the document."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
