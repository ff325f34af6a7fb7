# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of this project, for the checks in this folder."""
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDERS = ("src", "ui", "data", "po", "tests", "flatpak", "docs", ".ci")
LAYERS = ("content", "translation", "handout", "cli", "app")


def files(*folders, ending=""):
    """Paths from the root, sorted; without folders: everything, the files at the root included."""
    found = []
    if not folders:
        found = [name for name in os.listdir(ROOT) if os.path.isfile(os.path.join(ROOT, name))]
    for folder in folders or FOLDERS:
        for here, below, names in os.walk(os.path.join(ROOT, folder)):
            below[:] = [name for name in below if name != "__pycache__"]
            found += [os.path.relpath(os.path.join(here, name), ROOT) for name in names]
    return sorted(name for name in found if name.endswith(ending) and not name.endswith("~"))


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def finish(problems, checked):
    """Tells the problems and ends the program; to have checked nothing is a problem too."""
    for problem in problems:
        print(problem)
    if not checked:
        print("nothing was checked")
    sys.exit(1 if problems or not checked else 0)
