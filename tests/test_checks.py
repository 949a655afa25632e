"""Does the check runner count rightly, and does one failure make the whole fail?"""

import sys

import pytest

from scripts import checks
from scripts.checks import Result, Step


@pytest.mark.parametrize(
    ("output", "returncode", "expected"),
    [
        ("..\n2 passed in 0.10s\n", 0, (2, 0, 0)),
        ("1 failed, 3 passed, 2 skipped in 1.5s\n", 1, (3, 1, 2)),
        ("==== 1 failed, 3 passed, 1 error in 61.00s (0:01:01) ====\n", 1, (3, 2, 0)),
        ("5 passed in 1s\nERROR: coverage too low\n", 1, (5, 1, 0)),
        ("no tests ran in 0.01s\n", 5, (0, 1, 0)),
        ("All checks passed!\n", 0, (1, 0, 0)),
        ("something broke\n", 2, (0, 1, 0)),
    ],
)
def test_results_are_read_from_the_closing_line(output: str, returncode: int, expected: tuple[int, int, int]) -> None:
    assert checks.counts(output, returncode) == expected


def test_the_last_line_sums_up() -> None:
    step = Step("x", [])
    text = checks.summary([Result(step, 3, 0, 1, 1.0), Result(step, 4, 2, 0, 2.0)], 90.0)
    assert "1.5 minutes" in text
    assert text.splitlines()[-1] == "7 passed, 2 failed"


def test_one_failing_step_fails_the_run_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = Step("bad", [sys.executable, "-c", "raise SystemExit(3)"])
    good = Step("good", [sys.executable, "-c", "print('still here')"])
    monkeypatch.setattr(checks, "static_steps", lambda: [bad, good])
    monkeypatch.setattr(checks, "suite_steps", lambda full: [])
    monkeypatch.setattr(sys, "argv", ["checks"])
    assert checks.main() == 1
    said = capsys.readouterr().out
    assert "still here" in said
    assert said.splitlines()[-1] == "1 passed, 1 failed"
