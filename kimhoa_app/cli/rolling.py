"""The command that rolls last year's document forward."""

import argparse

from kimhoa_app.cli.command import DONE, PdfMaker, opened_office, print_json
from kimhoa_app.documents.model import Place
from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.rolling import OfficeMemory, Rolled, roll
from kimhoa_app.domain.errors import DataUnavailable
from kimhoa_app.services import exports
from kimhoa_app.services.rolling import memory_for


def roll_forward(call: argparse.Namespace, make_pdf: PdfMaker) -> int:
    """Write the draft of the new year, and say what was changed and what is to be decided."""
    rolled = roll(read_document(call.file), call.to_year, memory=_memory(call))
    exports.write(rolled.document, call.out, make_pdf)
    if call.json:
        print_json(_rolled_json(rolled))
    else:
        _tell(rolled)
    return DONE


def _memory(call: argparse.Namespace) -> OfficeMemory:
    """Return what the office of the data folder knows, nothing where none is set up or the window holds the folder."""
    try:
        with opened_office(call) as workspace:
            return memory_for(workspace, call.to_year)
    except DataUnavailable:
        return OfficeMemory()


def _rolled_json(rolled: Rolled) -> dict[str, object]:
    return {
        "changes": [
            {"paragraph": _number(each.place), "rule": each.rule, "before": each.before, "after": each.after}
            for each in rolled.changes
        ],
        "questions": [
            {"paragraph": _number(each.place), "rule": each.rule, "text": each.text, "message": each.message}
            for each in rolled.questions
        ],
    }


def _tell(rolled: Rolled) -> None:
    print(f"Đã đổi {len(rolled.changes)} chỗ, còn {len(rolled.questions)} chỗ phải quyết định.")
    for change in rolled.changes:
        print(f"Đoạn {_number(change.place)}: “{change.before}” thành “{change.after}”")
    for question in rolled.questions:
        print(f"Đoạn {_number(question.place)}, “{question.text}”: {question.message}")


def _number(place: Place | None) -> int | None:
    return None if place is None else place.paragraph
