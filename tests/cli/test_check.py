# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check: what is wrong, where, and the exit status; hostile files are refused at once."""
import os
import re
import shutil
import time
import unittest

from program import CONTENT, DONE, FINDINGS, Case

PACK = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packs", "knee")
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

OWN = """<handout id="mine" format="1" scope="decision"><title id="title">My own</title><label id="menu">My own</label>
  <body><p id="p">One line.</p></body></handout>
"""
VALUES = """<overlay id="example-hospital" format="1" approved-by="A. Person" approved="2026-11-20">
  <clinic><name id="clinic.name">Example Hospital</name></clinic>
</overlay>
"""
LAYER = f"""<overlay id="example-hospital" format="1" approved-by="A. Person" approved="2026-11-20">
  <replace id="local.1" ref="exercise/summary" was="sha256:{"0" * 64}">Our own words.</replace>
</overlay>
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

    def test_a_file_of_the_user_s_own_folder_is_not_its_own_double(self):
        self.write("pedicle/content/mine.xml", OWN)
        folder, file = self.path("pedicle/content"), self.path("pedicle/content/mine.xml")
        os.symlink(folder, self.path("link"))
        for what in (folder, file, os.path.relpath(folder), os.path.relpath(file), self.path("link")):
            with self.subTest(what):
                self.assertEqual(self.expect(DONE, "check", what, XDG_DATA_HOME=self.folder).out, "")
                if what != file and os.path.isdir(what):
                    self.expect(DONE, "--content", what, "list", XDG_DATA_HOME=self.folder)

    def test_a_file_of_the_content_that_is_named(self):
        pack = self.path("pack")
        shutil.copytree(PACK, pack)
        os.mkdir(self.path("pack/choice"))
        os.rename(self.path("pack/decision.xml"), self.path("pack/choice/decision.xml"))
        for name in ("exercise.xml", "choice/decision.xml", "handouts/after.xml"):
            with self.subTest(name):
                self.assertEqual(self.expect(DONE, "--content", pack, "check", self.path(f"pack/{name}")).out, "")

    def test_a_file_that_is_named_from_its_own_folder(self):
        shutil.copytree(PACK, self.path("pack"))
        here = os.getcwd()
        self.addCleanup(os.chdir, here)
        os.chdir(self.path("pack/handouts"))
        self.assertEqual(self.expect(DONE, "check", "after.xml").out, "")

    def test_a_layer_in_a_pack_is_held_against_that_pack(self):
        pack = self.path("pack")
        shutil.copytree(PACK, pack)
        layer = self.write("pack/overlay.xml", LAYER)
        self.assertRegex(self.expect(DONE, "check", layer).out, r"^\S+overlay\.xml:2:3: warning: conflict: [^\n]+\n$")

    def test_what_is_not_read_is_nothing(self):
        self.write("hidden/.decision.xml", MISTAKES)
        self.expect(FINDINGS, "check", self.path("hidden"))

    def test_a_folder_that_may_not_be_read_is_told(self):
        shutil.copytree(PACK, self.path("pack"))
        for name in ("pack", "pack/handouts"):
            os.chmod(self.path(name), 0)
            if os.access(self.path(name), os.R_OK):
                self.skipTest("root may read everything")
            with self.subTest(name):
                self.assertIn(f"{self.path(name)}: error: the folder cannot be read",
                              self.expect(FINDINGS, "check", self.path("pack")).out)
                self.assertIn("the folder cannot be read",
                              self.expect(FINDINGS, "--content", self.path("pack"), "list").err)
            os.chmod(self.path(name), 0o755)

    def test_names_that_are_no_utf_8_give_messages_that_are(self):
        path = os.path.join(os.fsencode(self.folder), b"odd\xff.xml")
        with open(path, "wb") as file:
            file.write(MISTAKES.encode())
        for what in (path, os.fsencode(self.folder)):
            result = self.expect(FINDINGS, "check", what)
            self.assertIn("odd\ufffd.xml:7:5: error: ", result.raw.decode("utf-8"))

    def test_a_path_given_by_the_user_may_look_as_it_likes(self):
        for name in (".hidden.xml", "a:b.xml", "a..b.xml", "n" * 220 + ".xml"):
            with self.subTest(name):
                layer = self.write(name, VALUES)
                self.assertEqual(self.expect(DONE, "check", layer).out, "")
                self.expect(DONE, "--overlay", layer, "list")
                found = self.places(self.expect(FINDINGS, "check", self.write(name, MISTAKES)))
                self.assertIn((name, 7, 5), found)

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
