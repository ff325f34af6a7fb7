# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sheet as a PDF file, for the tests of these files; their last arguments are MAKE-PSEUDO CLI."""
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

CLI = os.path.abspath(sys.argv.pop())
MAKE_PSEUDO = os.path.abspath(sys.argv.pop())
CONTENT, TRANSLATIONS = os.environ["PEDICLE_CONTENT_DIR"], os.environ["PEDICLE_TRANSLATIONS_DIR"]
SIZES, PAPERS = ("normal", "large", "very-large"), ("a4", "letter")
ENGLISH, MIRRORED = "en", "ar_XB"
CLINIC = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "example-clinic", "overlay.xml")
VALUES = {"date": "2026-12-02", "date-time": "2026-12-02 10:30", "time": "10:30", "phone": "+1 555 010 0199", "number": "5"}


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


def fill_in(field):
    """A line of a file of fields, or "" where nothing is known to fit."""
    choices = field["choices"]
    value = "" if field["type"] == "sites" else choices[0]["id"] if choices else VALUES.get(field["type"], "María <O’Neil> & 10 kg")
    return f"{field['id']}={value}\n" if value else ""


class Sheets:
    """All sheets, made once: English ones in every size on every paper, the others in two ways; English and mirrored ones
    also filled in, with the texts of a clinic."""

    def __init__(self, *options):
        self.options = options
        self.folder = tempfile.mkdtemp()
        po = os.path.join(self.folder, "po")
        shutil.copytree(TRANSLATIONS, po)
        with open(os.path.join(po, MIRRORED + ".po"), "wb") as file:
            file.write(run(MAKE_PSEUDO, MIRRORED, CONTENT))
        self.environment = {**os.environ, "PEDICLE_TRANSLATIONS_DIR": po}
        what = json.loads(run(CLI, "list", "--json", env=self.environment))
        self.fields = {handout["id"]: "".join(fill_in(field) for field in what["fields"] if field["id"] in handout["fields"])
                       for handout in what["handouts"]}
        self.orders = [
            (handout["id"], procedure, language["id"], size, paper, "")
            for handout in what["handouts"] for procedure in handout["procedures"] or [""]
            for language in what["languages"] for size in SIZES for paper in PAPERS
            if language["id"] == ENGLISH or (size, paper) in (("normal", "a4"), ("very-large", "letter"))]
        self.orders += [(*order[:-1], "filled") for order in self.orders if order[2] in (ENGLISH, MIRRORED) and
                        order[3:5] in ((SIZES[0], PAPERS[0]), (SIZES[2], PAPERS[1]))]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as crew:
            self.paths = list(crew.map(self.make, self.orders))

    def make(self, order):
        handout, procedure, language, size, paper, filled = order
        path = os.path.join(self.folder, "-".join(order) + ".pdf")
        run(CLI, "export", "--handout", handout, *(["--procedure", procedure] if procedure else []), "--lang", language,
            "--size", size, "--paper", paper, "--today", "2026-11-20", *self.options,
            *(["--fields", "-", "--overlay", CLINIC] if filled else []), "-o", path, env=self.environment,
            input=self.fields[handout].encode() if filled else b"")
        return path

    def chosen(self, **wanted):
        """Paths of the sheets of one language, one size, one paper."""
        names = ("handout", "procedure", "language", "size", "paper", "filled")
        return [path for order, path in zip(self.orders, self.paths)
                if wanted.items() <= dict(zip(names, order)).items()]

    def remove(self):
        shutil.rmtree(self.folder)
