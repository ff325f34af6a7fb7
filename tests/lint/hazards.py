#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control in docs/hazards.md names a test that is there, or says that people check it: hazards.py BUILD."""
import json
import os
import re
import sys

from tree import finish, read


def main():
    with open(os.path.join(sys.argv[1], "meson-info", "intro-tests.json"), encoding="utf-8") as info:
        tests = {test["name"] for test in json.load(info)}
    rows = [row.split("|")[1:-1] for row in read("docs/hazards.md").split("\n") if row.startswith("| ")][1:]
    problems = []
    for row in rows:
        name, shown = row[0].strip(), row[-1]
        named = re.findall(r"`([\w-]+)`", shown)
        if not named and "by people" not in shown and "---" not in shown:
            problems.append(f"{name}: no test, and nobody")
        problems += [f"{name}: there is no test {test}" for test in named if test not in tests]
    finish(problems, len(rows) > 10)


main()
