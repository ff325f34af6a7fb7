#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of the programs, each beside one that does the least possible: run.py BUILD [RUNS].

Pairs run in turn, so that a busy machine slows both. Times are of whole processes, medians in milliseconds.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from window import Screen

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXPORT_GOAL, WINDOW_GOAL = 60, 400


def run_once(command):
    """Milliseconds from the start of a process to its end."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def compare(ours, theirs, runs, measure=run_once):
    """Lists of times of two commands that run in turn, after one run of each that does not count."""
    measure(ours), measure(theirs)
    times = [(measure(ours), measure(theirs)) for _ in range(runs)]
    return [pair[0] for pair in times], [pair[1] for pair in times]


def report(what, ours, theirs, other, goal=None):
    mine, least = statistics.median(ours), statistics.median(theirs)
    verdict = "" if goal is None else f"  goal {goal} ms: {'met' if mine < goal else 'MISSED'}"
    print(f"{what:<44} {mine:7.1f} ms ({min(ours):.0f}-{max(ours):.0f})   {other} {least:.1f} ms"
          f"   ratio {mine / least:.2f}{verdict}")


def first_sheets(cli):
    """One handout for one procedure and one for all, as options of export; whatever the content holds."""
    what = json.loads(subprocess.run([cli, "list", "--json"], check=True, capture_output=True).stdout)
    for handout in what["handouts"]:
        options = ["--handout", handout["id"]]
        if handout["procedures"]:
            options += ["--procedure", handout["procedures"][-1]]
        for language in what["languages"]:
            yield f'{handout["id"]} {language["id"]}', options + ["--lang", language["id"]]


def bench_export(build, cli, folder, runs):
    bare = os.path.join(build, "tests", "bench", "bench-bare")
    for name, options in first_sheets(cli):
        text, pdf = os.path.join(folder, "sheet.txt"), os.path.join(folder, "sheet.pdf")
        subprocess.run([cli, "export", *options, "-o", text], check=True)
        ours, theirs = compare([cli, "export", *options, "-o", pdf], [bare, text, pdf], runs)
        report(f"export {name}", ours, theirs, "cairo and pango alone", EXPORT_GOAL)


def bench_load(cli, runs):
    ours, theirs = compare([cli, "check", os.environ["PEDICLE_CONTENT_DIR"]], [cli, "--version"], runs)
    report("load and check the content", ours, theirs, "start and end")


def bench_window(build, runs):
    with Screen() as screen:
        ours, theirs = compare([os.path.join(build, "src", "app", "pedicle")], ["gtk4-widget-factory"], runs, screen.time)
    report("window: start to first topic", ours, theirs, "gtk4-widget-factory", WINDOW_GOAL)


def main():
    build = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    cli = os.path.join(build, "src", "cli", "pedicle-cli")
    os.environ["PEDICLE_CONTENT_DIR"] = os.path.join(ROOT, "data", "content")
    os.environ["PEDICLE_TRANSLATIONS_DIR"] = os.path.join(ROOT, "po", "content")
    os.environ["GSETTINGS_SCHEMA_DIR"] = os.path.join(build, "data")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = os.path.join(folder, "data")
        bench_load(cli, runs)
        bench_export(build, cli, folder, runs)
        bench_window(build, runs)


main()
