# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typst's compiler, kept warm in one process. loop_typst.py SHEET.typ FOLDER NUMBER NAME: writes NUMBER sheets into FOLDER; where the
source says NAME, each has another."""
import os
import sys

import typst


def main():
    source, folder, number, name = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    with open(source, encoding="utf-8") as file:
        text = file.read()
    working = os.path.join(os.path.dirname(source), f"loop-{os.getpid()}.typ")
    compiler = typst.Compiler(source, root="/")
    for row in range(1, number + 1):
        with open(working, "w", encoding="utf-8") as file:
            file.write(text.replace(name, f"Person {row}"))
        compiler.compile(working, output=os.path.join(folder, f"{row:04}.pdf"), format="pdf", pdf_standards=["ua-1"])
    os.unlink(working)


main()
