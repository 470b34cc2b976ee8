"""The columns of the list of initiatives, and the words and colours of a state."""

from typing import Final

from kimhoa_app.domain.initiatives import InitiativeState, used_words
from kimhoa_app.domain.labels import label
from kimhoa_app.services.initiative_year import InitiativeLine
from kimhoa_app.text.numbers import percent
from ui.models.records import Column
from ui.theme import State

CHIPS: Final = {
    InitiativeState.REGISTERED: State.QUIET,
    InitiativeState.SUBMITTED: State.ATTENTION,
    InitiativeState.BEFORE_COUNCIL: State.ACTIVE,
    InitiativeState.PASSED: State.ACTIVE,
    InitiativeState.REFUSED: State.WRONG,
    InitiativeState.RECOGNISED: State.GOOD,
    InitiativeState.USED: State.GOOD,
}


def state_of(line: InitiativeLine) -> str:
    """Return the state as a chip says it: "chờ Hội đồng xét"."""
    words = label(line.state)
    begins_with_name = line.state in (InitiativeState.PASSED, InitiativeState.REFUSED)
    return words if begins_with_name else f"{words[:1].lower()}{words[1:]}"


def authors_of(line: InitiativeLine) -> str:
    """Return the authors with their shares; one who is alone has no share."""
    if line.entry is None:
        return line.topic.full_name if line.topic else ""
    authors = line.entry.authors
    if len(authors) == 1:
        return authors[0].full_name
    return ", ".join(f"{author.full_name} {percent(author.share)}" for author in authors)


def uses_of(line: InitiativeLine) -> str:
    """Return what the initiative has served: "CSTĐCS 2024"."""
    return "" if line.entry is None else used_words(line.entry.uses).removeprefix("đã dùng: ")


def alike_of(line: InitiativeLine) -> str:
    """Return how close another initiative is, and of which year."""
    return "" if line.alike is None else f"{line.alike.share // 100}% · {line.alike.entry.initiative.year}"


COLUMNS: Final = (
    Column[InitiativeLine]("Tên sáng kiến", lambda line: line.name, stretch=True, is_name=True),
    Column[InitiativeLine]("Tác giả", authors_of, stretch=True),
    Column[InitiativeLine](
        "Trạng thái",
        state_of,
        lambda line: list(InitiativeState).index(line.state),
        chip=lambda line: CHIPS[line.state],
    ),
    Column[InitiativeLine]("Phạm vi", lambda line: "" if line.scope is None else label(line.scope).lower()),
    Column[InitiativeLine]("Đã dùng", uses_of, spare=True),
    Column[InitiativeLine](
        "Giống",
        alike_of,
        lambda line: line.alike and -line.alike.share,
        chip=lambda line: State.ATTENTION if line.alike else None,
        spare=True,
    ),
)

LESS_NEEDED: Final = frozenset({3})
"""The scope, which the card says as well."""
