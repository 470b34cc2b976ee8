"""Bodies and places that are not those of the level that speaks."""

from kimhoa_app.documents.checking.levels import bodies, names, speaking
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (*speaking.RULES, *bodies.RULES, *names.RULES)
