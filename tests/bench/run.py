#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What everything costs, beside other programs in turn, so that a busy machine slows all of them. run.py --help says how.

Times are of whole processes, medians in milliseconds: by the clock, and on a processor, which other programs change less.
"""
import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile

import measure
import packs
import topics
from measure import Report, Used, in_turn, judge, machine, median, ratio, run_once
from window import Screen

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers"))
import outline  # noqa: E402
import peers  # noqa: E402
import sources  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONTENT = os.path.join(ROOT, "data", "content")
EXPORT_GOAL, WINDOW_GOAL, LETTER_GOAL = 60, 400, 8  # ms
RATE_GOAL = 100                                     # sheets a second
COLD_GOALS = {"Typst": 3, "WeasyPrint": 10}         # times as long as ours
LINEAR = 1.3                                        # a page or a procedure of many, to one of few
GOING_HOME, COMPARING = ("going-home", "kyphoplasty"), ("comparing", None)
NAME_FIELD, NAME = "patient-name", "Ann Example"
VALUES = {"date": "2026-11-20", "date-time": "2026-11-20 14:30", "time": "14:30", "phone": "555 0142", "number": "4.5",
          "sites": "", "text": "word"}
TODAY = ["--today", "2026-11-20"]


class Bench:
    def __init__(self, arguments, folder):
        self.build, self.folder, self.all, self.runs = os.path.abspath(arguments.build), folder, arguments.all, arguments.runs
        self.cli = os.path.join(self.build, "src", "cli", "pedicle-cli")
        self.report = Report(arguments.output)
        self.what = json.loads(subprocess.run([self.cli, "list", "--json"], check=True, capture_output=True).stdout)
        self.fields = {field["id"]: field for field in self.what["fields"]}

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def program(self, name):
        return os.path.join(self.build, "tests", "bench", name)

    def handout(self, name):
        return next(handout for handout in self.what["handouts"] if handout["id"] == name)

    def value(self, name, row):
        field = self.fields[name]
        if name == NAME_FIELD:
            return row
        return field["choices"][0]["id"] if field["choices"] else VALUES[field["type"]]

    def values_file(self, handout):
        """Each field of a handout filled in, as export reads it."""
        path = self.path(handout + ".fields")
        with open(path, "w", encoding="utf-8") as file:
            for name in self.handout(handout)["fields"]:
                print(f"{name}={self.value(name, NAME)}", file=file)
        return path

    def people_file(self, handout, number):
        path = self.path(f"people-{number}.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            names = self.handout(handout)["fields"]
            writer.writerow(names)
            writer.writerows([self.value(name, f"Person {row}") for name in names] for row in range(1, number + 1))
        return path

    def export(self, sheet, result, language="en", filled=True):
        handout, procedure = sheet
        return [self.cli, "export", "--handout", handout, *(["--procedure", procedure] if procedure else []), "--lang", language, *TODAY,
                *(["--fields", self.values_file(handout)] if filled else []), "-o", result]


# --- One sheet, from nothing ---

def bench_least(bench):
    bench.report.table("A sheet on the command line", "Beside the least program that puts the same words into a PDF file, cairo and Pango alone, "
                       "not tagged. The file is there when the process has ended.",
                       "sheet", "ms", "on a processor", "the least program", "on a processor", "ratio on a processor", "goal")
    sheets = all_sheets(bench) if bench.all else [(sheet, language) for sheet in (GOING_HOME, COMPARING) for language in ("en", "es")]
    text, pdf = bench.path("sheet.txt"), bench.path("sheet.pdf")
    for sheet, language in sheets:
        subprocess.run(bench.export(sheet, text, language), check=True)
        command = bench.export(sheet, pdf, language)
        used = in_turn({"ours": lambda: run_once(command), "least": lambda: run_once([bench.program("bench-bare"), text, pdf])}, bench.runs)
        ours, least = used["ours"], used["least"]
        reached, busy = median(ours, "clock") < EXPORT_GOAL, median(ours, "processor") < EXPORT_GOAL
        bench.report.row(" ".join(filter(None, [*sheet, language])), f"{median(ours, 'clock'):.0f}", f"{median(ours, 'processor'):.0f}",
                         f"{median(least, 'clock'):.0f}", f"{median(least, 'processor'):.0f}", f"{ratio(ours, least, 'processor'):.2f}",
                         judge(reached, f"{EXPORT_GOAL} ms", busy))


def all_sheets(bench):
    for handout in bench.what["handouts"]:
        for procedure in handout["procedures"] or [None]:
            for language in bench.what["languages"]:
                yield (handout["id"], procedure), language["id"]


def pdf_facts(path):
    said = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    facts = dict(line.split(":", 1) for line in said.splitlines() if ":" in line)
    return facts["Pages"].strip(), os.path.getsize(path) // 1000, facts["Tagged"].strip()


def write_peer_sources(bench, sheet):
    folder, pdf = bench.path("peers-" + sheet[0]), bench.path("peer.pdf")
    os.makedirs(folder)
    subprocess.run(bench.export(sheet, pdf), check=True)
    width, height = (float(part) for part in
                     subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout.split("Page size:")[1].split()[0:3:2])
    sources.write(outline.read(pdf, CONTENT, folder), folder, width > height)
    return folder


def bench_peers(bench):
    found = peers.installed()
    for missing in sorted({"Typst", "WeasyPrint", "Chromium", "LibreOffice", "FOP", "XeLaTeX"} - {peer.name.split("'")[0].split(",")[0] for peer in found}):
        bench.report.write(f"\n{missing} is not installed; left out.")
    for sheet in (GOING_HOME, COMPARING):
        folder, pdf = write_peer_sources(bench, sheet), bench.path("sheet.pdf")
        command = bench.export(sheet, pdf)
        tasks = {"Pedicle": lambda: run_once(command)}
        for peer in found:
            tasks[peer.name] = lambda one=peer: run_once(one.command(folder), folder)
        used = in_turn(tasks, bench.runs if bench.all else max(3, bench.runs // 3))
        bench.report.table(f"The same sheet by other programs: {' '.join(filter(None, sheet))}",
                           "Each in a process of its own, in turn; the same words, tables, pictures, fonts, paper and values in the fields. "
                           "Ratio: how many times as long as Pedicle, the median over the rounds.",
                           "program", "asked for", "pages", "KB", "tagged", "ms", "ratio", "on a processor", "ratio", "MB", "goal")
        for name, times in used.items():
            peer = next((one for one in found if one.name == name), None)
            pages, size, tagged = pdf_facts(produced(peer, folder, pdf))
            by_clock, by_processor = ratio(times, used["Pedicle"], "clock"), ratio(times, used["Pedicle"], "processor")
            goal = COLD_GOALS.get(goal_name(name, found))
            bench.report.row(f"{name} {peer.version}" if peer else name, peer.tagged if peer else "PDF/UA-1", pages, size, tagged,
                             f"{median(times, 'clock'):.0f}", f"{by_clock:.1f}", f"{median(times, 'processor'):.0f}", f"{by_processor:.1f}",
                             f"{median(times, 'memory'):.0f}", judge(by_clock >= goal, f"{goal} times", by_processor >= goal) if goal else "")


def goal_name(name, found):
    """Without its program, Typst's module stands for it, with the start of its Python."""
    return "Typst" if name == peers.TYPST_MODULE and all(peer.name != "Typst" for peer in found) else name


