"""The pages about the code say what is so."""

import re
from pathlib import Path

from sqlmodel import SQLModel

import db.tables  # noqa: F401 - declares the tables

DOCS = Path(__file__).parent.parent / "docs"


def named(section: str) -> set[str]:
    page = (DOCS / "data-model.md").read_text("utf-8")
    return set(re.findall(r"^\| `(\w+)`", page.split(f"\n## {section}\n")[1].split("\n## ")[0], re.MULTILINE))


def test_the_data_model_names_every_table_that_stands_and_no_other() -> None:
    assert named("What stands") == set(SQLModel.metadata.tables)


def test_what_comes_later_does_not_stand_yet() -> None:
    assert named("What comes later").isdisjoint(SQLModel.metadata.tables)


def test_every_decision_has_a_number_of_its_own_and_is_short() -> None:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert len({page.name[:4] for page in pages}) == len(pages)
    for page in pages:
        assert re.match(r"\d{4}-[a-z0-9-]+\.md", page.name)
        assert len(page.read_text("utf-8").splitlines()) < 50, page.name


def named_rooms() -> list[tuple[str, str]]:
    page = (DOCS / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| `(kimhoa_app/\w+/)` \| (.*?) \|", page, re.MULTILINE)
    return [(room, name) for room, what in rows for name in re.findall(r"`([a-z_]+)/?`", what)]


def test_the_page_about_the_house_names_only_what_stands() -> None:
    root = DOCS.parent
    there = {path.stem for path in root.glob("kimhoa_app/**/*")} | {path.stem for path in root.glob("db/**/*.py")}
    assert named_rooms()
    assert [name for name in named_rooms() if name[1] not in there] == []
