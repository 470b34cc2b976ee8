"""The rules of eligibility as they ship and as the office holds them: confirmed, changed, restored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from db.audit import Change
from db.store import eligibility_records as store
from db.store.office import read_settings
from db.unit_of_work import UnitOfWork
from kimhoa_app.domain.eligibility.figures import checked_figure, figures_of
from kimhoa_app.domain.eligibility.rules import Override, Overrides, Rule, Severity, changed_rule, shipped_rules
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.regimes import regimes
from kimhoa_app.domain.settings import Settings
from kimhoa_app.services.workspace import Workspace

FORCE = "registration.force"
REGISTRATION_RULES = ("C30", "C30T", "C30H")

_FORCES = {"block": Severity.BLOCK, "warn": Severity.WARN, "ignore": Severity.OFF}


@dataclass(frozen=True, slots=True)
class RuleNow:
    """A rule of a regime as it ships and as it holds; `edit` is what the office changed, None for nothing."""

    regime: str
    shipped: Rule
    current: Rule
    edit: Override | None

    @property
    def is_set_elsewhere(self) -> bool:
        """Whether its severity is the setting of registrations."""
        return self.shipped.id in REGISTRATION_RULES

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it is in use and the office has not held it against its text yet."""
        return not self.current.certain and self.current.severity is not Severity.OFF


def office_overrides(uow: UnitOfWork) -> Overrides:
    """Return what the office changed of the rules; the severity of rule C30 is that of the setting."""
    edits = dict(store.read_rule_edits(uow))
    force = _FORCES[Settings(read_settings(uow)).choice(FORCE)]
    for regime in regimes():
        for rule_id in REGISTRATION_RULES:
            edit = edits.get((rule_id, regime.code), Override())
            edits[rule_id, regime.code] = replace(edit, severity=force)
    return edits


def list_rules(workspace: Workspace, regime: str) -> list[RuleNow]:
    """Return every rule of a regime in the order of the data, those that are off too."""
    with workspace.begin() as uow:
        edits, effective = store.read_rule_edits(uow), office_overrides(uow)
    return [
        RuleNow(regime, rule, changed_rule(rule, effective.get((rule.id, regime))), _changed(edits, rule.id, regime))
        for rule in shipped_rules(regime)
    ]


def change_rule(
    workspace: Workspace,
    rule_id: str,
    regime: str,
    *,
    severity: Severity | None = None,
    figures: Mapping[str, str] | None = None,
    certain: bool | None = None,
) -> None:
    """Let the office's severity, figures or confirmation hold from now on; what is not given stays.

    Raises NotFound for an unknown rule, InvalidInput with the figure as its field.
    """
    rule = _shipped(rule_id, regime)
    with workspace.begin() as uow:
        edit = store.read_rule_edits(uow).get((rule_id, regime), Override())
        if severity is not None:
            if rule_id in REGISTRATION_RULES:
                raise InvalidInput("severity", "Mức xử lý này theo thiết lập “Khi đăng ký sau hạn hoặc không đăng ký”.")
            edit = replace(edit, severity=None if severity is rule.severity else severity)
        if figures:
            edit = replace(edit, params=_figures(rule, {**edit.params, **_checked(rule, figures)}))
        if certain is not None:
            edit = replace(edit, certain=None if certain is rule.certain else certain)
        store.save_rule_edit(uow, rule_id, regime, edit)
        uow.commit()


def restore_rule(workspace: Workspace, rule_id: str, regime: str) -> None:
    """Let the rule hold as it ships."""
    _shipped(rule_id, regime)
    with workspace.begin() as uow:
        store.restore_rule(uow, rule_id, regime)
        uow.commit()


def put_back_edit(workspace: Workspace, rule_id: str, regime: str, edit: Override | None) -> None:
    """Let exactly this change of the office hold, None for none; takes back a later one."""
    with workspace.begin() as uow:
        store.save_rule_edit(uow, rule_id, regime, edit or Override())
        uow.commit()


def rule_history(workspace: Workspace, rule_id: str, regime: str) -> list[Change]:
    """Return what the office changed of a rule and when, oldest first."""
    with workspace.begin() as uow:
        return store.rule_history(uow, rule_id, regime)


def _changed(edits: Overrides, rule_id: str, regime: str) -> Override | None:
    edit = edits.get((rule_id, regime))
    return None if edit == Override() else edit


def _shipped(rule_id: str, regime: str) -> Rule:
    rule = next((each for each in shipped_rules(regime) if each.id == rule_id), None)
    if rule is None:
        raise NotFound(f"Không có quy tắc {rule_id} trong chế độ {regime}.")
    return rule


def _checked(rule: Rule, typed: Mapping[str, str]) -> dict[str, bool | int | str]:
    known = {figure.key: figure for figure in figures_of(rule.params)}
    for key in typed:
        if key not in known:
            raise InvalidInput(key, "Quy tắc này không có số liệu ấy.")
    return {key: checked_figure(known[key], text) for key, text in typed.items()}


def _figures(rule: Rule, params: Mapping[str, object]) -> dict[str, object]:
    """Return only what differs from the shipped figures."""
    return {key: value for key, value in params.items() if rule.params.get(key) != value}
