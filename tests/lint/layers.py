#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every include of src/ stays in its own layer or goes down: content, translation, handout, then cli or app."""
import os
import re

from tree import LAYERS, ROOT, files, finish, read

BELOW = {
    "content": ["content"],
    "translation": ["content", "translation"],
    "handout": ["content", "translation", "handout"],
    "cli": ["content", "translation", "handout", "cli"],
    "app": ["content", "translation", "handout", "app"],
}
MADE = {"config.h", "resources.h"}  # by the build

# Headers of libraries and the only places that may know them.
FOREIGN = {
    r"libxml/": ("src/content/",),
    r"nettle/": ("src/content/sum.c",),
    r"gettext-po\.h": ("src/translation/",),
    r"pango": ("src/handout/", "src/app/"),
    r"cairo": ("src/handout/", "src/app/"),
    r"librsvg/": ("src/handout/", "src/app/"),
    r"qpdf/": ("src/handout/late.h",),
    r"(gtk|gdk|gsk|adwaita)": ("src/app/",),
}


def check_own(path, name):
    layer = path.split("/")[1]
    if "/" in name:
        return f'{path}: "{name}" has a folder in it; headers are included by their name alone'
    if name in MADE or any(os.path.exists(os.path.join(ROOT, "src", below, name)) for below in BELOW[layer]):
        return None
    homes = [other for other in LAYERS if os.path.exists(os.path.join(ROOT, "src", other, name))]
    return f'{path}: "{name}" is in {homes[0] if homes else "no layer"}; {layer} may use {", ".join(BELOW[layer])}'


def check_foreign(path, name):
    for pattern, places in FOREIGN.items():
        if re.match(pattern, name) and not path.startswith(places):
            return f"{path}: <{name}> is for {' and '.join(places)} only"
    return None


def main():
    problems, readers = [], set()
    sources = files("src", ending=".c") + files("src", ending=".h")
    for path in sources:
        for mark, name in re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', read(path), re.M):
            problems.append(check_own(path, name) if mark == '"' else check_foreign(path, name))
            if name.startswith("libxml/"):
                readers.add(path)
    if len(readers) > 1:
        problems.append(f"libxml2 is known to more than one file: {', '.join(sorted(readers))}")
    finish([problem for problem in problems if problem], sources)


main()