def produced(peer, folder, ours):
    """The file that a peer makes, made once more, since all of them write one name."""
    if peer is None:
        return ours
    run_once(peer.command(folder), folder)
    return os.path.join(folder, peer.result)


# --- Many sheets ---

def batch(bench, people, jobs, folder):
    handout, procedure = GOING_HOME
    return [bench.cli, "batch", "--people", people, "--handout", handout, "--procedure", procedure, *TODAY, "--jobs", str(jobs), "-o", folder]


def timed_batch(bench, number, jobs):
    people, folder = bench.people_file(GOING_HOME[0], number), tempfile.mkdtemp(dir=bench.folder)
    used = run_once(batch(bench, people, jobs, folder))
    shutil.rmtree(folder)
    return used


def timed_loop(bench, script, source, number):
    folder = tempfile.mkdtemp(dir=bench.folder)
    used = run_once([os.environ["PEERS_PYTHON"], script, source, folder, str(number), NAME])
    shutil.rmtree(folder)
    return used


def bench_batch(bench):
    folder = bench.path("peers-" + GOING_HOME[0])
    if not os.path.exists(folder):
        write_peer_sources(bench, GOING_HOME)
    bench.report.table(f"Sheets for many people: {' '.join(GOING_HOME)}", "Each with another name, one process, with its start and end; `--jobs 2` is two. "
                       "Ratio: time for a sheet to that of Pedicle with one job. WeasyPrint makes a twentieth as many.",
                       "program", "sheets", "a second", "ratio", "ms of a processor each", "ratio", "MB", "goal")
    for number, rounds in ((200, 3), *(((2000, 3),) if bench.all else ())):
        tasks, sizes = {}, {}
        for jobs in (1, 2):
            tasks[f"Pedicle, {jobs} job{'s' * (jobs > 1)}"] = lambda n=number, j=jobs: timed_batch(bench, n, j)
        for name, script in peers.loops():
            ending, size = ("typ", number) if "Typst" in name else ("html", number // 20)
            sizes[name] = size
            tasks[name] = lambda s=script, e=ending, n=size: timed_loop(bench, s, f"{folder}/sheet.{e}", n)
        used = in_turn(tasks, rounds)
        first = next(iter(used.values()))
        for name, times in used.items():
            size = sizes.get(name, number)
            clock, processor = median(times, "clock") / size, median(times, "processor") / size
            goal = judge(clock * RATE_GOAL < 1000, f"{RATE_GOAL} a second", processor * RATE_GOAL < 1000) if times is first else ""
            bench.report.row(name, size, f"{1000 / clock:.0f}", f"{ratio(times, first, 'clock') * number / size:.2f}", f"{processor:.1f}",
                             f"{ratio(times, first, 'processor') * number / size:.2f}", f"{median(times, 'memory'):.0f}", goal)


def bench_memory(bench):
    bench.report.table("Memory of a long list", "The largest process, with one job. Flat: at most a tenth more, and 1 KB for each row of the list itself.",
                       "sheets", "MB", "ms of a processor each", "goal")
    first = None
    for number in (100, 1000, *((10000,) if bench.all else ())):
        used = timed_batch(bench, number, 1)
        first = first or used.memory
        bench.report.row(number, f"{used.memory:.1f}", f"{used.processor / number:.1f}", judge(used.memory < first * 1.1 + number / 1000, "flat"))


# --- A letter that is typed ---

def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def bench_preview(bench):
    bench.report.table("The preview after a letter is typed", "All pages laid out anew, and those in sight drawn; in a window, up to the end of the frame. "
                       "The clock counts waiting for the next frame there, up to 17 ms, and whatever else runs.",
                       "handout", "where", "letters", "half, on a processor", "99 of 100", "half, by the clock", "99 of 100", "goal")
    letters = "1000" if bench.all else "300"
    sheets = [GOING_HOME, (COMPARING[0], GOING_HOME[1])] + ([("about", GOING_HOME[1])] if bench.all else [])
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    with Screen() as screen:
        for sheet in sheets:
            for where, env in (("no display", bare), ("window", screen.env)):
                said = subprocess.run([bench.program("bench-preview"), *sheet, NAME_FIELD, letters], env=env, check=True, stdout=subprocess.PIPE,
                                      text=True).stdout
                clock, processor = zip(*(map(float, line.split()) for line in said.splitlines()))
                late, busy = percentile(clock, 0.99), percentile(processor, 0.99)
                bench.report.row(" ".join(sheet), where, len(clock), f"{percentile(processor, 0.5):.1f}", f"{busy:.1f}",
                                 f"{percentile(clock, 0.5):.1f}", f"{late:.1f}",
                                 judge((busy if where == "window" else late) < LETTER_GOAL, f"{LETTER_GOAL} ms", busy < LETTER_GOAL))


def bench_window(bench):
    with Screen() as screen:
        commands = {"window": [os.path.join(bench.build, "src", "app", "pedicle")], "gallery": ["gtk4-widget-factory"]}
        used = in_turn({name: lambda one=command: Used(screen.time(one), 1, 1) for name, command in commands.items()},
                       bench.runs if bench.all else 5)
    bench.report.table("From start to the first topic", "When the window looks as it stays, in the frame buffer of a screen of its own.",
                       "program", "ms", "gtk4-widget-factory", "ratio", "goal")
    ours = median(used["window"], "clock")
    bench.report.row("Pedicle", f"{ours:.0f}", f"{median(used['gallery'], 'clock'):.0f}", f"{ratio(used['window'], used['gallery'], 'clock'):.2f}",
                     judge(ours < WINDOW_GOAL, f"{WINDOW_GOAL} ms"))


# --- Growth ---

def verdict(points):
    """Of (size, cost): what one more costs in the upper half, to what it costs in the lower."""
    (few, low), (some, middle), (many, high) = points[0], points[len(points) // 2], points[-1]
    grown = (high - middle) / (many - some) / max((middle - low) / (some - few), 1e-6)
    return f"{grown:.2f}: " + judge(grown < LINEAR, f"below {LINEAR}")


def best(measure, rounds):
    """The least of some runs by the processor: nothing makes a run faster than it is."""
    return min((measure() for _ in range(rounds)), key=lambda used: used.processor)


def report_growth(bench, points, columns):
    """COLUMNS: lists of costs, one for each of POINTS; a row that judges each."""
    bench.report.row("one more: of many, to one of few", *(verdict(list(zip(points, costs))) for costs in columns))


def bench_content(bench):
    bench.report.table("Content of many procedures", "The shipped content with copies of a procedure; ms on a processor, the best of three, without "
                       "start and end of the program. Search: making ready, once; then a word at each letter.",
                       "procedures", "check", "list", "read in the window", "make ready to search", "find a word", "MB to list")
    points, columns = (3, 30, 100, 300, 1000) if bench.all else (3, 100, 300), {}
    for number in points:
        folder = bench.path(f"content-{number}")
        packs.with_procedures(CONTENT, folder, number)
        env = dict(os.environ, PEDICLE_CONTENT_DIR=folder)
        nothing = best(lambda: run_once([bench.cli, "--version"]), 3)
        check, listed = (best(lambda c=command, e=env: run_once(c, env=e), 3) for command in ([bench.cli, "check", folder], [bench.cli, "list", "--json"]))
        found = [tuple(map(float, subprocess.run([bench.program("bench-search"), folder, "cement"], env=env, check=True, capture_output=True,
                                                 text=True).stdout.split())) for _ in range(3)]
        costs = [check.processor - nothing.processor, listed.processor - nothing.processor, *(min(run[i] for run in found) for i in range(3)), listed.memory]
        for column, cost in enumerate(costs):
            columns.setdefault(column, []).append(cost)
        bench.report.row(number, *(f"{cost:.1f}" if cost >= 0.1 else f"{cost:.3f}" for cost in costs))
        shutil.rmtree(folder)
    report_growth(bench, points, columns.values())


def bench_pages(bench):
    bench.report.table("A handout of many pages", "Text, a list, a picture and a table on each page; ms on a processor, the best of three, and the memory "
                       "of the process.", "pages", "ms", "MB", "KB of the file")
    wanted, points, columns = (1, 5, 20, 50, 100, 200, 500) if bench.all else (1, 50, 500), [], ([], [], [])
    for pages in wanted:
        folder, pdf = bench.path(f"pages-{pages}"), bench.path(f"pages-{pages}.pdf")
        packs.with_long_handout(CONTENT, folder, pages * packs.SECTIONS_OF_4_PAGES // 4)
        env = dict(os.environ, PEDICLE_CONTENT_DIR=folder)
        used = best(lambda e=env, p=pdf: run_once([bench.cli, "export", "--handout", packs.LONG, *TODAY, "-o", p], env=e), 3)
        number, size, _ = pdf_facts(pdf)
        points.append(int(number))
        for column, value in zip(columns, (used.processor, used.memory, size)):
            column.append(value)
        bench.report.row(number, f"{used.processor:.0f}", f"{used.memory:.1f}", size)
        shutil.rmtree(folder)
    chosen = [0, wanted.index(50), len(wanted) - 1]
    report_growth(bench, [points[i] for i in chosen], [[column[i] for i in chosen] for column in columns])


def bench_topics(bench):
    bench.report.table("Going to a topic", "On a screen of 1920x1080, drawn by cairo: from the key to the last frame it needs; ms on a processor.",
                       "topic", "measure", "ms", "most", "goal")
    for row in topics.rows(bench.build):
        bench.report.row(*row)


PARTS = {"sheet": bench_least, "peers": bench_peers, "batch": bench_batch, "memory": bench_memory, "preview": bench_preview,
         "window": bench_window, "topics": bench_topics, "content": bench_content, "pages": bench_pages}


def parse():
    parser = argparse.ArgumentParser(description="What everything costs, beside other programs. Those that are installed are found by their name, "
                                     "or by TYPST, WEASYPRINT, CHROMIUM, SOFFICE, FOP, XELATEX; PEERS_PYTHON is a Python with typst and weasyprint.")
    parser.add_argument("build", metavar="BUILD", help="a build of type release")
    parser.add_argument("--all", action="store_true", help="every sheet, more runs, 2000 and 10 000 sheets, more sizes: about half an hour")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--runs", type=int, help="rounds of what takes short; 15, or 7 without --all")
    parser.add_argument("-o", "--output", metavar="FILE.md", help="write the tables there, too")
    arguments = parser.parse_args()
    arguments.runs = arguments.runs or (15 if arguments.all else 7)
    return arguments


def main():
    arguments = parse()
    os.environ["PEDICLE_CONTENT_DIR"] = CONTENT
    os.environ["PEDICLE_TRANSLATIONS_DIR"] = os.path.join(ROOT, "po", "content")
    os.environ["GSETTINGS_SCHEMA_DIR"] = os.path.join(os.path.abspath(arguments.build), "data")
    measure.RUNNER = os.path.join(os.path.abspath(arguments.build), "tests", "bench", "bench-run")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = os.path.join(folder, "data")
        bench = Bench(arguments, folder)
        bench.report.write(machine())
        for name in PARTS:
            if name in arguments.only:
                PARTS[name](bench)


main()
