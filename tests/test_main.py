import pytest

from kimhoa_app.__main__ import main


@pytest.mark.parametrize("words", [["--scale", "lớn"], ["--data"], ["--screen-shots"]])
def test_options_that_are_not_understood_are_told_in_one_line_and_open_no_window(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    told = capsys.readouterr().err
    assert told.startswith("Không hiểu tùy chọn")
    assert told.count("\n") == 1
