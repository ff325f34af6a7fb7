# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to go to a topic, by tests/bench/topics.c, on a screen of its own."""
import os
import statistics
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# The middle of what was seen before; the slowest of twenty on a first visit.
KINDS = (("again", "seen before", "median", 16), ("first", "the next, for the first time", "95 of 100", 60),
         ("jump", "another, for the first time", "95 of 100", 60))


def moves(build):
    """Milliseconds on a processor of each move, by kind."""
    program = os.path.join(build, "tests", "app", "bench-topics")
    done = subprocess.run([os.path.join(ROOT, "tests", "xsession.sh"), program], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, env={**os.environ, "SCREEN": "1920x1080"})
    found = {kind: [] for kind, *_ in KINDS}
    for line in done.stdout.splitlines():
        kind, _, value = line.partition(" ")
        if kind in found:
            found[kind].append(float(value))
    return found


def rows(build):
    """Words, which value, that value, the largest, and what becomes of the goal."""
    found = moves(build)
    for kind, words, which, goal in KINDS:
        values = sorted(found[kind])
        value = statistics.median(values) if which == "median" else values[int(0.95 * (len(values) - 1) + 0.5)]
        verdict = f"{goal}: {'met' if value <= goal else 'MISSED'}"
        yield words, f"{which} of {len(values)}", f"{value:.1f}", f"{values[-1]:.1f}", verdict
