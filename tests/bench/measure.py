# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times and memory of whole processes, and tables of them."""
import os
import platform
import statistics
import subprocess
import time
from typing import NamedTuple


class Used(NamedTuple):
    clock: float      # ms from the start of a process to its end
    processor: float  # ms on a processor, with the processes that it waited for
    memory: float     # MB of its largest process


RUNNER = None  # set once: the program that runs another and says what it used


def run_once(command, folder=None, env=None):
    said = subprocess.run([RUNNER, *command], check=True, capture_output=True, text=True, cwd=folder, env=env).stdout.split()
    return Used(float(said[0]), float(said[1]), float(said[2]) / 1024)


def in_turn(tasks, rounds):
    """Runs each of TASKS (name -> a function that gives Used) once, then all of them in turn; name -> list of Used."""
    for task in tasks.values():
        task()
    used = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            used[name].append(task())
    return used


def median(used, kind):
    return statistics.median(getattr(one, kind) for one in used)


def ratio(theirs, ours, kind):
    """How many times as long they take: the median over rounds of what was measured one after the other."""
    return statistics.median(getattr(a, kind) / getattr(b, kind) for a, b in zip(theirs, ours))


def judge(reached, goal, busy_too=False):
    """BUSY_TOO: by the processor's time it is reached, so that other programs must have had the rest."""
    return f"met ({goal})" if reached else f"missed by the clock only: the machine is busy ({goal})" if busy_too else f"**missed** ({goal})"


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    load = os.getloadavg()[0]
    return (f"{time.strftime('%Y-%m-%d')}, {system}, {os.cpu_count()} cores of {model}. Other programs kept {load:.1f} cores busy when it "
            f"began{': judge by ratios and by the time on a processor' if load > 0.5 else ''}.")


class Report:
    """Tables in Markdown, a row as soon as it is known, on standard output and in a file."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8") if path else None

    def write(self, line=""):
        print(line, flush=True)
        if self.file:
            print(line, file=self.file, flush=True)

    def table(self, title, note, *heads):
        self.write(f"\n### {title}\n\n{note}\n")
        self.row(*heads)
        self.row(*["---"] * len(heads))

    def row(self, *cells):
        self.write("| " + " | ".join(map(str, cells)) + " |")
