#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of the programs, each beside one that does the least possible: run.py BUILD [RUNS].

Pairs run in turn, so that a busy machine slows both. Times are of whole processes, medians in milliseconds: by the
clock, and for what ends by itself also those on a processor, which a busy machine changes less.
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
EXPORT_GOAL, WINDOW_GOAL, SHEET_GOAL = 60, 400, 10
VALUES = {"date": "2026-11-20", "date-time": "2026-11-20 14:30", "time": "14:30", "phone": "555 0142", "number": "4.5", "sites": ""}


def run_once(command):
    """From the start of a process to its end, on a processor, and the memory of its largest process in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return (time.perf_counter() - begin) * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024


def compare(ours, theirs, runs, measure=run_once):
    """Lists of times of two commands that run in turn, after one run of each that does not count."""
    measure(ours), measure(theirs)
    times = [(measure(ours), measure(theirs)) for _ in range(runs)]
    return [pair[0] for pair in times], [pair[1] for pair in times]


def median(times, kind):
    return statistics.median(time[kind] for time in times)


def judge(ours, goal):
    """A goal is for the clock; what misses it with time to spare on the processor had to wait for other programs."""
    if median(ours, 0) < goal:
        return "met"
    return "MISSED" if median(ours, min(1, len(ours[0]) - 1)) >= goal else "missed by the clock only: the machine is busy"


def report(what, ours, theirs, other, goal=None):
    mine, least = median(ours, 0), median(theirs, 0)
    clock = [time[0] for time in ours]
    verdict = "" if goal is None else f"  goal {goal} ms: {judge(ours, goal)}"
    processor = f", {median(ours, 1):.0f} on a processor" if len(ours[0]) > 1 else ""
    print(f"{what:<40} {mine:6.1f} ms ({min(clock):.0f}-{max(clock):.0f}){processor}   {other} {least:.1f} ms"
          f"   ratio {mine / least:.2f}{verdict}", flush=True)


def all_sheets(cli):
    """Every sheet that can be made, as options of export; whatever the content holds."""
    what = json.loads(subprocess.run([cli, "list", "--json"], check=True, capture_output=True).stdout)
    for handout in what["handouts"]:
        for procedure in handout["procedures"] or [None]:
            which = ["--procedure", procedure] if procedure else []
            for language in what["languages"]:
                yield (" ".join([handout["id"], *which[1:], language["id"]]),
                       ["--handout", handout["id"], *which, "--lang", language["id"]])


def bench_export(build, cli, folder, runs):
    bare = os.path.join(build, "tests", "bench", "bench-bare")
    for name, options in all_sheets(cli):
        text, pdf = os.path.join(folder, "sheet.txt"), os.path.join(folder, "sheet.pdf")
        subprocess.run([cli, "export", *options, "-o", text], check=True)
        ours, theirs = compare([cli, "export", *options, "-o", pdf], [bare, text, pdf], runs)
        report(f"export {name}", ours, theirs, "cairo and pango alone", EXPORT_GOAL)


def write_people(path, handout, fields, number):
    """A list in which each cell is filled in, and the text differs from row to row."""
    with open(path, "w", encoding="utf-8") as file:
        print(",".join(handout["fields"]), file=file)
        for row in range(number):
            print(",".join(fields[name]["choices"][0]["id"] if fields[name]["choices"]
                           else VALUES.get(fields[name]["type"], f"word {row}") for name in handout["fields"]), file=file)


def bench_batch(cli, folder):
    """One kind of sheet for many people: how many a second, and whether the memory grows with the list."""
    what = json.loads(subprocess.run([cli, "list", "--json"], check=True, capture_output=True).stdout)
    fields = {field["id"]: field for field in what["fields"]}
    handout = next(handout for handout in what["handouts"] if handout["procedures"])
    people = os.path.join(folder, "people.csv")
    for number, runs in ((200, 5), (2000, 1)):
        write_people(people, handout, fields, number)
        for jobs in ("1", "2"):
            # A folder for each run: some disks are slow where files have just been taken away.
            times = [run_once([cli, "batch", "--people", people, "--handout", handout["id"], "--procedure", handout["procedures"][0],
                               "--jobs", jobs, "-o", os.path.join(folder, f"{number}-{jobs}-{run}")]) for run in range(runs)]
            clock, processor, memory = (median(times, kind) for kind in range(3))
            verdict = f"  goal {1000 // SHEET_GOAL}: {judge(times, number * SHEET_GOAL)}" if jobs == "1" else ""
            print(f"batch {handout['id']}, {number} sheets, jobs {jobs}:  {number / clock * 1000:.0f} a second,"
                  f" {processor / number:.1f} ms of a processor each, {memory:.0f} MB{verdict}", flush=True)


def bench_load(cli, runs):
    ours, theirs = compare([cli, "check", os.environ["PEDICLE_CONTENT_DIR"]], [cli, "--version"], runs)
    report("load and check the content", ours, theirs, "start and end")


def bench_window(build, runs):
    with Screen() as screen:
        ours, theirs = compare([os.path.join(build, "src", "app", "pedicle")], ["gtk4-widget-factory"], runs,
                               lambda command: (screen.time(command),))
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
        bench_batch(cli, folder)
        bench_export(build, cli, folder, runs)
        bench_window(build, runs)


main()
