#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in meson's test logs: count.py FAILED LOG...; FAILED is 1 when a step before has failed.

The last line is "N passed, N failed"; a build that left no log counts as one failure. The exit status is 1 when any failed.
"""
import json
import sys

PASSED = ("OK", "EXPECTEDFAIL")


def read_log(path):
    """Names of the tests that passed and of those that did not; skipped ones are in neither."""
    passed, failed = [], []
    with open(path, encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            if test["result"] in PASSED:
                passed.append(test["name"])
            elif test["result"] != "SKIP":
                failed.append(f'{test["name"]}: {test["result"]}')
    return passed, failed


def main():
    step_failed, passed, failed = sys.argv[1] == "1", [], []
    for path in sys.argv[2:]:
        try:
            good, bad = read_log(path)
        except OSError:
            good, bad = [], [f"{path}: no tests ran"]
        passed += good
        failed += bad
    if step_failed and not failed:
        failed.append("a build or a step of the runner")
    for name in failed:
        print("failed:", name)
    print(f"{len(passed)} passed, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
