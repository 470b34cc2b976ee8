"""Sums and counts told in the text against lists and tables."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
