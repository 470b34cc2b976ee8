"""A file told by what is in it: Word, plain text, or what cannot be read, with one sentence that says what to do."""

from pathlib import Path

from kimhoa_app.documents.reading.package import MOST_BYTES
from kimhoa_app.documents.reading.plain_file import plain_source
from kimhoa_app.documents.reading.source import Source
from kimhoa_app.documents.reading.word_file import WordFile, open_word_file
from kimhoa_app.domain.errors import UnusableFile

_ZIP = b"PK"
_WORD_ENDINGS = (".docx", ".docm", ".dotx")
_SAVE_AS_DOCX = "hãy mở bằng Word và lưu thành .docx."
_TYPE_AGAIN = "hãy mở văn bản gốc trong Word, hoặc gõ lại phần chữ rồi lưu thành .docx."
_KNOWN = (
    (b"\xd0\xcf\x11\xe0", f"là tệp Word đời cũ (.doc) hoặc có mật khẩu; {_SAVE_AS_DOCX}"),
    (b"%PDF", f"là tệp PDF, không đọc được thành văn bản; {_TYPE_AGAIN}"),
    (b"{\\rtf", f"là tệp RTF; {_SAVE_AS_DOCX}"),
    (b"\x89PNG", f"là tệp ảnh; {_TYPE_AGAIN}"),
    (b"\xff\xd8\xff", f"là tệp ảnh; {_TYPE_AGAIN}"),
    (b"GIF8", f"là tệp ảnh; {_TYPE_AGAIN}"),
    (b"II*\0", f"là tệp ảnh; {_TYPE_AGAIN}"),
    (b"MM\0*", f"là tệp ảnh; {_TYPE_AGAIN}"),
    (b"Rar!", "là tệp nén; hãy giải nén rồi mở tệp văn bản bên trong."),
    (b"7z\xbc\xaf", "là tệp nén; hãy giải nén rồi mở tệp văn bản bên trong."),
)
_WEB = (b"<!doctype html", b"<html", b"<?xml")


def read_source(source: Path | bytes, name: str = "") -> Source:
    """Return the paragraphs and tables of a .docx or a plain text file, numbered.

    `name` is the file's name for the sentence of an error, by default that of the path. Raises UnusableFile for what
    is neither, is broken, too large or cannot be read.
    """
    read = read_file(source, name)
    return read if isinstance(read, Source) else read.source


def read_file(source: Path | bytes, name: str = "") -> Source | WordFile:
    """Return the same with the Word file that it was read from, where it is one; raises UnusableFile as above."""
    if isinstance(source, Path):
        name = name or source.name
        source = _content(source, name)
    name = name or "Tệp"
    if len(source) > MOST_BYTES:
        raise UnusableFile(f"“{name}” quá lớn, không phải một văn bản thông thường.")
    if not source.strip(b"\0 \t\r\n"):
        raise UnusableFile(f"“{name}” không có chữ nào.")
    for mark, sentence in _KNOWN:
        if source.startswith(mark):
            raise UnusableFile(f"“{name}” {sentence}")
    if source.startswith(_ZIP):
        return open_word_file(source, name)
    if name.lower().endswith(_WORD_ENDINGS):
        raise UnusableFile(f"“{name}” không phải tệp Word (.docx) hoặc đã bị hỏng.")
    if source[:100].lstrip().lower().startswith(_WEB):
        raise UnusableFile(f"“{name}” là trang web, không phải văn bản; {_SAVE_AS_DOCX}")
    return plain_source(source, name)


def _content(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnusableFile(f"“{name}” quá lớn, không phải một văn bản thông thường.")
        return path.read_bytes()
    except OSError as error:
        raise UnusableFile(f"Không mở được tệp “{name}”; kiểm tra tệp còn ở đó và được phép đọc.") from error
