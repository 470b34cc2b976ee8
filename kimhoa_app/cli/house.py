"""Commands about the data folder as a whole."""

import argparse

from kimhoa_app.cli.command import DONE, NO, PdfMaker, data_folder, opened
from kimhoa_app.services import sample
from kimhoa_app.services.workspace import verify


def demo(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Fill an empty data folder with the fictional commune."""
    with opened(call) as workspace:
        counts = sample.fill(workspace)
    print(
        f"Đã tạo dữ liệu mẫu: {counts.people} người, {counts.units} đơn vị, {counts.years} năm, "
        f"{counts.awards} lượt khen thưởng."
    )
    return DONE


def check_data(call: argparse.Namespace, _make_pdf: PdfMaker) -> int:
    """Check the data file, and say what is wrong with it line by line."""
    problems = verify(data_folder(call))
    for problem in problems:
        print(problem)
    if problems:
        return NO
    print("Tệp dữ liệu nguyên vẹn.")
    return DONE
