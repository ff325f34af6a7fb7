#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small rules of the house: names of files, licences, comments of headers, lists that must be complete."""
import json
import os
import re
from collections import Counter

from tree import ROOT, files, finish, read

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
LEFT_OVER = r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"
PRIVATE = r"/(home|root|tmp|work)/[a-z]"
CODE = (".c", ".h", ".py", ".css", ".ui", ".build")


def check_names():
    """A basename stands once in src/, so that a flat include finds one header; each .ui has its .c."""
    names = [os.path.basename(path) for path in files("src") if path.endswith((".c", ".h"))]
    count = Counter(name for name in names if name != "main.c")
    yield from (f"{name} stands {n} times in src/" for name, n in count.items() if n > 1)
    for path in files("ui", ending=".ui"):
        partner = "src/app/" + os.path.basename(path)[:-3] + ".c"
        if not os.path.exists(os.path.join(ROOT, partner)):
            yield f"{path} has no {partner}"


def check_texts():
    for path in files():
        if not path.endswith(CODE + (".xml", ".in", ".rng", ".its", ".md", ".json", ".1")) and path not in ("dev", ".ci/run"):
            continue
        text = read(path)
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(LEFT_OVER, line):
                yield f"{path}:{number}: something was left to do"
            if re.search(PRIVATE, line) and not path.startswith(("tests/", "docs/")):
                yield f"{path}:{number}: a path of one machine"
            if re.search("[\U0001F300-\U0001FAFF]", line):
                yield f"{path}:{number}: an emoji"


def check_licences():
    for path in files("src", "ui", "tests", ".ci") + ["dev", "meson.build"]:
        if path.endswith(CODE[:-1]) or path in ("dev", ".ci/run", "meson.build"):
            if LICENCE not in "\n".join(read(path).split("\n")[:6]):
                yield f"{path} does not begin with its licence"


def check_headers():
    """What other layers use is explained where it is declared."""
    for layer in ("content", "translation", "handout"):
        for path in files("src/" + layer, ending=".h"):
            text = read(path)
            if "#pragma once" not in text:
                yield f"{path} has no #pragma once"
            if not re.search(r"/\*\* ?\S|/\*\*\n", text):
                yield f"{path} explains nothing (/** ... */)"


def check_potfiles():
    listed = {line for line in read("po/POTFILES.in").split("\n") if line and not line.startswith("#")}
    wanted = {path for path in files("src", ending=".c") if re.search(r'\b(_|N_|C_|Q_|NC_|n?gettext) ?\("', read(path))}
    wanted |= {path for path in files("ui", ending=".ui") if "translatable=" in read(path)}
    wanted |= {path for path in files("data") if path.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml"))}
    yield from (f"po/POTFILES.in lacks {path}" for path in sorted(wanted - listed))
    yield from (f"po/POTFILES.in names {path}, which is not there or has no words" for path in sorted(listed - wanted))
    yield from (f"{path} has words of the interface, whose language only the window speaks"
                for path in sorted(wanted) if path.startswith("src/") and not path.startswith("src/app/"))


def check_pictures():
    """Each picture that ships is seen by somebody."""
    words = "".join(read(path) for path in files("data/content", ending=".xml"))
    for path in files("data/content/pictures", ending=".svg"):
        if f'"pictures/{os.path.basename(path)}"' not in words and f'"{os.path.basename(path)}"' not in words:
            yield f"{path} is in no file of the content"


def check_manifest():
    manifest = json.loads(read("flatpak/org.pedicle.Pedicle.json"))
    if manifest["id"] != "org.pedicle.Pedicle" or manifest["command"] != "pedicle":
        yield "flatpak: the manifest is not for this program"
    if manifest.get("separate-locales", True):
        yield "flatpak: the interface's languages would not be in a bundle, and a chosen one may not be installed"
    if "-Dtests=false" not in manifest["modules"][-1].get("config-opts", []):
        yield "flatpak: the tests would be built, and want more than the runtime has"
    for argument in manifest["finish-args"]:
        if argument not in ("--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"):
            yield f"flatpak: {argument} asks for more than a window and a printer need"


def main():
    checks = (check_names, check_texts, check_licences, check_headers, check_potfiles, check_pictures, check_manifest)
    finish([problem for check in checks for problem in check()], files("src"))


main()
