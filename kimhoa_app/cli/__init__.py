"""The command line: the same use cases without a window; names, options and JSON shapes are a contract.

Exit status: 0 done, 1 the answer is "no", 2 the input or the call is unusable (one line in Vietnamese on stderr,
nothing changed).
"""

import io
import os
import sys
from collections.abc import Sequence

from kimhoa_app.cli.command import DONE, NO, UNUSABLE, Handler, PdfMaker, UnusableCall
from kimhoa_app.cli.parser import HelpShown, parse
from kimhoa_app.domain.errors import KimHoaError, Refused


def main(arguments: Sequence[str], make_pdf: PdfMaker) -> int:
    """Run one command and return the exit status; `make_pdf` turns a document into the bytes of a PDF."""
    _write_utf8()
    try:
        call = parse(arguments)
        handler: Handler = call.run
        status = handler(call, make_pdf)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _unheard()
    except HelpShown:
        return DONE
    except Refused as refusal:
        return _told(refusal.message, NO)
    except (KimHoaError, UnusableCall) as error:
        return _told(str(error), UNUSABLE)


def _write_utf8() -> None:
    """Let both streams take every Vietnamese letter; a Windows console or pipe is opened with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _unheard() -> int:
    """Let the process end quietly when nobody reads on, as behind `| head`; its streams are flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _told(sentence: str, status: int) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return status
