"""Where everything is put together: no sub-command opens the window, else the command line runs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kimhoa_app.documents.model import OfficialDocument

WITH_VALUE: Final = ("--data", "--screenshots", "--scale")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name and return its exit status.

    Without a sub-command the window opens; `-h`, `--version` and every sub-command belong to the command line.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if _names_command(words):
        from kimhoa_app.cli import main as run_command

        return run_command(words, _make_pdf)
    return _open_window(words)


def _names_command(words: Sequence[str]) -> bool:
    rest = iter(words)
    for word in rest:
        if word in WITH_VALUE:
            next(rest, None)
        elif not word.startswith("-") or word in ("-h", "--help", "--version"):
            return True
    return False


def _usual_folder() -> Path:
    from kimhoa_app.paths import default_data_folder

    return default_data_folder()


def _make_pdf(document: "OfficialDocument") -> bytes:
    from ui.printing.pdf import page_maker

    return page_maker()(document)


def _open_window(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="kimhoa", add_help=False, exit_on_error=False)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--paint-and-quit", action="store_true")
    parser.add_argument("--screenshots", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    try:
        asked, unknown = parser.parse_known_args(words)
    except argparse.ArgumentError:
        unknown = list(words)
    if unknown:
        sys.stderr.write(f"Không hiểu tùy chọn {' '.join(unknown)}; gõ kimhoa --help để xem cách dùng.\n")
        return 2
    from ui.application import Start, run_window

    return run_window(Start(asked.data or _usual_folder(), asked.paint_and_quit, asked.screenshots, asked.scale))


if __name__ == "__main__":
    sys.exit(main())
