"""Spelling, capitals, spaces, and words that are not yet what they should be."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
