"""What every command gets, and how it answers."""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.domain.errors import DataUnavailable
from kimhoa_app.paths import default_data_folder
from kimhoa_app.services.office import is_set_up
from kimhoa_app.services.workspace import Workspace, has_data_file, open_workspace

PdfMaker = Callable[[OfficialDocument], bytes]
Handler = Callable[[argparse.Namespace, PdfMaker], int]

DONE, NO, UNUSABLE = 0, 1, 2

_NO_OFFICE = (
    "Chưa có thông tin cơ quan trong thư mục dữ liệu; hãy mở Kim Hoa để khai báo cơ quan, "
    "hoặc gõ “kimhoa demo” để tạo dữ liệu mẫu."
)


class UnusableCall(Exception):
    """The words of the call are not those of any command; the sentence says what would be."""


def data_folder(call: argparse.Namespace) -> Path:
    """Return the folder that `--data` names, else the one of the person logged in."""
    folder: Path | None = call.data
    return default_data_folder() if folder is None else folder


def opened(call: argparse.Namespace) -> Workspace:
    """Open the data folder of the call, made if it does not exist; raises DataUnavailable."""
    return open_workspace(data_folder(call))


@contextmanager
def opened_office(call: argparse.Namespace) -> Iterator[Workspace]:
    """Open a data folder in which the office is set up, else raise DataUnavailable and make nothing."""
    if not has_data_file(data_folder(call)):
        raise DataUnavailable(_NO_OFFICE)
    with opened(call) as workspace:
        if not is_set_up(workspace):
            raise DataUnavailable(_NO_OFFICE)
        yield workspace


def print_json(value: object) -> None:
    """Write the value as JSON for another program to read."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
