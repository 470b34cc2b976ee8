"""Everything that a developer does, the same on Windows and Linux: run, test, bench, shots, build.

Only the standard library is used, and Python 3.11 to 3.13 is all that a machine needs: the first call makes `.venv`
and installs `requirements.lock` into it with every hash checked; later calls find it as they left it.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
OUT = ROOT / "out"
SAMPLE = OUT / "sample"
STAMP = VENV / "installed"
PYTHONS = ((3, 11), (3, 12), (3, 13))

# What the libraries and plugins of PySide6_Essentials 6.11 load and its wheels do not carry: found with readelf.
PAGE_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Unable(Exception):
    """What stands in the way, in one Vietnamese sentence."""


def venv_python(folder: Path = VENV) -> Path:
    """Return the interpreter inside the virtual environment `folder`."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def check_python(version: tuple[int, int]) -> None:
    """Raise Unable unless the locked dependencies serve this Python."""
    if version not in PYTHONS:
        wanted = "3.11, 3.12 hoặc 3.13"
        raise Unable(f"Kim Hoa cần Python {wanted}; máy đang dùng Python {version[0]}.{version[1]}.")


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of those `libraries` that cannot be loaded."""
    return [package for name, package in libraries.items() if not can_load(name)]


def can_load(library: str) -> bool:
    """Whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def see_to_system(libraries: dict[str, str]) -> None:
    """Install what is missing of the system on Debian or Ubuntu, or raise Unable with the one command that does it."""
    if sys.platform.startswith("linux") and (packages := venv_package() + missing_packages(libraries)):
        install_system_packages(packages, "Máy còn thiếu vài gói của hệ thống")


def venv_package() -> list[str]:
    """Return the package that lets this Python make a virtual environment: Debian keeps half of venv apart."""
    return [] if importlib.util.find_spec("ensurepip") else ["python{}.{}-venv".format(*sys.version_info)]


def install_system_packages(packages: Sequence[str], reason: str) -> None:
    """Install Debian `packages` where no password is needed; else raise Unable, whose sentence begins with `reason`."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise Unable(f"{reason}; trên Debian các gói đó tên là: {' '.join(packages)}.")
    prefix = privilege()
    if prefix is None:
        raise Unable(f"{reason}. Hãy chạy lệnh này rồi chạy lại:\n  sudo {' '.join(command)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*prefix, "apt-get", "update", "-q"], check=False, env=environment)
    if subprocess.run([*prefix, *command], check=False, env=environment).returncode:
        raise Unable(f"{reason}, nhưng không cài được: {' '.join(packages)}.")


def privilege() -> list[str] | None:
    """Return what to put before a command that only root may run: nothing, sudo, or None where neither will do."""
    if os.geteuid() == 0:  # type: ignore[attr-defined,unused-ignore]  # absent on Windows, where this is not called
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def wanted_stamp() -> str:
    """Return what the environment must have been made from: this Python, the lock, the project's own metadata."""
    sources = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    major, minor = sys.version_info[:2]
    return f"{major}.{minor} {sys.base_prefix} {ROOT} {hashlib.sha256(sources).hexdigest()}\n"


def make_ready(libraries: dict[str, str]) -> None:
    """Bring `.venv` to what the lock says, and the system to what Qt needs; quick when both are so already."""
    check_python(sys.version_info[:2])
    see_to_system(libraries)
    stamp = wanted_stamp()
    if VENV.is_symlink():  # lent by another checkout, which looks after it
        return
    if venv_python().exists() and STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    print("Đang chuẩn bị môi trường trong .venv (chỉ lần đầu)…", flush=True)
    if Path(sys.prefix).resolve() != VENV:  # the environment cannot clear itself away
        venv.create(VENV, clear=True, with_pip=True)
    pip("--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK))
    pip("--no-build-isolation", "--no-deps", "--no-index", "--editable", str(ROOT))
    STAMP.write_text(stamp, "utf-8")


def pip(*arguments: str) -> None:
    """Run `pip install` in the virtual environment; raise Unable when it fails."""
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *arguments]
    if subprocess.run(command, check=False, cwd=ROOT).returncode:
        raise Unable("Không cài được các thư viện; xem thông báo của pip ở trên, kiểm tra mạng rồi chạy lại.")


def call(*arguments: str, **environment: str) -> int:
    """Run the environment's Python with `arguments` in the checkout, and return its exit status.

    Compiled code is kept even where the surroundings forbid it: the tests start the program often, and without it each
    start takes twice as long.
    """
    surroundings = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "", **environment}
    return subprocess.run([str(venv_python()), *arguments], check=False, cwd=ROOT, env=surroundings).returncode


def kimhoa(*arguments: str, **environment: str) -> None:
    """Run the program on the sample commune; raise Unable when it ends with an error."""
    status = call("-m", "kimhoa_app", "--data", str(SAMPLE), *arguments, **environment)
    if status:
        raise Unable(f"Lệnh «kimhoa {' '.join(arguments)}» dừng với mã {status}.")


