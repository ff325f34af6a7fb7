# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pedicle-cli report: its exit status, its outputs, and its grades, worked out again from the exported sheets by other code."""
import importlib.util
import json
import math
import os
import re
import shutil
import unittest

from program import CONTENT, DONE, FINDINGS, USAGE, Case, run

HERE = os.path.dirname(os.path.abspath(__file__))
PACK = os.path.join(os.path.dirname(HERE), "packs", "knee")
TODAY = ("--today", "2026-11-21")
RUNNING = re.compile(r"^(Content \S+ · .*|Page \d+ of \d+)$")


def load_readability():
    """Its syllables are counted by rules of their own."""
    path = os.path.join(os.path.dirname(HERE), "content", "readability.py")
    spec = importlib.util.spec_from_file_location("readability", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentences(text):
    """Without the colons that the other script takes for ends of sentences."""
    found = [re.findall(r"[A-Za-z][A-Za-z'’]*|\d[\d.,]*\d|\d", part.replace("-", " "))
             for part in re.split(r"(?<=[.?!])[\"”)]*\s+", text) if "__" not in part]
    return [words for words in found if words]


READABILITY = load_readability()
READABILITY.sentences = sentences


def body_of(sheet):
    """The lines of an exported sheet that are read: no header, no footer, no sources, no citations."""
    pages = sheet.split("\f")
    title = pages[0].split("\n")[0]
    lines = [line for page in pages for line in page.split("\n") if line and not RUNNING.match(line)]
    lines = [title] + [line for line in lines if line != title]
    if "Sources" in lines:
        lines = lines[:lines.index("Sources")]
    return [re.sub(r" ?\[[\d, –]+\]", "", line) for line in lines]


def grades(lines):
    """(sentences, words, Flesch-Kincaid, SMOG) with every word as it is."""
    n_sentences = n_words = n_syllables = n_long = 0
    for line in lines:
        for cell in line.split(" | "):
            for words in sentences(re.sub(r"^(•|☐|\d+\.) ", "", cell)):
                n = [READABILITY.syllables(word) for word in words]
                n_sentences += 1
                n_words += len(words)
                n_syllables += sum(n)
                n_long += sum(count > 2 for count in n)
    kincaid = 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59
    return n_sentences, n_words, kincaid, 1.0430 * math.sqrt(n_long * 30 / n_sentences) + 3.1291


def rows(report, heading):
    """The rows of a table of the report by their first cell."""
    found, inside = {}, False
    for line in re.split("[\n\f]+", report):
        cells = line.split(" | ")
        if len(cells) == 7:
            inside = (cells[0] == heading) if cells[1] == "Sentences" else inside
            if inside and cells[1] != "Sentences":
                found[cells[0]] = cells[1:]
    return found


class Report(Case):
    def report(self, *arguments):
        result = run(*TODAY, *arguments, "report")
        self.assertIn(result.status, (DONE, FINDINGS), result.err)
        self.assertEqual(result.err, "")
        return result

    def test_status_says_whether_something_is_not_met(self):
        for content in (CONTENT, PACK):
            result = self.report("--content", content)
            self.assertEqual(result.status == FINDINGS, " | NOT MET | " in result.out.split("1. What software checked")[1])

    def test_open_items_change_nothing(self):
        self.assertIn("Not tested with patients.", self.report().out)
        shutil.copytree(PACK, self.path("pack"))
        self.assertEqual(self.report("--content", PACK).status, FINDINGS)
        for name, old, new in (
                ("decision.xml", "at any time.</p>", 'at any time.</p><cite ref="guide"/>'),
                ("injection.xml", "</part>", '<cite ref="guide"/></part>'),
                ("decision.xml", '"audience">Programs.</audience>', '"audience">Programs.</audience><selection id="sel">One.</selection>'),
                ("decision.xml", '  <numbers id="walking"', '  <topic id="life" kind="experience" scope="each">'
                 '<question id="life.q">What is it like?</question></topic>\n  <numbers id="walking"'),
                ("exercise.xml", "  <part ", '  <answer topic="life"><short id="life.s">You get tired at first.</short>'
                 '<cite ref="walk"/></answer>\n  <part '),
                ("injection.xml", '  <part id="home"', '  <answer topic="life"><short id="life.s">You can rest and then go home. You may feel well for '
                 'a long time, or not at all.</short><cite ref="walk"/></answer>\n  <part id="home"'),
                ("injection.xml", "The doctor cleans the skin.", "The doctor cleans the skin. You feel a prick. You may go home soon."),
                ("injection.xml", '<p id="help.s1.p">', '<figure id="f" src="pictures/squat.svg"><alt id="f.a">A leg</alt></figure><p id="help.s1.p">'),
                ("handouts/choosing.xml", "<sources/>", '<notes lines="2"/><sources/>')):
            text = self.read("pack/" + name).decode()
            self.assertIn(old, text)
            self.write("pack/" + name, text.replace(old, new))
        result = self.report("--content", self.path("pack"))
        self.assertNotIn("NOT MET |", result.out.split("1. What software checked")[1])
        self.assertEqual(result.status, DONE, result.out)
        self.assertIn(" | not done | ", result.out)

    def test_parts_stand_apart(self):
        out = self.report().out.replace("\f", "")
        checked, person, open_ = re.split(r"\n(?:2\. What a named person must judge|3\. What has not been done, .*)\n",
                                          out.split("\n1. What software checked\n")[1].split("\n4. How hard")[0])
        self.assertNotIn(" | not done | ", checked + person)
        self.assertNotRegex(person + open_, r" \| (met|NOT MET) \| ")
        self.assertIn("Judged by (name, profession, date):", person)
        # All 6 + 6, the 23 and those for tests; all of PEMAT-P and of the index.
        for part, n in ((r"(?m)^Q[1-6]\. ", 6), (r"(?m)^C[1-6]\. ", 6), (r"(?m)^C7–C10\. ", 1), (r"(?m)^24–28\. ", 1),
                        (r"(?m)^\d+\. ", 9 + 23 + 24 + 20)):
            self.assertEqual(sum(len(re.findall(part, text)) for text in (checked, person, open_)), n, part)
        self.assertNotIn("%", re.sub(r"exceed the shortest by 20 %", "", out))

    def test_grades_are_those_of_other_code(self):
        """From the exported sheets: as many sentences and words, and the same grades within the two ways to count."""
        report = self.report().out
        told = rows(report, "Handouts")
        titles = {p["id"]: p["title"] for p in json.loads(run("list", "--json").out)["procedures"]}
        n = 0
        for handout in json.loads(run("list", "--json").out)["handouts"]:
            for procedure in handout["procedures"] or [None]:
                which = ("--procedure", procedure) if procedure else ()
                self.expect(DONE, *TODAY, "export", "--handout", handout["id"], *which, "-o", self.path("k.txt"))
                n_sentences, words, kincaid, smog = grades(body_of(self.read("k.txt").decode()))
                name = handout["name"] + (": " + titles[procedure] if procedure else "")
                cells = told.pop(name)
                with self.subTest(name, told=cells, own=(n_sentences, words, kincaid, smog)):
                    self.assertAlmostEqual(int(cells[0]) / n_sentences, 1, delta=0.1)
                    self.assertAlmostEqual(int(cells[1]) / words, 1, delta=0.06)
                    self.assertAlmostEqual(float(cells[4]), kincaid, delta=0.3)
                    self.assertAlmostEqual(float(cells[5].strip("()")), smog, delta=0.3)
                    self.assertLessEqual(float(cells[2]), 6.0)
                    n += 1
        self.assertEqual(told, {})
        self.assertGreater(n, 1)

    def test_grades_of_single_texts(self):
        """From the XML, by the other code: each answer of an option."""
        told = rows(self.report().out, "Single texts")
        content = READABILITY.Content(CONTENT)
        n = 0
        for name, elements in content.groups():
            option, _, topic = name.partition(": ")
            cells = told.get(f"{option}/{topic}")
            if cells is None or option not in content.procedures:
                continue
            count = READABILITY.Count(content.excused)
            for element in elements:
                for leaf in READABILITY.leaves(element):
                    count.add(READABILITY.plain(leaf))
            with self.subTest(name):
                for column, value in zip((2, 3, 4, 5), (*count.grades(), *count.grades(hard=True))):
                    self.assertAlmostEqual(float(cells[column].strip("()")), value, delta=0.8)
            n += 1
        self.assertGreater(n, 10)

    def test_files(self):
        status = self.report().status
        self.expect(status, *TODAY, "report", "-o", self.path("r.txt"))
        self.assertEqual(self.read("r.txt").decode(), self.report().out)
        self.assertEqual(run(*TODAY, "report", "-o", "-").out, self.report().out)
        self.expect(status, *TODAY, "report", "-o", self.path("r.pdf"))
        first = self.read("r.pdf")
        self.assertTrue(first.startswith(b"%PDF-"))
        self.expect(status, *TODAY, "report", "-o", self.path("r.pdf"))
        self.assertEqual(self.read("r.pdf"), first)

    def test_wrong_usage(self):
        for arguments in (("report", "word"), ("report", "-o", self.path("r.png")), ("report", "-o", self.path("r")),
                          ("report", "--paper", "a3"), ("--today", "2026", "report")):
            with self.subTest(arguments):
                self.expect(USAGE, *arguments)
        self.assertIn("decision", self.expect(FINDINGS, "report", "--decision", "other").err)
        self.assertTrue(self.expect(FINDINGS, "report", "--lang", "xx").err)
        self.assertIn("exit\nstatus", self.expect(DONE, "report", "--help").out)

    def test_another_language(self):
        out = self.report().out
        self.assertNotIn("formulas are made for English", out)
        result = run(*TODAY, "report", "--lang", "es")
        self.assertIn("The formulas are made for English and say nothing about another language.", result.out)
        self.assertIn("7. The translation: Español", result.out)
        self.assertRegex(result.out, r"Words in a sentence, English \| translated \| Letters in a word, English \| translated\n"
                                     r".+( \| \d+\.\d){4}\n")
        self.assertEqual(rows(out, "Handouts"), rows(result.out, "Handouts"))

    def test_a_pack_of_its_own(self):
        out = self.report("--content", PACK).out
        self.assertIn("Report on quality: A sore knee", out)
        self.assertNotRegex(out, "(?i)vertebr|spine")

    def test_hard_words_show(self):
        shutil.copytree(PACK, self.path("pack"))
        text = self.read("pack/exercise.xml").decode()
        self.write("pack/exercise.xml", text.replace("Do a little each day.", 5 * ("Physiotherapeutic rehabilitation "
                                                     "necessitates considerable individual determination. ")))
        out = self.report("--content", self.path("pack")).out
        self.assertIn("Too hard: How could it help?", re.sub(r"\s+", " ", out))
        self.assertIn("Single texts above grade 6.0: exercise/help.", out)


unittest.main()
