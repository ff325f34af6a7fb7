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


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


class Sheets:
    """All sheets, made once: English ones in every size on every paper, the others in two ways."""

    def __init__(self, *options):
        self.options = options
        self.folder = tempfile.mkdtemp()
        po = os.path.join(self.folder, "po")
        shutil.copytree(TRANSLATIONS, po)
        with open(os.path.join(po, MIRRORED + ".po"), "wb") as file:
            file.write(run(MAKE_PSEUDO, MIRRORED, CONTENT))
        self.environment = {**os.environ, "PEDICLE_TRANSLATIONS_DIR": po}
        what = json.loads(run(CLI, "list", "--json", env=self.environment))
        self.orders = [
            (handout["id"], procedure, language["id"], size, paper)
            for handout in what["handouts"] for procedure in handout["procedures"] or [""]
            for language in what["languages"] for size in SIZES for paper in PAPERS
            if language["id"] == ENGLISH or (size, paper) in (("normal", "a4"), ("very-large", "letter"))]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as crew:
            self.paths = list(crew.map(self.make, self.orders))

    def make(self, order):
        handout, procedure, language, size, paper = order
        path = os.path.join(self.folder, "-".join(order) + ".pdf")
        run(CLI, "export", "--handout", handout, *(["--procedure", procedure] if procedure else []), "--lang", language,
            "--size", size, "--paper", paper, "--today", "2026-11-20", *self.options, "-o", path, env=self.environment)
        return path

    def chosen(self, **wanted):
        """Paths of the sheets of one language, one size, one paper."""
        names = ("handout", "procedure", "language", "size", "paper")
        return [path for order, path in zip(self.orders, self.paths)
                if wanted.items() <= dict(zip(names, order)).items()]

    def remove(self):
        shutil.rmtree(self.folder)
