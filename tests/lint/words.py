#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Content decides all: no C and no .ui file names a procedure, a topic, a handout or a site of the content."""
import os
import re
import xml.etree.ElementTree as ElementTree

from tree import ROOT, files, finish, read

# What these contents are about, in any form of the word.
SUBJECT = r"vertebr|kyphopl|balloon|lumbar|thoracic|\bspin(e|al)\b|fractur|osteopor"

# Ids of topics that are words of the program too, and what they mean there.
SHARED = {
    "about": "an element of the format",
    "broken": "the attribute of a site",
    "choices": "a member of list --json",
}


def ids_of_content():
    """Ids of procedures, handouts, topics and decisions; ids of sites."""
    ids, sites = set(), set()
    for path in files("data/content", ending=".xml"):
        root = ElementTree.parse(os.path.join(ROOT, path)).getroot()
        if root.tag in ("procedure", "handout", "decision"):
            ids.add(root.get("id"))
        ids |= {topic.get("id") for topic in root.iter("topic")}
        sites |= {site.get("id") for site in root.iter("site")}
    return ids, sites


def main():
    problems, sources = [], files("src", ending=".c") + files("src", ending=".h") + files("ui")
    ids, sites = ids_of_content()
    plain = {name for name in ids if "-" not in name} - set(SHARED)
    telling = "|".join(sorted(ids - plain - set(SHARED)) + sorted(sites))
    anywhere = re.compile(rf"{SUBJECT}|\b({telling})\b", re.I)
    literal = re.compile(rf'"({"|".join(sorted(plain))})"')
    for path in sources:
        for number, line in enumerate(read(path).split("\n"), 1):
            found = anywhere.search(line) or (not path.endswith(".ui") and literal.search(line))
            if found:
                problems.append(f"{path}:{number}: names “{found.group(0)}”, which belongs to the content")
    finish(problems, sources and ids and sites)


main()
