"""Every table of the data file, one module for each subject; `docs/data-model.md` draws them together."""

from db.tables.awards import AwardRow, DecisionRow
from db.tables.councils import (
    AttendanceRow,
    CouncilMemberRow,
    CouncilRow,
    MarkRow,
    MeetingCriterionRow,
    MeetingRow,
    NominationRow,
    TallyRow,
)
from db.tables.documents import DocumentRow, DocumentVersionRow
from db.tables.drafting import DocumentOriginRow, DocumentQuestionRow, IgnoredFindingRow
from db.tables.eligibility import (
    ConsiderationFactRow,
    EligibilityOverrideRow,
    InitiativeUseRow,
    RuleEditRow,
)
from db.tables.files import AttachmentRow, WordCopyRow
from db.tables.households import HouseholdRow
from db.tables.imports import ColumnChoiceRow, ImportBatchRow
from db.tables.initiatives import InitiativeAuthorRow, InitiativeRow
from db.tables.merges import PersonMergeRow
from db.tables.office import OfficePeriodRow, SettingRow, SignerRow
from db.tables.people import AnnualRatingRow, DisciplineRow, PersonRow, PersonStatusRow, PostRow
from db.tables.records import AuditEntryRow
from db.tables.registrations import RegistrationRoundRow, RegistrationRow
from db.tables.templates import OfficeTemplateRow
from db.tables.units import UnitRow, UnitSuccessionRow

__all__ = [
    "AnnualRatingRow",
    "AttachmentRow",
    "AttendanceRow",
    "AuditEntryRow",
    "AwardRow",
    "ColumnChoiceRow",
    "ConsiderationFactRow",
    "CouncilMemberRow",
    "CouncilRow",
    "DecisionRow",
    "DisciplineRow",
    "DocumentOriginRow",
    "DocumentQuestionRow",
    "DocumentRow",
    "DocumentVersionRow",
    "EligibilityOverrideRow",
    "HouseholdRow",
    "IgnoredFindingRow",
    "ImportBatchRow",
    "InitiativeAuthorRow",
    "InitiativeRow",
    "InitiativeUseRow",
    "MarkRow",
    "MeetingCriterionRow",
    "MeetingRow",
    "NominationRow",
    "OfficePeriodRow",
    "OfficeTemplateRow",
    "PersonMergeRow",
    "PersonRow",
    "PersonStatusRow",
    "PostRow",
    "RegistrationRoundRow",
    "RegistrationRow",
    "RuleEditRow",
    "SettingRow",
    "SignerRow",
    "TallyRow",
    "UnitRow",
    "UnitSuccessionRow",
    "WordCopyRow",
]
