from statistics import median

import pytest

from tests.architecture.source import PACKAGES, functions, length, python_files, relative, text_files

pytestmark = pytest.mark.pure


def lines(path) -> int:
    return len(path.read_text().splitlines())


def test_files_at_most_300_lines():
    files = [*python_files(*PACKAGES, "tests", "benchmarks", "scripts"), *text_files(".html", ".js")]
    assert [(relative(path), lines(path)) for path in files if lines(path) > 300] == []


def test_functions_at_most_40_lines():
    long = [
        (f"{relative(path)}:{function.lineno}", length(function))
        for path in python_files(*PACKAGES, "tests", "benchmarks", "scripts")
        for function in functions(path)
        if length(function) > 40
    ]
    assert long == []


def test_views_at_most_15_lines():
    long = [
        (f"{relative(path)}:{function.lineno}", length(function))
        for path in python_files(*PACKAGES)
        if "views" in path.stem or "views" in path.parts
        for function in functions(path)
        if length(function) > 15
    ]
    assert long == []


def test_functions_median_at_most_6_lines():
    lengths = [length(function) for path in python_files(*PACKAGES) for function in functions(path)]
    assert median(lengths) <= 6
