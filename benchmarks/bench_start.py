"""How soon the main window paints, beside an empty PySide6 window; the promise is: within twice its time.

Run from the top of the project: python -m benchmarks.bench_start [runs]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

PROMISE = 2.0
EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)

application = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
"""


def seconds(command: Sequence[str]) -> float:
    """Run `command` to its end and return how long it took, with compiled modules kept as on every clerk's PC."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - started


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    """Return the times of each command, taken in turns so that the machine's moods fall on all alike."""
    for command in commands.values():
        seconds(command)  # the first run only fills the file cache
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return times


def main() -> int:
    """Print the table; the exit status is 1 when the promise is not kept."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        kimhoa = [sys.executable, "-m", "kimhoa_app", "--data", folder, "--paint-and-quit"]
        times = measure({"empty window": [sys.executable, "-c", EMPTY_WINDOW], "Kim Hoa": kimhoa}, runs)
    print(f"{f'start to first paint, {runs} runs':32}{'median s':>10}{'fastest s':>11}{'slowest s':>11}")
    for name, taken in times.items():
        print(f"{name:32}{statistics.median(taken):10.2f}{min(taken):11.2f}{max(taken):11.2f}")
    ratio = statistics.median(times["Kim Hoa"]) / statistics.median(times["empty window"])
    print(f"{'ratio (promised: at most 2)':32}{ratio:10.2f}")
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
