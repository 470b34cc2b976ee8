"""Sums and counts told in the text against lists and tables."""

from kimhoa_app.documents.checking.numbers import counts, parts, shares, table_rows, table_sums, worded
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *table_sums.RULES,
    *table_rows.RULES,
    *counts.RULES,
    *parts.RULES,
    *worded.RULES,
    *shares.RULES,
)
