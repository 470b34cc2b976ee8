"""How a Word file is set, against the rows of the NĐ 30 table that can be read from it."""

from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
