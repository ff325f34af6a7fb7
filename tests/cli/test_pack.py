# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another decision, by XML alone: a content pack that shares nothing with the shipped one goes all the way to paper."""
import json
import os
import re
import shutil
import unittest

from program import CONTENT, DONE, FINDINGS, Case

PACK = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packs", "knee")


class Pack(Case):
    def inventory(self, *arguments):
        return json.loads(self.expect(DONE, *arguments, "list", "--json").out)

    def test_it_is_right(self):
        self.assertEqual(self.expect(DONE, "check", PACK).out, "")

    def test_it_stands_alone(self):
        own, shipped = self.inventory("--content", PACK), self.inventory()
        for kind in ("procedures", "topics"):
            self.assertTrue(own[kind])
            self.assertFalse({entry["id"] for entry in own[kind]} & {entry["id"] for entry in shipped[kind]})

    def test_every_sheet(self):
        for handout in self.inventory("--content", PACK)["handouts"]:
            for procedure in handout["procedures"] or [None]:
                with self.subTest(handout=handout["id"], procedure=procedure):
                    which = ("--procedure", procedure) if procedure else ()
                    self.expect(DONE, "--content", PACK, "export", "--handout", handout["id"], *which, "-o", self.path("k.txt"))
                    text = self.read("k.txt").decode()
                    self.assertGreater(len(text), 200)
                    self.assertNotRegex(text, "(?i)vertebr|kyphopl")

    def test_the_shipped_phrases_without_their_parts_suit_any_decision(self):
        shutil.copytree(PACK, self.path("pack"))
        with open(os.path.join(CONTENT, "phrases.xml"), encoding="utf-8") as file:
            shipped = re.sub(r"(?s)<part.*</part>", "", file.read())
        own = self.read("pack/phrases.xml").decode()
        parts = "".join(re.findall(r"(?s)<part.*?</part>", own))
        self.write("pack/phrases.xml", shipped.replace("</phrases>", parts + "</phrases>"))
        self.assertEqual(self.expect(DONE, "--content", self.path("pack"), "check", self.path("pack")).out, "")

    def test_the_user_s_own_folder_comes_before_the_shipped_one(self):
        os.makedirs(self.path("pedicle"))
        os.symlink(PACK, self.path("pedicle/content"))
        own = self.expect(DONE, "list", XDG_DATA_HOME=self.folder).out
        self.assertEqual(own, self.expect(DONE, "list", "--content", PACK).out)

    def test_a_folder_without_a_decision_adds_to_the_next(self):
        self.write("extra/short.xml", '<handout id="my-own" format="1" scope="decision">'
                   '<title id="title">My own</title><label id="menu">My own sheet</label>'
                   '<body><p id="p">One line.</p></body></handout>')
        extra = self.path("extra")
        self.assertEqual(self.expect(DONE, "check", extra).out, "")
        more = {entry["id"] for entry in self.inventory("--content", extra)["handouts"]}
        self.assertEqual(more, {entry["id"] for entry in self.inventory()["handouts"]} | {"my-own"})
        self.expect(DONE, "--content", extra, "export", "--handout", "my-own", "-o", self.path("k.txt"))
        self.assertIn("One line.", self.read("k.txt").decode())

    def test_two_files_with_one_id_are_named(self):
        for name in ("a", "b"):
            self.write(f"extra/{name}.xml", '<handout id="twice" format="1" scope="decision"><title id="title">T</title>'
                       '<label id="menu">M</label><body><p id="p">One line.</p></body></handout>')
        result = self.expect(FINDINGS, "check", self.path("extra"))
        self.assertRegex(result.out, r"b\.xml:1:1: error: .*twice.*a\.xml")


unittest.main()
