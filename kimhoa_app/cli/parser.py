"""The names and options of the commands; every text that argparse shows is Vietnamese."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

from typing_extensions import override

from kimhoa_app import __version__
from kimhoa_app.cli import checking, documents, eligibility, exports, house, lists, rolling
from kimhoa_app.cli.command import Handler, UnusableCall

FIRST_YEAR, LAST_YEAR = 2000, 2100


class HelpShown(Exception):
    """Help or the version was asked for and has been shown."""


class VietnameseParser(argparse.ArgumentParser):
    """An argument parser that speaks Vietnamese and raises instead of ending the process."""

    def __init__(self, prog: str, description: str = "") -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "phải có"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện cách dùng")

    @override
    def error(self, message: str) -> NoReturn:
        raise UnusableCall(f"Lệnh thiếu hoặc thừa từ; {self.format_usage()}")

    @override
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise HelpShown

    @override
    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "cách dùng:", 1)

    @override
    def format_help(self) -> str:
        return super().format_help().replace("usage:", "cách dùng:", 1)


Commands: TypeAlias = "argparse._SubParsersAction[VietnameseParser]"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the call, with its handler in `run` and the folder of `--data` in `data`.

    Raises UnusableCall for words that are not understood, HelpShown once help has been printed.
    """
    words, data = _without_data(arguments)
    parser, names = _parser()
    for word in words:
        if not word.startswith("-"):
            _known(word, names, "lệnh")
            break
    call = parser.parse_args(words)
    call.data = data
    return call


def _without_data(arguments: Sequence[str]) -> tuple[list[str], Path | None]:
    """Take `--data DIR` out of the words, wherever it stands, since it goes with every command."""
    rest: list[str] = []
    folder: str | None = None
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name != "--data":
            rest.append(word)
            continue
        folder = value if equals else next(words, "")
        if not folder or folder.startswith("-"):
            raise UnusableCall("Sau --data phải có tên thư mục dữ liệu.")
    return rest, None if folder is None else Path(folder)


def _parser() -> tuple[VietnameseParser, Iterable[str]]:
    """Return the parser and the names of its commands."""
    parser = VietnameseParser("kimhoa", "Công tác thi đua, khen thưởng của Ủy ban nhân dân cấp xã.")
    parser.add_argument("--version", action="version", version=f"Kim Hoa {__version__}", help="hiện số phiên bản")
    parser.add_argument("--data", metavar="THƯ_MỤC", help="thư mục dữ liệu, viết trước hoặc sau lệnh")
    commands = parser.add_subparsers(
        title="các lệnh", dest="command", metavar="LỆNH", required=True, parser_class=VietnameseParser
    )
    _add_house_commands(commands)
    _add_document_commands(commands)
    _add_list_commands(commands)
    return parser, commands.choices


def _add_house_commands(commands: Commands) -> None:
    _command(commands, "demo", house.demo, "tạo dữ liệu mẫu của một xã giả định trong thư mục trống")
    _command(commands, "verify", house.check_data, "kiểm tra tệp dữ liệu")


def _add_document_commands(commands: Commands) -> None:
    listing = _command(commands, "templates", documents.list_templates, "các mẫu văn bản và ô phải điền")
    _add_json(listing)
    new = _command(commands, "new", documents.new, "soạn một văn bản từ mẫu")
    new.add_argument("template", metavar="MẪU", help="mã của mẫu, xem lệnh templates")
    _add_year(new)
    new.add_argument(
        "--set", dest="fields", metavar="Ô=GIÁ_TRỊ", action="append", default=[], help="điền một ô của mẫu"
    )
    _add_out(new)
    outline = _command(commands, "outline", documents.outline, "bố cục của một văn bản Word")
    outline.add_argument("file", type=Path, metavar="TỆP", help="tệp .docx")
    _add_json(outline)
    check = _command(commands, "check", checking.check_document, "kiểm tra thể thức và nội dung của một văn bản")
    check.add_argument("file", type=Path, metavar="TỆP", help="tệp .docx hoặc .txt")
    _add_year(check, required=False)
    _add_one_of(check, "--level", "CẤP", checking.LEVELS, "cấp ban hành")
    _add_json(check)
    roll = _command(commands, "roll", rolling.roll_forward, "soạn văn bản năm sau từ văn bản năm trước")
    roll.add_argument("file", type=Path, metavar="TỆP", help="tệp .docx hoặc .txt của năm trước")
    roll.add_argument("--to-year", type=_year, metavar="NĂM", required=True, help="năm của văn bản mới")
    _add_out(roll)
    _add_json(roll)


def _add_list_commands(commands: Commands) -> None:
    reading = _command(commands, "import", lists.read_list, "nhập một danh sách từ bảng tính")
    _add_one_of(reading, "kind", "LOẠI", lists.KINDS, "loại danh sách")
    reading.add_argument("file", type=Path, metavar="TỆP", help="tệp .xlsx, .xls hoặc .csv")
    _add_year(reading, required=False)
    reading.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi")
    _add_json(reading)
    assessing = _command(commands, "eligibility", eligibility.assess, "ai đủ điều kiện danh hiệu nào, vì sao")
    _add_year(assessing)
    assessing.add_argument(
        "--decided", type=eligibility.day, metavar="NGÀY", help="ngày quyết định, thường là 31/12 của năm"
    )
    assessing.add_argument(
        "--received", type=eligibility.day, metavar="NGÀY", help="ngày nhận hồ sơ, thường là 01/12 của năm"
    )
    _add_json(assessing)
    writing = _command(commands, "export", exports.export, "xuất một văn bản hay danh sách của năm")
    _add_one_of(writing, "what", "GÌ", exports.PAPERS, "văn bản")
    _add_year(writing)
    _add_out(writing)


def _command(commands: Commands, name: str, run: Handler, description: str) -> VietnameseParser:
    parser = commands.add_parser(name, help=description, description=description)
    parser.set_defaults(run=run)
    return parser


def _add_one_of(parser: VietnameseParser, dest: str, metavar: str, names: Iterable[str], what: str) -> None:
    known = sorted(names)
    parser.add_argument(
        dest, type=lambda word: _known(word, known, what), metavar=metavar, help=f"{what}: {', '.join(known)}"
    )


def _add_year(parser: VietnameseParser, *, required: bool = True) -> None:
    parser.add_argument("--year", type=_year, metavar="NĂM", required=required, help="năm công tác")


def _add_out(parser: VietnameseParser) -> None:
    parser.add_argument("--out", type=Path, metavar="TỆP", required=True, help="tệp ghi ra: .docx, .xlsx hoặc .pdf")


def _add_json(parser: VietnameseParser) -> None:
    parser.add_argument("--json", action="store_true", help="trả lời bằng JSON")


def _known(word: str, names: Iterable[str], what: str) -> str:
    if word not in names:
        raise UnusableCall(f"Không có {what} “{word}”; có: {', '.join(sorted(names))}.")
    return word


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        raise UnusableCall(f"“{text}” không phải là năm công tác; ghi bốn chữ số, ví dụ --year 2026.")
    return int(text)
