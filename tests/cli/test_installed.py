# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed is complete: the content is right where it lies, and the same sheet comes out of it."""
import glob
import os
import subprocess
import unittest

from program import CLI, DONE, Case

BUILD = os.path.dirname(os.path.dirname(os.path.dirname(CLI)))
SHEET = ("export", "--handout", "going-home", "--procedure", "kyphoplasty", "--lang", "es", "--today", "2026-11-20")


class Installed(Case):
    def test_the_installed_files_make_the_same_sheet(self):
        subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", self.path("root")],
                       check=True, stdout=subprocess.DEVNULL)
        found = glob.glob(self.path("root/**/share/pedicle"), recursive=True)
        self.assertEqual(len(found), 1)
        places = {"PEDICLE_CONTENT_DIR": os.path.join(found[0], "content"),
                  "PEDICLE_TRANSLATIONS_DIR": os.path.join(found[0], "translations")}
        self.assertEqual(self.expect(DONE, "check", places["PEDICLE_CONTENT_DIR"]).out, "")
        self.expect(DONE, *SHEET, "-o", self.path("a.pdf"), **places)
        self.expect(DONE, *SHEET, "-o", self.path("b.pdf"))
        self.assertEqual(self.read("a.pdf"), self.read("b.pdf"))
        kinds = {os.path.splitext(name)[1] for _, _, names in os.walk(found[0]) for name in names}
        self.assertEqual(kinds, {".xml", ".svg", ".po"})


unittest.main()
