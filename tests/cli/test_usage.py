# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: help, manual page, exit status of a wrong call."""
import os
import re
import unittest

from program import CONTENT, DONE, FINDINGS, USAGE, Case, run

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMMANDS = ("list", "check", "export", "batch", "report", "translations")
EVERYWHERE = {"--content", "--overlay", "--today", "--help"}


def manual():
    """Options that each part of the manual page explains; the part before the commands has the empty name."""
    parts, here = {"": set()}, ""
    with open(os.path.join(ROOT, "data", "pedicle-cli.1"), encoding="utf-8") as page:
        for line in page:
            head = re.match(r"\.SS (\w+)", line)
            if line.startswith(".SH"):
                here = None
            if line.startswith(".SH OPTIONS"):
                here = ""
            if head:
                here = head.group(1)
                parts[here] = set()
            if here is not None and line.startswith((".B", ".BI", ".BR")) and "\\-\\-" in line[:20]:
                parts[here].add("--" + re.search(r"\\-\\-([a-z\\-]+)", line).group(1).replace("\\", ""))
    return parts


class Usage(Case):
    def test_manual_and_help_name_the_same_options(self):
        explained = manual()
        self.assertEqual(set(explained), {"", *COMMANDS})
        for command in ("", *COMMANDS):
            result = self.expect(DONE, *command.split(), "--help")
            named = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", result.out, re.M))
            self.assertEqual(named - (EVERYWHERE if command else set()), explained[command], command)
            if command:
                self.assertLessEqual(EVERYWHERE, named)
            self.assertEqual(result.err, "")

    def test_help_names_every_command(self):
        result = self.expect(DONE, "--help")
        self.assertEqual(tuple(re.findall(r"^  ([a-z]+)  ", result.out, re.M)), COMMANDS)

    def test_version(self):
        self.assertRegex(self.expect(DONE, "--version").out, r"^pedicle-cli \d+\.\d+\.\d+\n$")

    def test_wrong_usage(self):
        good = ("export", "--handout", "going-home", "--procedure", "kyphoplasty", "-o", self.path("k.pdf"))
        for arguments in ((), ("publish",), ("--unknown",), ("list", "--unknown"), ("list", "word"), ("check",),
                          ("export",), ("export", "--handout", "going-home"),
                          ("export", "-o", self.path("k.pdf")), good[:-1] + ("k.docx",), good[:-1] + (".pdf",),
                          good + ("word",), good + ("--size", "tiny"), good + ("--size", "13"), good + ("--size", "37"),
                          good + ("--size", "nan"), good + ("--paper", "a5"), good + ("--today", "20.11.2026"),
                          good + ("--today", "2026-02-30"), good + ("--field", "day-phone"),
                          good[:3] + good[5:], good + ("--handout",)):
            with self.subTest(arguments):
                self.expect(USAGE, *arguments)
                self.assertEqual(os.listdir(self.folder), [])

    def test_a_value_in_an_unknown_option_is_not_repeated(self):
        for word in ("--patient-name=Maria", "--patient-name Maria", "-nMaria"):
            for arguments in ((word, "export"), ("export", word)):
                with self.subTest(arguments):
                    self.assertNotIn("Maria", self.expect(USAGE, *arguments).err)

    def test_options_stand_before_or_after_the_command(self):
        first = self.expect(DONE, "--content", CONTENT, "list")
        self.assertEqual(first.out, self.expect(DONE, "list", "--content", CONTENT).out)

    def test_a_path_may_begin_with_a_hyphen(self):
        result = self.expect(FINDINGS, "check", "--", "--no-such-file.xml")
        self.assertRegex(result.out, r"^--no-such-file\.xml: error: [^\n]+\n$")

    def test_of_an_option_before_and_after_the_command_the_last_counts(self):
        twice = self.expect(DONE, "--content", self.path("nowhere"), "--today", "2026-11-20", "list", "--content", CONTENT,
                            "--today", "2026-11-21")
        self.assertEqual(twice.out, self.expect(DONE, "list").out)

    def test_content_must_be_a_folder(self):
        self.assertIn("nowhere", self.expect(FINDINGS, "list", "--content", self.path("nowhere")).err)

    def test_without_content(self):
        self.expect(FINDINGS, "list", PEDICLE_CONTENT_DIR=self.folder)

    def test_a_full_disk_is_told(self):
        with open("/dev/full", "wb") as full:
            import subprocess
            from program import CLI
            process = subprocess.run([CLI, "--version"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(process.returncode, FINDINGS)
        self.assertIn(b"Standard output", process.stderr)

    def test_any_locale_gives_the_same_bytes(self):
        for arguments in (("list",), ("list", "--json"), ("--help",), ("export", "--help"), ("batch", "--help")):
            plain = run(*arguments, LC_ALL="C").raw
            self.assertEqual(plain, run(*arguments, LC_ALL="C.UTF-8").raw)
            self.assertTrue(plain.decode("utf-8"))


unittest.main()
