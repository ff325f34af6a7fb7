# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check: what is wrong, where, and the exit status; hostile files are refused at once."""
import os
import re
import shutil
import time
import unittest

from program import CONTENT, DONE, FINDINGS, Case

LIMIT = 0.5 * float(os.environ.get("PEDICLE_TEST_SLOWNESS", "1"))  # seconds for one hostile file
PLACE = re.compile(r"^(.+?):(?:(\d+):(\d+):)? (?:error|warning): .+$")

MISTAKES = """<?xml version="1.0" encoding="UTF-8"?>
<procedure id="trial" format="1">
  <title id="title">A trial</title>
  <summary id="summary">One of two.</summary>
  <answer topic="no-such-topic">
    <short id="a">Words.</short>
    <cite ref="no-such-source"/>
  </answer>
  <part id="home" colour="red">
    <p id="a">An id twice.</p>
    <paragraph>An unknown element.</paragraph>
  </part>
</procedure>
"""


class Check(Case):
    def places(self, result):
        """(file's name, line, column) of each line of the output, which must all be messages."""
        found = []
        for line in result.out.splitlines():
            match = PLACE.match(line)
            self.assertTrue(match, line)
            found.append((os.path.basename(match.group(1)), int(match.group(2) or 0), int(match.group(3) or 0)))
        return found

    def test_shipped_content_is_right(self):
        self.assertEqual(self.expect(DONE, "check", CONTENT).out, "")

    def test_each_shipped_file_is_right_alone(self):
        names = [name for name in os.listdir(CONTENT) if name.endswith(".xml")]
        self.assertGreater(len(names), 3)
        for name in names:
            with self.subTest(name):
                self.assertEqual(self.expect(DONE, "check", os.path.join(CONTENT, name)).out, "")

    def test_five_mistakes_in_a_pack_give_five_messages(self):
        pack = self.path("pack")
        shutil.copytree(CONTENT, pack)
        path = self.write("pack/trial.xml", MISTAKES)
        expected = [("trial.xml", 5, 3), ("trial.xml", 7, 5), ("trial.xml", 9, 3), ("trial.xml", 10, 5), ("trial.xml", 11, 5)]
        for what in (pack, path):
            found = self.places(self.expect(FINDINGS, "check", what))
            self.assertEqual([place for place in found if place in expected], expected)

    def test_a_file_without_a_pack_is_read_with_what_is_installed(self):
        path = self.write("alone/trial.xml", MISTAKES)
        result = self.expect(FINDINGS, "check", path)
        self.assertIn(("trial.xml", 7, 5), self.places(result))
        self.assertNotIn(CONTENT, re.sub(r"(?m): .*$", "", result.out))

    def test_several_paths(self):
        first, second = self.write("a.xml", "<a>"), self.write("b.xml", "<b>")
        result = self.expect(FINDINGS, "check", first, CONTENT, second)
        self.assertEqual([place[0] for place in self.places(result)], ["a.xml", "b.xml"])

    def test_nothing_to_read(self):
        self.expect(FINDINGS, "check", self.path("missing.xml"))
        os.mkdir(self.path("empty"))
        self.expect(FINDINGS, "check", self.path("empty"))
        os.mkfifo(self.path("pipe.xml"))
        self.expect(FINDINGS, "check", self.path("pipe.xml"))

    def test_hostile_files_are_refused_at_once(self):
        start = '<?xml version="1.0" encoding="UTF-8"?>\n'
        hostile = {
            "doctype": start + '<!DOCTYPE p [<!ENTITY a "b">]><procedure id="a" format="1"/>',
            "attributes": start + "<procedure " + " ".join(f'a{i}="x"' for i in range(100000)) + "/>",
            "elements": start + "<procedure>" + "<p/>" * 300000 + "</procedure>",
            "levels": start + "<p>" * 10000 + "</p>" * 10000,
            "utf-16": (start + '<procedure id="a"/>').encode("utf-16"),
            "nul": start + "<procedure>\0</procedure>",
            "large": b"<procedure>" + b" " * (50 * 1024 * 1024) + b"</procedure>",
        }
        for name, text in hostile.items():
            path = self.write(f"{name}/{name}.xml", text)
            for what in (path, os.path.dirname(path)):
                with self.subTest(what):
                    begin = time.perf_counter()
                    result = self.expect(FINDINGS, "check", what)
                    self.assertLess(time.perf_counter() - begin, LIMIT)
                    self.assertEqual(len(self.places(result)), 1, result.out)


unittest.main()
