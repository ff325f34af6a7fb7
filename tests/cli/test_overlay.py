# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinic's own layer, given by its path: checked against what it changes, and printed."""
import os
import unittest

from program import DONE, FINDINGS, Case

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

LAYER = """<overlay id="example-hospital" format="1" approved-by="A. Person" approved="2026-11-20">
  <clinic><name id="clinic.name">Example Hospital</name><value field="day-phone">555 0142</value></clinic>
  %s
</overlay>
"""
OLD = "sha256:" + "0" * 64
SHEET = ("export", "--handout", "going-home", "--procedure", "kyphoplasty", "--today", "2026-11-20")


class Overlay(Case):
    def layer(self, change=""):
        return self.write("layer/overlay.xml", LAYER % change)

    def test_its_values_are_printed_and_the_command_line_s_win(self):
        layer = self.layer()
        self.assertEqual(self.expect(DONE, "check", layer).out, "")
        self.expect(DONE, "--overlay", layer, *SHEET, "-o", self.path("a.txt"))
        self.assertIn("555 0142", self.read("a.txt").decode())
        self.expect(DONE, *SHEET, "--overlay", layer, "--field", "day-phone=555 0999", "-o", self.path("b.txt"))
        self.assertIn("555 0999", self.read("b.txt").decode())
        self.assertNotIn("555 0142", self.read("b.txt").decode())

    def test_a_change_of_an_older_text_is_a_conflict_and_stands(self):
        layer = self.layer(f'<replace id="local.1" ref="kyphoplasty/summary" was="{OLD}">Our own words.</replace>')
        result = self.expect(DONE, "check", layer)
        self.assertRegex(result.out, r"overlay\.xml:3:3: warning: conflict: .*kyphoplasty/summary")
        self.assertIn("Our own words.", self.expect(DONE, "list", "--json", "--overlay", layer).out)

    def test_what_does_not_exist_cannot_be_changed(self):
        layer = self.layer(f'<hide ref="kyphoplasty/no-such-text" was="{OLD}"/>')
        self.assertRegex(self.expect(FINDINGS, "check", layer).out, r"overlay\.xml:3:3: error: .*no-such-text")
        self.assertIn("error", self.expect(FINDINGS, *SHEET, "--overlay", layer, "-o", self.path("k.pdf")).err)

    def test_the_example_fits_the_shipped_content(self):
        """A text that it replaces has changed? Read it, and renew "was" in the example."""
        layer = os.path.join(ROOT, "docs", "example-clinic", "overlay.xml")
        result = self.expect(DONE, "check", layer)
        self.assertEqual(result.out + result.err, "")
        self.expect(DONE, "--overlay", layer, "export", "--handout", "about", "--procedure", "kyphoplasty", "-o", self.path("a.txt"))
        text = " ".join(self.read("a.txt").decode().split())
        self.assertIn("lie flat for 2 hours", text)
        self.assertIn("Our desk is on the first floor", text)
        self.assertIn("Day: 555 0100", text)
        self.assertIn("With text of this clinic", text)
        self.assertNotIn("US records, the procedure", text)
        self.assertNotIn("out of date", text)

    def test_another_file_is_no_layer(self):
        path = self.write("a.xml", '<sources id="s" format="1"/>')
        self.expect(FINDINGS, "list", "--overlay", path)
        self.expect(FINDINGS, "list", "--overlay", self.path("none.xml"))


unittest.main()
