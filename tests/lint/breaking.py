#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The compiler itself refuses an include that goes up: breaking.py BUILD. Tries one with the flags of each layer."""
import json
import os
import shlex
import subprocess
import sys
import tempfile

from tree import finish

# layer: a header that it may see, and headers that it must not find
TRIALS = {
    "content": ("library.h", ["catalogue.h", "pages.h", "command.h", "<pango/pango.h>", "<cairo.h>", "<gtk/gtk.h>"]),
    "translation": ("catalogue.h", ["pages.h", "command.h", "<libxml/tree.h>", "<pango/pango.h>", "<gtk/gtk.h>"]),
    # Not libxml2 here: newer librsvg brings its folder along. The test "layers" reads the includes.
    "handout": ("pages.h", ["command.h", "application.h", "<gtk/gtk.h>"]),
    "cli": ("pages.h", ["application.h", "<libxml/tree.h>", "<gtk/gtk.h>"]),
    "app": ("pages.h", ["command.h"]),
}


def flags_of_layers(build):
    """The compiler and flags of one file of each layer."""
    flags = {}
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        for entry in json.load(database):
            words = shlex.split(entry["command"])
            parts = os.path.relpath(os.path.join(entry["directory"], entry["file"]), entry["directory"]).split(os.sep)
            if "src" in parts:
                layer = parts[parts.index("src") + 1]
                flags.setdefault(layer, words[:words.index("-MD")])
    return flags


def compiles(command, build, header):
    quoted = header if header.startswith("<") else f'"{header}"'
    with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
        source.write(f"#include <glib.h>\n#include {quoted}\n")
        source.flush()
        run = subprocess.run([*command, "-fsyntax-only", source.name], cwd=build, capture_output=True, text=True)
    if run.returncode != 0 and "No such file" not in run.stderr and "not found" not in run.stderr:
        print(run.stderr)
        raise SystemExit(f"{header} fails for another reason")
    return run.returncode == 0


def main():
    build, problems = sys.argv[1], []
    flags = flags_of_layers(build)
    for layer, command in flags.items():
        seen, unseen = TRIALS[layer]
        if not compiles(command, build, seen):
            problems.append(f"{layer} does not find {seen}")
        problems += [f"{layer} finds {header}" for header in unseen if compiles(command, build, header)]
    finish(problems, len(flags) >= 4)


main()
