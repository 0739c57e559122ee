"""Counts the assertions that held and says so at the end."""

import pytest

pytest.register_assert_rewrite("support")

_passed = 0


def pytest_assertion_pass(item, lineno, orig, expl):
    global _passed
    _passed += 1


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"{_passed} assertions")
