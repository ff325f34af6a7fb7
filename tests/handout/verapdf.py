# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verdict of veraPDF on every sheet: verapdf.py PROFILE MAKE-PSEUDO CLI; it is the program verapdf, or the command in
VERAPDF. Without it nothing is judged, and the status says so."""
import os
import shlex
import shutil
import subprocess
import sys

SKIPPED = 77
OPTIONS = {"ua1": [], "2a": ["--archive"]}


def find_command():
    told = shlex.split(os.environ.get("VERAPDF", ""))
    return told or ([shutil.which("verapdf")] if shutil.which("verapdf") else [])


def main(profile):
    command = find_command()
    if not command:
        print("SKIPPED: veraPDF is not installed, so our own checks alone have judged. Its command can stand in VERAPDF.")
        return SKIPPED
    from sheets import Sheets
    sheets = Sheets(*OPTIONS[profile])
    told = subprocess.run([*command, "-f", profile, "--format", "text", "-v", *sheets.paths], capture_output=True, text=True,
                          check=False)
    passed = sum(line.startswith("PASS ") for line in told.stdout.split("\n"))
    print(told.stdout, told.stderr, f"{passed} of {len(sheets.paths)} sheets pass as {profile}; veraPDF's status {told.returncode}", sep="\n")
    sheets.remove()
    return 0 if passed == len(sheets.paths) > 0 else 1


sys.exit(main(sys.argv.pop(1)))
