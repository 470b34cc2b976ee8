"""What the page of awards reads in one go."""

from dataclasses import dataclass

from kimhoa_app.services import awards, decisions, staff, units
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.workspace import Workspace
from ui.dialogs.award import AwardChoices
from ui.widgets.filter_combo import Choice


@dataclass(frozen=True, slots=True)
class AwardsFound:
    """The awards of every year, with what the dialog offers."""

    entries: tuple[AwardEntry, ...]
    offered: AwardChoices


def read_awards(workspace: Workspace) -> AwardsFound:
    """Read the awards of every year, with the people, units and decisions to choose from."""
    people = staff.list_people(workspace, include_gone=True)
    return AwardsFound(
        tuple(awards.list_awards(workspace)),
        AwardChoices(
            tuple(Choice(person.id, person.full_name, person.unit_name) for person in people),
            tuple(Choice(unit.id, unit.name) for unit in units.list_units(workspace)),
            tuple(decisions.list_decisions(workspace)),
        ),
    )
