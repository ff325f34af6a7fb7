#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw the pictures of bones again: run `python3 make.py` in this folder."""

from pathlib import Path

import scenes
import spine
import steps


def pictures():
    return {**steps.all_pictures(), "spine": spine.whole(), "np-medicine": scenes.medicine(),
            "np-movement": scenes.movement(), "prone-table": scenes.prone(),
            "escort": scenes.escort(), "ice": scenes.ice(), "lifting": scenes.lifting()}


def main():
    folder = Path(__file__).resolve().parent.parent
    for name, text in pictures().items():
        (folder / f"{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
