"""The pages that tell the rules tell those of the code."""

from collections import Counter
from pathlib import Path

import pytest

from kimhoa_app.documents.checking.check import RULES
from kimhoa_app.documents.checking.rules_table import COMMAND, pages, write_pages

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", list(pages()))
def test_a_page_of_rules_is_as_it_is_made(name: str) -> None:
    written = (ROOT / name).read_text("utf-8")
    assert written == pages()[name], f"the rules have changed; run: {COMMAND}"


def test_every_rule_has_an_id_of_its_own_and_a_line_on_each_page() -> None:
    assert [each for each, count in Counter(rule.id for rule in RULES).items() if count > 1] == []
    assert len(RULES) >= 40
    table = pages()["docs/rules.md"]
    assert all(f"| `{rule.id}` |" in table for rule in RULES)
    assert pages()["resources/help/soat-van-ban.md"].count("\n- **") >= len(RULES)


def test_a_row_has_five_cells_whatever_the_rule_says() -> None:
    for line in pages()["docs/rules.md"].splitlines():
        if line.startswith("| "):
            assert line.replace("\\|", "").count("|") == 6, line


def test_the_pages_are_written_below_the_root(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "resources" / "help").mkdir(parents=True)
    write_pages(tmp_path)
    assert {name: (tmp_path / name).read_text("utf-8") for name in pages()} == pages()
