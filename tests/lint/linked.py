#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line needs no display, and starts without the libraries that only some commands need: linked.py PROGRAM; its
libraries are looked through."""
import re
import subprocess
import sys

libraries = subprocess.run(["ldd", sys.argv[1]], check=True, capture_output=True, text=True).stdout
print(libraries)
sys.exit(1 if re.search(r"libgtk|libgdk-|libadwaita|librsvg|libqpdf", libraries) or "libpango" not in libraries else 0)
