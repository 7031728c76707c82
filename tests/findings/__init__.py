"""Mirrors the package."""

import pytest

pytest.register_assert_rewrite("tests.findings.tables")
