"""The scan of a signed copy as it comes from the scanner: known by its content, whole, and not too large."""

from dataclasses import dataclass
from pathlib import Path

from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.text.normal import nfc

MEGABYTE = 1_000_000
_TAIL = 2048  # bytes at the end in which a whole file has its end mark; scanners write padding after it


@dataclass(frozen=True, slots=True)
class Scan:
    """A PDF or a picture; the ending of `file_name` is that of its content."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Kind:
    beginning: bytes
    end: bytes
    endings: tuple[str, ...]


_KINDS = (
    _Kind(b"%PDF-", b"%%EOF", (".pdf",)),
    _Kind(b"\xff\xd8\xff", b"\xff\xd9", (".jpg", ".jpeg")),
    _Kind(b"\x89PNG\r\n\x1a\n", b"IEND", (".png",)),
)
SCAN_ENDINGS = tuple(ending for kind in _KINDS for ending in kind.endings)


def read_scan(path: Path, most_megabytes: int) -> Scan:
    """Return the scan at `path`; raises UnusableFile for another kind of file, a cut one, or one above the limit."""
    try:
        size = path.stat().st_size
        if size > most_megabytes * MEGABYTE:
            raise UnusableFile(
                f"“{path.name}” nặng {size / MEGABYTE:.0f} MB, quá mức {most_megabytes} MB; hãy quét lại ở 200–300 "
                "dpi, hoặc đổi mức ở trang Cài đặt."
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnusableFile(f"Không đọc được “{path.name}”; kiểm tra tệp còn ở đó và không bị khóa.") from error
    return Scan(_named(path, _kind(content, path.name)), content)


def _kind(content: bytes, name: str) -> _Kind:
    if not content:
        raise UnusableFile(f"“{name}” là tệp trống; hãy quét lại.")
    kind = next((kind for kind in _KINDS if content.startswith(kind.beginning)), None)
    if kind is None:
        raise UnusableFile(f"“{name}” không phải tệp PDF, JPG hoặc PNG; hãy quét thành một trong các loại ấy.")
    if kind.end not in content[-_TAIL:]:
        raise UnusableFile(f"“{name}” bị thiếu phần cuối, có lẽ chưa quét hoặc chép xong; hãy lấy lại tệp.")
    return kind


def _named(path: Path, kind: _Kind) -> str:
    if path.suffix.casefold() in kind.endings:
        return nfc(path.name)
    return nfc(f"{path.stem}{kind.endings[0]}")
