# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program over AT-SPI and the keyboard, as a person with a screen reader would.

Runs inside tests/xsession.sh: a private display, session bus and home. GTK 4.8 gives no action to rows and check
buttons and marks nothing but windows as showing, so what has an extent counts as shown, and rows are clicked.
"""
import os
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

BUTTONS = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON,
           Atspi.Role.PAGE_TAB, Atspi.Role.MENU_ITEM}


class NotFound(AssertionError):
    pass


def name_of(node):
    """The accessible name without the mnemonic's underscore; GTK 4.8 says such names twice."""
    try:
        name = (node.get_name() or '').replace('_', '')
    except Exception:  # the node went away while we looked
        return ''
    half = len(name) // 2
    if name[:half] == name[half + 1:] and name[half:half + 1] == ' ':
        return name[:half]
    return name


def text_of(node):
    try:
        if 'Text' in node.get_interfaces():
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    except Exception:
        pass
    return name_of(node)


def extents(node):
    try:
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height
    except Exception:
        return 0, 0, 0, 0


class Program:
    """The program under test, its process and its accessible tree."""

    def __init__(self, command, name='pedicle', env=None, timeout=20):
        environment = dict(os.environ, G_DEBUG='fatal-warnings')
        environment.update(env or {})
        self.log = open(os.environ.get('PEDICLE_TEST_LOG', os.devnull), 'ab')
        self.process = subprocess.Popen(command, env=environment, stderr=self.log)
        self.tree = None
        end = time.time() + timeout
        while time.time() < end and self.tree is None:
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended at once with {self.process.returncode}')
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                    self.tree = child
            time.sleep(0.05)
        if self.tree is None:
            raise NotFound('the program is not on the accessibility bus')

    # looking

    def nodes(self, root=None):
        stack = [root or self.tree]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            yield node
            try:
                count = node.get_child_count()
                stack.extend(node.get_child_at_index(i) for i in reversed(range(count)))
            except Exception:
                continue

    def all(self, name=None, roles=None, contains=None, shown=True, root=None):
        found = []
        for node in self.nodes(root):
            try:
                if roles and node.get_role() not in roles:
                    continue
            except Exception:
                continue
            if name is not None and name_of(node) != name:
                continue
            if contains is not None and contains not in name_of(node) and contains not in (text_of(node) or ''):
                continue
            if shown:
                _, _, width, height = extents(node)
                if width <= 0 or height <= 0:
                    continue
            found.append(node)
        return found

    def find(self, name=None, roles=None, contains=None, shown=True, root=None, timeout=8):
        end = time.time() + timeout
        while True:
            found = self.all(name, roles, contains, shown, root)
            if found:
                return found[0]
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended with {self.process.returncode}')
            if time.time() > end:
                raise NotFound(f'nothing called {name or contains!r}')
            time.sleep(0.1)

    def gone(self, name, timeout=8):
        end = time.time() + timeout
        while self.all(name):
            if time.time() > end:
                raise AssertionError(f'{name!r} is still there')
            time.sleep(0.1)

    def words(self):
        """Every name and text that has an extent, for looking at in one go."""
        lines = []
        for node in self.nodes():
            _, _, width, height = extents(node)
            if width > 0 and height > 0:
                lines.append(text_of(node) or '')
        return '\n'.join(lines)

    # acting

    def press(self, node):
        """Presses a button by its action, or by the mouse where it has none."""
        try:
            if node.get_n_actions() > 0 and node.get_role() in BUTTONS:
                node.do_action(0)
                time.sleep(0.15)
                return
        except Exception:
            pass
        self.click(node)

    def click(self, node):
        x, y, width, height = extents(node)
        left, top = self.origin()
        subprocess.run(['xdotool', 'mousemove', str(left + x + width // 2), str(top + y + height // 2), 'click', '1'],
                       check=True)
        time.sleep(0.25)

    def origin(self):
        """Where the window's widgets begin on the screen: without a window manager, at the corner."""
        result = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True)
        windows = result.stdout.split()
        if not windows:
            return 0, 0
        geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', windows[-1]],
                                  capture_output=True, text=True).stdout
        values = dict(line.split('=') for line in geometry.split() if '=' in line)
        return int(values.get('X', 0)), int(values.get('Y', 0))

    def key(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.3)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '20', text], check=True)
        time.sleep(0.3)

    def write(self, node, text):
        Atspi.EditableText.set_text_contents(node, text)
        time.sleep(0.3)

    def quit(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        return self.process.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.quit()


def screenshot(path):
    subprocess.run(['import', '-window', 'root', path], check=True)
