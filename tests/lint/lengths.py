#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lengths: of 20 functions 19 have at most 40 lines, none has more than 80; no file has more than 1000."""
import re

from tree import files, finish, read

MOST, LONGEST, FILE = 40, 80, 1000


def functions(text):
    """(name, lines between the braces) of each function of a file in GNU style."""
    lines, start, name = text.split("\n"), None, ""
    for number, line in enumerate(lines):
        head = re.match(r"(\w+) \(", line)
        if head:
            name = head.group(1)
        if line == "{" and not lines[number - 1].startswith(("typedef", "struct", "enum", "union")):
            start = number
        elif line == "}" and start is not None:
            yield name, number - start - 1
            start = None


def main():
    problems, lengths = [], []
    for path in files("src", ending=".c") + files("tests", ending=".c"):
        for name, length in functions(read(path)):
            lengths.append(length)
            if length > LONGEST:
                problems.append(f"{path}: {name} has {length} lines; at most {LONGEST}")
    for path in files("src") + files("tests", ending=".c") + files("tests", ending=".py") + files("ui"):
        size = read(path).count("\n")
        if size > FILE:
            problems.append(f"{path}: {size} lines; at most {FILE}")
    lengths.sort()
    percentile = lengths[int(len(lengths) * 0.95)] if lengths else 0
    if percentile > MOST:
        problems.append(f"one function of 20 has more than {percentile - 1} lines; at most {MOST}")
    print(f"{len(lengths)} functions; 19 of 20 have at most {percentile} lines, the longest {lengths[-1]}")
    finish(problems, lengths)


main()
