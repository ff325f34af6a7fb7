# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""list, and translations."""
import os
import unittest

from program import DONE, FINDINGS, Case, inventory


class List(Case):
    def test_everything_has_an_id_and_words(self):
        what = inventory()
        for kind, words in (("procedures", "title"), ("topics", "question"), ("handouts", "name"), ("languages", "name"),
                            ("fields", "label")):
            self.assertTrue(what[kind], kind)
            for entry in what[kind]:
                self.assertTrue(entry["id"] and entry[words])
                self.assertNotIn("<", entry[words])
            self.assertEqual(len({entry["id"] for entry in what[kind]}), len(what[kind]))
        self.assertRegex(what["digest"], "^[0-9a-f]{64}$")

    def test_the_table_names_the_same(self):
        text = self.expect(DONE, "list").out
        for kind, entries in inventory().items():
            for entry in entries if isinstance(entries, list) else []:
                self.assertRegex(text, rf"(?m)^  {entry['id']}  ", kind)


class Translations(Case):
    PO = 'msgid ""\nmsgstr "Language: es\\nContent-Type: text/plain; charset=UTF-8\\n"\n'

    def test_every_language_is_covered(self):
        text = self.expect(DONE, "translations").out
        for language in inventory()["languages"]:
            if language["id"] != "en":
                self.assertRegex(text, rf"(?m)^{language['id']} \({language['name']}\): \d+ of \d+ texts")

    def test_a_file(self):
        shipped = os.path.join(os.environ["PEDICLE_TRANSLATIONS_DIR"], "es.po")
        self.assertIn(f"{shipped} (", self.expect(DONE, "translations", shipped).out)

    def test_an_empty_file_covers_nothing(self):
        self.assertIn(": 0 of ", self.expect(DONE, "translations", self.write("es.po", self.PO)).out)

    def test_a_link_is_told_wherever_it_leads(self):
        self.write("xx.po", self.PO)
        for target in ("nowhere.po", "xx.po"):
            os.symlink(target, self.path("yy.po"))
            self.assertRegex(self.expect(DONE, "list", PEDICLE_TRANSLATIONS_DIR=self.folder).out, r"(?m)^  yy  ")
            for call in (("translations",), ("export", "--handout", "comparing", "--lang", "yy", "-o", self.path("k.txt"))):
                result = self.expect(FINDINGS, *call, PEDICLE_TRANSLATIONS_DIR=self.folder)
                self.assertRegex(result.err, r"yy\.po: error: the file is a link")
            os.remove(self.path("yy.po"))
        self.assertFalse(os.path.exists(self.path("k.txt")))

    def test_a_broken_file_is_told_with_its_line(self):
        result = self.expect(FINDINGS, "translations", self.write("es.po", self.PO + '\nmsgid "a\nmsgstr "b"\n'))
        self.assertRegex(result.err, r"es\.po:\d+: error: ")
        self.expect(FINDINGS, "translations", self.path("missing.po"))


unittest.main()
