"""The form of documents: what the words alone show, and how a Word file is set against the rows of the NĐ 30 table."""

from kimhoa_app.documents.checking.form import (
    addressees,
    appendices,
    body,
    fonts,
    letterhead,
    page,
    recipients,
    signing,
    styles,
    unformatted,
)
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *letterhead.RULES,
    *addressees.RULES,
    *signing.RULES,
    *recipients.RULES,
    *appendices.RULES,
    *unformatted.RULES,
    *unformatted.milder_where_unformatted((*page.RULES, *fonts.RULES, *body.RULES, *styles.RULES)),
)
