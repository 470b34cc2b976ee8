"""Spelling, capitals, spaces, and words that are not yet what they should be."""

from kimhoa_app.documents.checking.language import (
    abbreviations,
    capitals,
    compounds,
    placeholders,
    places,
    repeats,
    scripts,
    slips,
    spacing,
    syllables,
    tones,
)
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *capitals.RULES,
    *places.RULES,
    *slips.RULES,
    *compounds.RULES,
    *syllables.RULES,
    *tones.RULES,
    *repeats.RULES,
    *spacing.RULES,
    *abbreviations.RULES,
    *placeholders.RULES,
    *scripts.RULES,
)
