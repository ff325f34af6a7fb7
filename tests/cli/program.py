# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs pedicle-cli for the tests in this folder; its path is the last argument of each of them."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop())
KNEE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packs", "knee")
CONTENT = os.environ["PEDICLE_CONTENT_DIR"]
DONE, FINDINGS, USAGE = 0, 1, 2


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.raw = process.stdout
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8")


def run(*arguments, stdin=b"", **environment):
    """Runs the program without a display; the environment given is added, names with None are taken away."""
    env = {name: value for name, value in {**os.environ, **environment}.items()
           if value is not None and name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return Result(subprocess.run([CLI, *arguments], input=stdin, capture_output=True, env=env, check=False))


def inventory():
    return json.loads(run("list", "--json").out)


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def expect(self, status, *arguments, **options):
        """Runs, and holds the exit status against the one expected; what goes wrong is told in a sentence."""
        result = run(*arguments, **options)
        self.assertEqual(result.status, status, result.out[:500] + result.err)
        if status == USAGE:
            self.assertRegex(result.err, r"^pedicle-cli: .+\.\n$")
        return result
