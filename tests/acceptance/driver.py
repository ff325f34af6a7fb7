# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program over AT-SPI and the keyboard, as a person with a screen reader would.

Runs inside tests/xsession.sh: a private display, session bus and home. GTK 4.8 gives no action to rows and check
buttons and marks nothing but windows as showing. So what has an extent counts as shown, looks are confined to the place
of the window that is in front, and rows are clicked.
"""
import os
import subprocess
import time

# A warning ends the program under test, not this one: the accessibility bus warns of windows that have closed.
os.environ.pop('G_DEBUG', None)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

ROLE = Atspi.Role
BUTTONS = {ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON, ROLE.CHECK_BOX, ROLE.RADIO_BUTTON, ROLE.PAGE_TAB, ROLE.MENU_ITEM}
WINDOWS = {ROLE.FRAME, ROLE.DIALOG, ROLE.ALERT, ROLE.FILE_CHOOSER, ROLE.FILLER}
ENTRIES = {ROLE.TEXT, ROLE.ENTRY, ROLE.PASSWORD_TEXT}
ROWS = {ROLE.LIST_ITEM, ROLE.TABLE_ROW}


class NotFound(AssertionError):
    pass


def name_of(node):
    """The accessible name without the mnemonic's underscore; GTK 4.8 says such names twice."""
    try:
        name = (node.get_name() or '').replace('_', '')
    except GLib.Error:  # the node went away while we looked
        return ''
    half = len(name) // 2
    if name[:half] == name[half + 1:] and name[half:half + 1] == ' ':
        return name[:half]
    return name


def role_of(node):
    try:
        return node.get_role()
    except GLib.Error:
        return None


def text_of(node):
    """What is written in an entry or a label, else the name."""
    try:
        if 'Text' in node.get_interfaces():
            return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    except GLib.Error:
        pass
    return name_of(node)


def extents(node):
    """Within its window; nothing is as large as its width and height, 0 and 0, when it is not shown."""
    try:
        box = node.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height
    except GLib.Error:
        return 0, 0, 0, 0


def is_shown(node):
    return min(extents(node)[2:]) > 0


def children(node):
    try:
        return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]
    except GLib.Error:
        return []


def walk(root):
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(children(node)))


def until(condition, what, timeout=8):
    """Waits until condition() is true, and gives what it gave."""
    end = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise NotFound(f'{what}: not within {timeout} seconds')
        time.sleep(0.05)


