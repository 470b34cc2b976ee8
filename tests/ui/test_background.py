import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kimhoa_app.domain.errors import Refused
from ui.background import BackgroundRunner, ImmediateRunner, Listener, Progress


@pytest.fixture
def runner(qapp: object) -> Iterator[BackgroundRunner]:
    made = BackgroundRunner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_outcome_comes_back_here(runner: BackgroundRunner, qtbot: QtBot) -> None:
    threads: list[int] = []
    outcomes: list[tuple[int, int]] = []
    runner.submit(
        lambda: threads.append(threading.get_ident()) or 7,
        done=lambda value: outcomes.append((value, threading.get_ident())),
        failed=pytest.fail,
    )
    qtbot.waitUntil(lambda: runner.is_idle)
    assert outcomes == [(7, threading.get_ident())]
    assert threads != [threading.get_ident()]


def test_pieces_of_work_run_one_after_the_other(runner: BackgroundRunner, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        runner.submit(lambda number=number: order.append(number), done=lambda _none: None, failed=pytest.fail)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert order == list(range(20))


@pytest.mark.parametrize("make", [BackgroundRunner, ImmediateRunner])
def test_a_mendable_failure_goes_to_the_page_after_its_button_is_free_again(qtbot: QtBot, make: type) -> None:
    heard: list[str] = []

    def refuse() -> None:
        raise Refused("Đã hết hạn đăng ký.")

    runner = make()
    runner.submit(
        refuse, done=pytest.fail, failed=lambda error: heard.append(error.message), settled=lambda: heard.append("free")
    )
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["free", "Đã hết hạn đăng ký."]
    if isinstance(runner, BackgroundRunner):
        runner.close()


@pytest.mark.parametrize("make", [BackgroundRunner, ImmediateRunner])
def test_a_bug_in_the_work_goes_to_the_hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: type) -> None:
    met: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: met.append(kind))
    runner = make()
    runner.submit(lambda: 1 // 0, done=pytest.fail, failed=pytest.fail)
    qtbot.waitUntil(lambda: bool(met))
    assert met == [ZeroDivisionError]
    if isinstance(runner, BackgroundRunner):
        runner.close()


def test_long_work_tells_how_far_it_is(runner: BackgroundRunner, qtbot: QtBot) -> None:
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> str:
        for number in range(3):
            progress.step(number, 3, f"dòng {number}")
        return "xong"

    results: list[str] = []
    runner.submit_long(work, Listener(results.append, pytest.fail, lambda *step: steps.append(step)))
    qtbot.waitUntil(lambda: runner.is_idle)
    assert steps == [(0, 3, "dòng 0"), (1, 3, "dòng 1"), (2, 3, "dòng 2")]
    assert results == ["xong"]


def test_cancelled_work_stops_at_its_next_step_and_delivers_nothing(runner: BackgroundRunner, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    reached: list[str] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress.step(1, 2)
        reached.append("second step")

    settled: list[bool] = []
    progress = runner.submit_long(work, Listener(pytest.fail, pytest.fail, settled=lambda: settled.append(True)))
    assert begun.wait(5)
    progress.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: runner.is_idle)
    assert settled == [True]
    assert reached == []


def test_a_closed_runner_delivers_nothing_more(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    heard: list[object] = []
    for _ in range(5):
        runner.submit(lambda: 1, done=heard.append, failed=heard.append)
    runner.close()
    qtbot.wait(10)
    assert heard == []
    assert runner.is_idle
