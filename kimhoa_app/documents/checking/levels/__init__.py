"""To come."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
