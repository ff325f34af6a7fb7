# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a program takes until its window looks as it stays, seen from outside: in the frame buffer of a screen."""
import mmap
import os
import subprocess
import tempfile
import time

WIDTH, HEIGHT = 1366, 768
STEP = 4 * 61          # bytes between two pixels that are looked at
SETTLED = 1.2          # seconds after its first pixel in which a window comes to look as it stays
LIMIT = 15.0           # seconds after which a program has failed
ALIKE = 0.01           # share of pixels that may differ: a caret, a spinner


class Screen:
    """A private X screen, session bus and home; for use in a with statement."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.env = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory",
                        ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", LC_ALL="C.UTF-8", HOME=self.folder.name)
        for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            self.env["XDG_" + name] = os.path.join(self.folder.name, name.lower())
            os.mkdir(self.env["XDG_" + name], 0o700)
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            self.env.pop(name, None)
        self.children = [self.start_server(), self.start_bus()]
        return self

    def start_server(self):
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-br",
                                   "-nolisten", "tcp", "-noreset", "-fbdir", self.folder.name],
                                  pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.env["DISPLAY"] = ":" + pipe.readline().strip()
        with open(os.path.join(self.folder.name, "Xvfb_screen0"), "rb") as buffer:
            self.pixels = mmap.mmap(buffer.fileno(), 0, prot=mmap.PROT_READ)
        return server

    def start_bus(self):
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=self.env,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        return bus

    def look(self):
        return self.pixels[len(self.pixels) - 4 * WIDTH * HEIGHT::STEP]

    def time(self, command):
        """Milliseconds from the start of the program to the first look that is the last one."""
        empty = self.look()
        begin = time.perf_counter()
        program = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            looks = self.watch(empty, begin, program)
        finally:
            program.terminate()
            program.wait()
        self.wait_for(empty)
        last = looks[-1][1]
        return next(when for when, look in looks if alike(look, last)) * 1000

    def watch(self, empty, begin, program):
        """Every look that differs from the one before, with its time in seconds."""
        looks = [(0.0, empty)]
        while len(looks) == 1 or time.perf_counter() - begin - looks[1][0] < SETTLED:
            now, look = time.perf_counter() - begin, self.look()
            if look != looks[-1][1]:
                looks.append((now, look))
            if program.poll() is not None or now > LIMIT:
                raise RuntimeError(f"{program.args[0]} showed no window that stays")
            time.sleep(0.002)
        return looks

    def wait_for(self, look):
        end = time.perf_counter() + LIMIT
        while not alike(self.look(), look):
            if time.perf_counter() > end:
                raise RuntimeError("the screen did not become empty again")
            time.sleep(0.01)

    def __exit__(self, *_):
        self.pixels.close()
        for child in reversed(self.children):
            child.terminate()
            child.wait()
        self.folder.cleanup()


def alike(one, other):
    return sum(a != b for a, b in zip(one, other)) <= ALIKE * len(other)
