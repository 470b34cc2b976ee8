"""The office's settings: each with its default, the ground of that default, and what holds now."""

from dataclasses import dataclass

from db.store import office as store
from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.settings import Setting, Settings, checked_value, definitions
from kimhoa_app.services.workspace import Workspace

__all__ = ["SettingNow", "change_setting", "list_settings", "read_settings", "restore_default"]


@dataclass(frozen=True, slots=True)
class SettingNow:
    """A setting and the stored form of what holds now; `is_changed` when the office has set it."""

    setting: Setting
    current: str
    is_changed: bool


def read_settings(workspace: Workspace) -> Settings:
    """Return the settings as they hold, for rules and documents to read."""
    with workspace.begin() as uow:
        return Settings(store.read_settings(uow))


def list_settings(workspace: Workspace) -> list[SettingNow]:
    """Return every setting with what holds now, in the order of the page."""
    settings = read_settings(workspace)
    return [SettingNow(entry, settings.value(key), key in settings.stored) for key, entry in definitions().items()]


def change_setting(workspace: Workspace, key: str, text: str) -> None:
    """Set what holds from now on, as the clerk types it; raises InvalidInput with the key as its field."""
    if key not in definitions():
        raise InvalidInput(key, f"Không có thiết lập nào tên {key}.")
    value = checked_value(key, text)
    with workspace.begin() as uow:
        store.write_setting(uow, key, value)
        uow.commit()


def restore_default(workspace: Workspace, key: str) -> None:
    """Let the default of a setting hold again."""
    with workspace.begin() as uow:
        store.clear_setting(uow, key)
        uow.commit()
