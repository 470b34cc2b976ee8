"""Cited texts: form of their numbers, and whether they hold on the day of the document."""

from kimhoa_app.documents.checking.citations import repeats, symbols, validity, wording
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (*symbols.RULES, *wording.RULES, *validity.RULES, *repeats.RULES)
