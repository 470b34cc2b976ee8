"""The developer's one command, the lock that it installs and the README that names it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
import dev  # noqa: E402

REQUIREMENTS = re.split(r"\n(?=\S)", dev.LOCK.read_text("utf-8").strip())


def test_the_lock_holds_no_address() -> None:
    assert not re.search(r"://|--index|--find-links|--trusted-host|@ ", dev.LOCK.read_text("utf-8"))


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda text: text.split("==")[0])
def test_every_requirement_is_pinned_to_one_version_and_its_hashes(requirement: str) -> None:
    assert re.match(r"[a-z0-9._-]+==[^\s]+( ; [^\\]+)? \\\n", requirement)
    assert re.findall(r"--hash=sha256:[0-9a-f]{64}\b", requirement)


def test_pyside_stays_below_the_version_that_aborts_on_python_311() -> None:
    pinned = next(text for text in REQUIREMENTS if text.startswith("pyside6-essentials=="))
    assert re.match(r"pyside6-essentials==6\.11\.([2-9]|\d\d)\b", pinned)


def test_the_readme_gives_exactly_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"^```\n(.+?)\n```$", readme, re.MULTILINE | re.DOTALL) == [
        "python3 dev.py run",
        "python3 dev.py test",
    ]


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_ci_script_ends_with_the_command_of_the_readme() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").endswith("\npython3 dev.py test\n")


def test_dev_needs_nothing_but_the_standard_library() -> None:
    code = f"import sys; sys.path.append({str(ROOT)!r}); import dev; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in result.stdout.split()}
    assert loaded - sys.stdlib_module_names - {"__main__"} == {"dev"}


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 14)])
def test_another_python_is_refused_in_one_sentence(version: tuple[int, int]) -> None:
    with pytest.raises(dev.Unable, match=rf"cần Python 3\.11.*đang dùng Python {version[0]}\.{version[1]}\.$"):
        dev.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_pythons_of_the_lock_are_served(version: tuple[int, int]) -> None:
    dev.check_python(version)


def test_a_library_that_cannot_be_loaded_asks_for_its_package() -> None:
    assert dev.missing_packages({"libkimhoa-not-there.so.9": "libkimhoa9"}) == ["libkimhoa9"]


def test_without_the_right_to_install_the_one_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "privilege", lambda: None)
    with pytest.raises(dev.Unable, match=r"\n  sudo apt-get install -y --no-install-recommends libegl1 libgl1$"):
        dev.install_system_packages(["libegl1", "libgl1"], "Thiếu thư viện")


def test_where_there_is_no_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    with pytest.raises(dev.Unable, match="libegl1"):
        dev.install_system_packages(["libegl1"], "Thiếu thư viện")


def test_the_environment_is_made_again_when_the_lock_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.wanted_stamp()
    changed = tmp_path / "requirements.lock"
    changed.write_text("another==1\n", "utf-8")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.wanted_stamp() != before


def test_the_summary_gives_the_count_of_tests_and_the_coverage(tmp_path: Path) -> None:
    results, coverage = tmp_path / "tests.xml", tmp_path / "coverage.json"
    results.write_text(
        '<testsuites><testsuite tests="12" failures="1" errors="1" skipped="3"/></testsuites>', encoding="utf-8"
    )
    coverage.write_text(json.dumps({"totals": {"percent_covered": 87.654}}), "utf-8")
    said = dev.summary(results, coverage)
    assert said == "Kiểm thử: 12 (đạt 7, trượt 2, bỏ qua 3). Độ phủ: 87,7 %."


def test_a_run_that_broke_off_has_no_summary(tmp_path: Path) -> None:
    assert "dừng giữa chừng" in dev.summary(tmp_path / "tests.xml", tmp_path / "coverage.json")


def test_a_failing_step_fails_the_whole_but_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    called: list[str] = []

    def call(*arguments: str, **_: str) -> int:
        called.append(arguments[1])
        return 1 if arguments[1] == "mypy" else 0

    monkeypatch.setattr(dev, "OUT", tmp_path)
    monkeypatch.setattr(dev, "make_ready", lambda _: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test"]) == 1
    assert called[:3] == ["ruff", "ruff", "mypy"]
    assert called[-1] == "pytest"
