"""The first steps in an empty data folder: looking around in sample data, and leaving them for the real work."""

from pathlib import Path

from db.store.office import read_settings, write_setting
from kimhoa_app.domain.errors import Refused
from kimhoa_app.services.sample import SampleCounts, fill
from kimhoa_app.services.workspace import Workspace

SAMPLE_MARK = "sample"
"""The key under which the data file says that it holds the fictional commune; no setting of the office."""


def look_around(workspace: Workspace) -> SampleCounts:
    """Fill the empty data folder with the fictional commune and mark it; raises Refused when it is not empty."""
    counts = fill(workspace)
    with workspace.begin() as uow:
        write_setting(uow, SAMPLE_MARK, "true")
        uow.commit()
    return counts


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
