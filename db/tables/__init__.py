"""Every table of the data file, one module for each subject; `docs/data-model.md` draws them together."""

from db.tables.awards import AwardRow, DecisionRow, InitiativeAuthorRow, InitiativeRow
from db.tables.councils import AttendanceRow, CouncilMemberRow, CouncilRow, MeetingRow, NominationRow, TallyRow
from db.tables.documents import DocumentRow, DocumentVersionRow
from db.tables.office import OfficePeriodRow, SettingRow, SignerRow
from db.tables.people import AnnualRatingRow, DisciplineRow, PersonRow, PersonStatusRow, PostRow
from db.tables.records import AuditEntryRow
from db.tables.registrations import RegistrationRoundRow, RegistrationRow
from db.tables.units import UnitRow, UnitSuccessionRow

__all__ = [
    "AnnualRatingRow",
    "AttendanceRow",
    "AuditEntryRow",
    "AwardRow",
    "CouncilMemberRow",
    "CouncilRow",
    "DecisionRow",
    "DisciplineRow",
    "DocumentRow",
    "DocumentVersionRow",
    "InitiativeAuthorRow",
    "InitiativeRow",
    "MeetingRow",
    "NominationRow",
    "OfficePeriodRow",
    "PersonRow",
    "PersonStatusRow",
    "PostRow",
    "RegistrationRoundRow",
    "RegistrationRow",
    "SettingRow",
    "SignerRow",
    "TallyRow",
    "UnitRow",
    "UnitSuccessionRow",
]
