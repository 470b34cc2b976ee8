"""The table of rules in Markdown, for the pages about the code and for the help.

After a change of a rule: `python -m kimhoa_app.documents.checking.rules_table .` at the root writes both pages anew.
"""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from kimhoa_app.documents.checking.check import RULES
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Rule
from resources import read_text

COMMAND = "python -m kimhoa_app.documents.checking.rules_table ."

_FAMILIES = {
    "dates": "Ngày, tháng, năm",
    "anniversaries": "Ngày kỷ niệm",
    "citations": "Viện dẫn văn bản",
    "structure": "Bố cục",
    "form": "Thể thức",
    "levels": "Cấp chính quyền",
    "language": "Ngôn ngữ",
    "numbers": "Số liệu",
}
_SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}


def pages(rules: Sequence[Rule] = RULES) -> dict[str, str]:
    """Return the text of each page that is made from the rules, by its path below the root of the project."""
    return {
        "docs/rules.md": _page_about_the_code(rules),
        "resources/help/soat-van-ban.md": read_text("checking/about-rules.md") + "\n" + _help(rules),
    }


def write_pages(root: Path) -> None:
    """Write every page below `root`."""
    for name, text in pages().items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")


def _page_about_the_code(rules: Sequence[Rule]) -> str:
    head = (
        "# The rules of the checker",
        "",
        f"{len(rules)} rules, made from the code by `{COMMAND}`; a hit may be milder than its rule.",
        "",
        "| family | id | severity | what it finds | basis |",
        "| --- | --- | --- | --- | --- |",
    )
    rows = (
        f"| {each.family} | `{each.id}` | {each.severity} | {_cell(_sentence(each.title))} | {_cell(each.basis)} |"
        for each in rules
    )
    return "\n".join((*head, *rows)) + "\n"


def _help(rules: Sequence[Rule]) -> str:
    lines: list[str] = []
    for family, members in groupby(rules, key=lambda each: each.family):
        lines += [f"### {_FAMILIES[family]}", ""]
        lines += [
            f"- **{_cell(_sentence(each.title))}** ({_SEVERITIES[each.severity]}). {_cell(each.basis)}."
            for each in members
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _sentence(title: str) -> str:
    return title[:1].upper() + title[1:]


def _cell(text: str) -> str:
    """Return `text` with the signs that Markdown would read."""
    for sign in "\\|*#<>[]_`":
        text = text.replace(sign, f"\\{sign}")
    return text


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
