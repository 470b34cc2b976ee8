"""The form of documents: what the words alone show, and how a Word file is set against the rows of the NĐ 30 table."""

from kimhoa_app.documents.checking.form import letterhead, recipients, signing
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (*letterhead.RULES, *signing.RULES, *recipients.RULES)