class Program:
    """The program under test, its process and its accessible tree."""

    def __init__(self, command, env=None, cwd=None, timeout=20):
        environment = dict(os.environ, G_DEBUG='fatal-warnings')
        environment.update(env or {})
        log = os.environ.get('PEDICLE_TEST_LOG')
        self.log = open(log, 'ab') if log else subprocess.DEVNULL
        self.process = subprocess.Popen(command, env=environment, cwd=cwd, stderr=self.log)
        self.tree = until(self.on_bus, 'the program on the accessibility bus', timeout)

    def on_bus(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended at once with {self.process.returncode}')
        for child in children(Atspi.get_desktop(0)):
            try:
                if child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                    return child
            except GLib.Error:
                continue
        return None

    # looking

    def all(self, name=None, roles=None, contains=None, root=None):
        """What is shown and fits, below root or in the whole program."""
        found = []
        for node in walk(root or self.tree):
            if roles and role_of(node) not in roles:
                continue
            if name is not None and name_of(node) != name:
                continue
            if contains is not None and contains not in name_of(node) and contains not in (text_of(node) or ''):
                continue
            if is_shown(node):
                found.append(node)
        return found

    def alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        return True

    def find(self, name=None, roles=None, contains=None, root=None, timeout=8):
        found = until(lambda: self.alive() and self.all(name, roles, contains, root), name or contains, timeout)
        return found[0]

    def gone(self, name=None, contains=None, root=None, timeout=8):
        until(lambda: self.alive() and not self.all(name, contains=contains, root=root),
              f'{name or contains!r} is to be gone', timeout)

    def words(self, root=None):
        """Every name and text that is shown, for looking at in one go."""
        return '\n'.join(text_of(node) or '' for node in walk(root or self.tree) if is_shown(node))

    def window(self):
        return children(self.tree)[0]

    def dialog(self, title):
        """A window of the program other than its first one."""
        return until(lambda: self.alive() and
                     next((each for each in children(self.tree)[1:] if name_of(each) == title), None), title)

    def closed(self, title):
        until(lambda: self.alive() and title not in [name_of(each) for each in children(self.tree)[1:]],
              f'{title!r} is to close')

    def part(self, name):
        """A part of the window that holds others: a place by its name, else by its class, which is the name that GTK 4.8
        gives to what has none. Only what is below it counts: what another place shows keeps its extent there."""
        holders = {ROLE.PANEL, ROLE.FILLER, ROLE.GROUPING}
        return until(lambda: self.alive() and next((node for node in walk(self.window()) if name_of(node) == name
                                                    and role_of(node) in holders), None), name)

    # acting

    def press(self, node):
        """Presses a button by its action, or by the mouse where it has none."""
        try:
            if node.get_n_actions() > 0 and role_of(node) in BUTTONS:
                node.do_action(0)
                return
        except GLib.Error:
            pass
        self.click(node)

    def reveal(self, node):
        """Turns the mouse wheel until the middle of the node is inside the list or form around it."""
        pane = node
        while pane and role_of(pane) != ROLE.SCROLL_PANE:
            pane = pane.get_parent()
        if not pane:
            return
        left, top, width, _ = self.on_screen(pane)
        subprocess.run(['xdotool', 'mousemove', str(left + width // 2), str(top + 8)], check=True)
        _, y, _, height = extents(pane)
        for _ in range(60):
            _, at, _, tall = extents(node)
            middle = at + tall // 2
            if y + 24 <= middle <= y + height - 24:
                return
            subprocess.run(['xdotool', 'click', '5' if middle > y + height // 2 else '4'], check=True)
            time.sleep(0.05)
        raise NotFound(f'no way to scroll to {name_of(node)!r}')

    def click(self, node):
        self.reveal(node)
        x, y, width, height = self.on_screen(node)
        subprocess.run(['xdotool', 'mousemove', str(x + width // 2), str(y + height // 2), 'click', '1'], check=True)
        time.sleep(0.1)

    def on_screen(self, node):
        """Where the node is on the screen, and its size."""
        x, y, width, height = extents(node)
        left, top = self.origin(node)
        return left + x, top + y, width, height

    def origin(self, node):
        """Where the widgets of the node's window begin on the screen: inside its shadow."""
        while role_of(node.get_parent()) != ROLE.APPLICATION:
            node = node.get_parent()
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), '--name', name_of(node)],
                             capture_output=True, text=True, check=False).stdout.split()
        if not ids:
            return 0, 0
        geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', ids[-1]],
                                  capture_output=True, text=True, check=True).stdout
        values = {key: int(value) for key, value in (line.split('=') for line in geometry.split())}
        _, _, width, height = extents(node)
        return values['X'] + (values['WIDTH'] - width) // 2, values['Y'] + (values['HEIGHT'] - height) // 2

    def key(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.15)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def write(self, label, text, root=None):
        """Puts a text into the entry of this name."""
        entry = self.find(label, ENTRIES, root=root)
        Atspi.EditableText.set_text_contents(entry, text)
        until(lambda: text_of(entry) == text, f'{text!r} in {label!r}')

    def choose(self, label, value, root=None):
        """Picks a value in the drop-down list of this name."""
        combo = self.find(label, {ROLE.COMBO_BOX}, root=root)
        button = next(node for node in walk(combo) if role_of(node) in BUTTONS)
        if text_of_choice(combo) == value:
            return
        self.reveal(button)
        self.press(button)
        until(lambda: self.alive() and value in list_of(combo), f'{value!r} in {label!r}')
        self.key('Home', *['Down'] * list_of(combo).index(value), 'Return')
        until(lambda: self.alive() and text_of_choice(combo) == value, f'{label!r} to be {value!r}')

    def select(self, row, root=None):
        """Picks the row of this name in a list."""
        self.click(self.find(row, ROWS, root=root))

    # dialogs

    def save_as(self, path, title='Save PDF'):
        dialog = self.dialog(title)
        self.write('Name:', path, root=dialog)
        self.press(self.find('Save', BUTTONS, root=dialog))
        until(lambda: self.alive() and os.path.exists(path), f'{path} to be written')
        self.closed(title)

    def open_file(self, path, title):
        """GTK's dialog takes a path that is typed."""
        self.dialog(title)
        time.sleep(0.3)
        self.key('ctrl+l')
        self.type(path)
        time.sleep(0.3)
        self.key('Return')
        self.closed(title)

    def print_to_file(self, folder):
        """Through the print dialog, into the file that it proposes, which lies in the folder; gives its path."""
        dialog = self.dialog('Print')
        self.click(self.find('Print to File', {ROLE.LABEL}, root=dialog))
        path = os.path.join(folder, os.path.basename(name_of(self.find(contains='.pdf', roles=BUTTONS, root=dialog))))
        button = self.find('Print', BUTTONS, root=dialog)
        until(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button Print')
        self.press(button)
        self.closed('Print')
        until(lambda: self.alive() and os.path.exists(path) and is_whole(path), f'{path} to be printed')
        return path

    # ending

    def close(self):
        """As a person closes it; gives the exit status."""
        self.key('ctrl+q')
        status = self.process.wait(10)
        return status

    def quit(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.log != subprocess.DEVNULL:
            self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.quit()


def list_of(combo):
    """The choices of a drop-down list that is open."""
    popover = children(combo)[1:]
    return [next((text_of(each) for each in walk(row) if role_of(each) == ROLE.LABEL), '')
            for each in popover for row in walk(each) if role_of(row) == ROLE.LIST_ITEM]


def text_of_choice(combo):
    button = children(combo)[0]
    return next((text_of(each) for each in walk(button) if role_of(each) == ROLE.LABEL and is_shown(each)), '')


def is_whole(path):
    with open(path, 'rb') as file:
        return b'%%EOF' in file.read()[-1024:]


def screenshot(path, *options):
    subprocess.run(['import', '-silent', '-window', 'root', *options, path], check=True)
