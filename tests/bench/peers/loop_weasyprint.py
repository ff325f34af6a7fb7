# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""WeasyPrint, kept warm in one process. loop_weasyprint.py SHEET.html FOLDER NUMBER NAME: writes NUMBER sheets into FOLDER; where
the source says NAME, each has another."""
import os
import sys

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration


def main():
    source, folder, number, name = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    with open(source, encoding="utf-8") as file:
        text = file.read()
    fonts, cache = FontConfiguration(), {}
    for row in range(1, number + 1):
        HTML(string=text.replace(name, f"Person {row}"), base_url=source).write_pdf(
            os.path.join(folder, f"{row:04}.pdf"), font_config=fonts, cache=cache, pdf_variant="pdf/ua-1")


main()
