#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test runs is there when all has been built, as ./dev test does: built.py BUILD."""
import json
import os
import sys

info = os.path.join(sys.argv[1], "meson-info")
with open(os.path.join(info, "intro-tests.json"), encoding="utf-8") as file:
    tests = json.load(file)
with open(os.path.join(info, "intro-targets.json"), encoding="utf-8") as file:
    targets = {each["id"]: each for each in json.load(file)}

missing = sorted({f'{test["name"]} runs {targets[used]["name"]}, which is not built by default'
                  for test in tests for used in test["depends"] if not targets[used]["build_by_default"]})
print("\n".join(missing) or f"{len(tests)} tests")
sys.exit(1 if missing or not tests else 0)
