#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw all pictures again: run `python3 make.py` in this folder.

With --check nothing is written; the program fails when a picture is not what would be drawn.
"""

import sys
from pathlib import Path

import clinic
import scenes
import spine
import steps


def pictures():
    return {**steps.all_pictures(), **scenes.all_pictures(), **clinic.all_pictures(),
            "spine": spine.whole()}


def main():
    folder = Path(__file__).resolve().parent.parent
    different = []
    for name, text in pictures().items():
        file = folder / f"{name}.svg"
        if "--check" not in sys.argv[1:]:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            different.append(file.name)
    if different:
        sys.exit(f"not as drawn by make.py: {', '.join(different)}; run make.py")


if __name__ == "__main__":
    main()
