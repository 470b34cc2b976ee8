"""Leaving the sample data for the real work."""

from pathlib import Path

from db.store.office import read_settings
from kimhoa_app.domain.errors import Refused
from kimhoa_app.services.sample import SAMPLE_MARK
from kimhoa_app.services.workspace import Workspace


def is_sample(workspace: Workspace) -> bool:
    """Return whether the data are those of the fictional commune."""
    with workspace.begin() as uow:
        return SAMPLE_MARK in read_settings(uow)


def begin_for_real(workspace: Workspace) -> Path:
    """Put the sample aside among the backups, go on with empty data, and return where the sample is kept.

    Raises Refused when the data are the office's own, DataUnavailable when the file cannot be put aside.
    """
    if not is_sample(workspace):
        raise Refused("Dữ liệu này là của cơ quan, không phải dữ liệu mẫu, nên không bỏ đi được.")
    return workspace.start_over(f"du-lieu-mau-{workspace.now:%Y%m%d-%H%M%S}.db")
