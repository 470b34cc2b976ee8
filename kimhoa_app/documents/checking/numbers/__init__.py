"""Sums and counts told in the text against lists and tables."""

from kimhoa_app.documents.checking.numbers import counts, shares, table_rows, table_sums, worded
from kimhoa_app.documents.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *table_sums.RULES,
    *table_rows.RULES,
    *counts.RULES,
    *worded.RULES,
    *shares.RULES,
)
