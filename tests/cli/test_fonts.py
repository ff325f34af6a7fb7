# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters of paper: the same whatever a person has set for their screen, and those of every script."""
import os
import re
import subprocess
import unittest

from program import DONE, FINDINGS, Case, inventory

WHAT = inventory()
HANDOUT = next(handout for handout in WHAT["handouts"] if handout["procedures"])
PATIENT = {field["id"] for field in WHAT["fields"] if field["who"] == "patient" and field["type"] == "text"}
NAME = next(name for name in HANDOUT["fields"] if name in PATIENT)
ORDER = ("export", "--handout", HANDOUT["id"], "--procedure", HANDOUT["procedures"][0], "--today", "2026-11-20",
         "--fields", "-", "-o")

# What someone may have set who wants other letters on the screen.
RULE = """<fontconfig>
  <dir>/usr/share/fonts</dir>
  <match><edit name="family" mode="assign" binding="strong"><string>Noto Serif</string></edit></match>
  <match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
</fontconfig>"""

# A name in each script, and the face that has it.
SCRIPTS = {
    "María Łódź Ωμέγα Юлия": "NotoSans",
    "مريم": "NotoNaskhArabic",
    "מרים": "NotoSansHebrew",
    "มาเรีย": "NotoSansThai",
    "মারিয়া": "NotoSansBengali",
    "მარია": "NotoSansGeorgian",
    "ማርያ": "NotoSansEthiopic",
    "མ་རི": "NotoSerifTibetan",
}


class Fonts(Case):
    def faces(self, path):
        listed = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
        return set(re.findall(r"^[A-Z]{6}\+(\w+)", listed, re.M))

    def test_what_is_set_for_the_screen_changes_no_page(self):
        home = os.path.dirname(os.path.dirname(self.write("home/fontconfig/fonts.conf", RULE)))
        rule = self.write("rule.conf", RULE)
        names = f"{NAME}={' '.join(SCRIPTS)}\n".encode()
        self.expect(DONE, *ORDER, self.path("a.pdf"), stdin=names)
        for number, environment in enumerate(({"FONTCONFIG_FILE": rule}, {"XDG_CONFIG_HOME": home}, {"LC_ALL": "he_IL.UTF-8"},
                                              {"FC_LANG": "th", "LANGUAGE": "th"})):
            with self.subTest(**environment):
                path = self.path(f"{number}.pdf")
                self.expect(DONE, *ORDER, path, stdin=names, **environment)
                self.assertEqual(self.read("a.pdf"), self.read(f"{number}.pdf"))

    def test_the_faces_are_those_of_the_script(self):
        for word, face in SCRIPTS.items():
            with self.subTest(word):
                self.expect(DONE, *ORDER, self.path("k.pdf"), stdin=f"{NAME}={word}\n".encode())
                self.assertEqual(self.faces(self.path("k.pdf")), {"NotoSans", face})

    def test_a_character_that_no_font_has_is_told(self):
        result = self.expect(FINDINGS, *ORDER, self.path("k.pdf"), stdin=f"{NAME}=\U000f0000\n".encode())
        self.assertIn("Install a font for signs of no script", result.err)
        for typed in ("F0000", "\U000f0000"):  # it may be of a patient's name
            self.assertNotIn(typed, result.err)
        self.assertEqual(os.listdir(self.folder), [])


unittest.main()
