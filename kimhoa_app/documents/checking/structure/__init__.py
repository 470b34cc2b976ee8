"""The outline: labels in order, headings with text under them, components that are missing."""

from kimhoa_app.documents.checking.rule import Rule
from kimhoa_app.documents.checking.structure import components, endings, headings, labels

RULES: tuple[Rule, ...] = (*labels.RULES, *headings.RULES, *components.RULES, *endings.RULES)