def make_sample() -> None:
    """Fill the sample commune's data folder unless it is filled already."""
    if not SAMPLE.exists() or not any(SAMPLE.iterdir()):
        print("Đang tạo dữ liệu mẫu: xã Kim Hoa…", flush=True)
        kimhoa("demo")


def run() -> int:
    """Open the window on the sample commune; without a display do the year's work and write its documents."""
    if has_display():
        make_ready(PAGE_LIBRARIES | WINDOW_LIBRARIES)
        make_sample()
        kimhoa()
    else:
        make_ready(PAGE_LIBRARIES)
        make_sample()
        print("Máy không có màn hình: làm công việc của năm bằng dòng lệnh.", flush=True)
        write_documents()
    return 0


def write_documents() -> None:
    """Write the year's documents of the sample commune to `out/` and list them."""
    documents = {
        "ke-hoach-2026.docx": ("new", "ke-hoach-nam", "--year", "2026"),
        "ke-hoach-2026.pdf": ("new", "ke-hoach-nam", "--year", "2026"),
        "dang-ky-2025.xlsx": ("export", "registrations", "--year", "2025"),
        "dang-ky-2025.docx": ("export", "registrations", "--year", "2025"),
        "bien-ban-2025.docx": ("export", "minutes", "--year", "2025"),
        "phieu-2026.docx": ("export", "ballot", "--year", "2026"),
    }
    for name, arguments in documents.items():
        kimhoa(*arguments, "--out", str(OUT / name), QT_QPA_PLATFORM="offscreen")
    kimhoa("verify")
    print("\nCác văn bản đã làm:")
    for name in documents:
        print(f"  {(OUT / name).stat().st_size / 1024:8.1f} KB  {Path('out') / name}")


def test() -> int:
    """Run every check, whatever the ones before it said, and end with the count of tests and the coverage."""
    make_ready(PAGE_LIBRARIES)
    OUT.mkdir(exist_ok=True)
    results, coverage = OUT / "tests.xml", OUT / "coverage.json"
    for old in (results, coverage):
        old.unlink(missing_ok=True)
    shared = ("-n", "2", "--dist=worksteal")  # begins with two halves, so that the fixtures of a module are made once
    measured = ("--cov", f"--cov-report=json:{coverage}", f"--junitxml={results}")
    steps = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
        "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as main; main()"),
        "pytest": ("-m", "pytest", *shared, "--hypothesis-profile=ci", *measured),  # that profile has no deadlines
    }
    failed = []
    for name, arguments in steps.items():
        print(f"\n== {name}", flush=True)
        if call(*arguments, QT_QPA_PLATFORM="offscreen"):
            failed.append(name)
    print(f"\n{summary(results, coverage)}")
    print(f"Không đạt: {', '.join(failed)}." if failed else "Đạt cả.")
    return 1 if failed else 0


def summary(results: Path, coverage: Path) -> str:
    """Return the count of tests and the coverage from pytest's two files, or say that they are not there."""
    if not results.exists() or not coverage.exists():
        return "Không có kết quả kiểm thử: pytest đã dừng giữa chừng."
    suite = next(ElementTree.parse(results).iter("testsuite"))
    count, failures, errors, skipped = (int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped"))
    percent = json.loads(coverage.read_text("utf-8"))["totals"]["percent_covered"]
    passed, failed = count - failures - errors - skipped, failures + errors
    share = f"{percent:.1f}".replace(".", ",")
    return f"Kiểm thử: {count} (đạt {passed}, trượt {failed}, bỏ qua {skipped}). Độ phủ: {share} %."


def bench() -> int:
    """Run every benchmark; each prints its own table."""
    make_ready(PAGE_LIBRARIES)
    statuses = [call("-m", f"benchmarks.{path.stem}") for path in sorted((ROOT / "benchmarks").glob("bench_*.py"))]
    return 1 if any(statuses) else 0


def shots() -> int:
    """Save a picture of every page and dialog, filled with the sample commune, to `out/shots`."""
    make_ready(PAGE_LIBRARIES)
    make_sample()
    kimhoa("--screenshots", str(OUT / "shots"), QT_QPA_PLATFORM="offscreen")
    return 0


def build() -> int:
    """Freeze the program into `dist/kimhoa`, a folder that needs no Python."""
    make_ready(PAGE_LIBRARIES | WINDOW_LIBRARIES)
    return call("-m", "PyInstaller", "--noconfirm", str(ROOT / "installer" / "kimhoa.spec"))


VERBS = {"run": run, "test": test, "bench": bench, "shots": shots, "build": build}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one of the verbs and return the exit status."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know Vietnamese letters
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr,unused-ignore]
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=(verb.__doc__ or "").splitlines()[0])
    try:
        return VERBS[parser.parse_args(arguments).verb]()
    except Unable as reason:
        print(reason, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
