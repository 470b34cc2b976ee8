"""The outline: labels in order, headings with text under them, components that are missing."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
