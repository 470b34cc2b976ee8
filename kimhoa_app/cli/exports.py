"""The command that writes the papers and lists of a year."""

import argparse
from collections.abc import Callable
from types import MappingProxyType

from kimhoa_app.cli.command import DONE, PdfMaker, opened_office
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services import exports
from kimhoa_app.services.workspace import Workspace

PAPERS = MappingProxyType[str, Callable[[Workspace, int], OfficialDocument]](
    {
        "registrations": exports.registrations_document,
        "minutes": exports.minutes_document,
        "ballot": exports.ballot_document,
    }
)


def export(call: argparse.Namespace, make_pdf: PdfMaker) -> int:
    """Write one paper of the year to the file asked for; its ending decides the kind."""
    with opened_office(call) as workspace:
        document = PAPERS[call.what](workspace, call.year)
    exports.write(document, call.out, make_pdf)
    print(call.out)
    return DONE
