# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program over AT-SPI and the keyboard, as a person with a screen reader would.

Runs inside tests/xsession.sh: a private display, session bus and home. GTK 4.8 marks nothing but windows as showing, so
what has an extent counts as shown, and looks are confined to the place of the window that is in front. GTK gives no action
to rows and fields, and GTK 4.18 leaves the padding out when it says where something is, so nothing is clicked: what has no
action is reached by Tab and by the arrows. What cannot be reached so cannot be used without a mouse, and is found here.
"""
import os
import subprocess
import time
from xml.etree import ElementTree

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
WINDOW = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'ui', 'window.ui')
LONG = 30  # seconds for what takes a moment, on a machine that does much else


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


def description_of(node):
    """The accessible description; nothing of a node that went away while we looked."""
    try:
        return node.get_description() or ''
    except GLib.Error:
        return ''


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
    """GTK 4.18 gives any number at all as the size of what has none yet."""
    _, _, width, height = extents(node)
    return 0 < min(width, height) and max(width, height) < 32768


def has(node, state):
    try:
        return node.get_state_set().contains(state)
    except GLib.Error:
        return False


def focused(nodes):
    """The innermost of the nodes with the focus: GTK 4.18 gives it to a window as well."""
    return next((node for node in reversed(nodes) if has(node, Atspi.StateType.FOCUSED)), None)


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


def until(condition, what, timeout=LONG):
    """Waits until condition() is true, and gives what it gave."""
    end = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise NotFound(f'{what}: not within {timeout} seconds')
        time.sleep(0.05)


def wait(condition, timeout):
    """Waits until condition() is true, or for so long."""
    try:
        until(condition, '', timeout)
    except NotFound:
        pass


class Program:
    """The program under test, its process and its accessible tree."""

    def __init__(self, command, env=None, cwd=None, timeout=2 * LONG):
        environment = dict(os.environ, G_DEBUG='fatal-warnings')
        environment.update(env or {})
        log = os.environ.get('PEDICLE_TEST_LOG')
        self.log = open(log, 'ab') if log else subprocess.DEVNULL
        self.process = subprocess.Popen(command, env=environment, cwd=cwd, stdout=self.log, stderr=self.log)
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

    def find(self, name=None, roles=None, contains=None, root=None, timeout=LONG):
        found = until(lambda: self.alive() and self.all(name, roles, contains, root), name or contains, timeout)
        return found[0]

    def gone(self, name=None, contains=None, root=None, timeout=LONG):
        until(lambda: self.alive() and not self.all(name, contains=contains, root=root),
              f'{name or contains!r} is to be gone', timeout)

    def words(self, root=None):
        """Every name and text that is shown, for looking at in one go."""
        return '\n'.join(text_of(node) or '' for node in walk(root or self.tree) if is_shown(node))

    def window(self):
        """The program's first window: a program is on the bus before it has one."""
        return until(lambda: self.alive() and children(self.tree), 'a window')[0]

    def dialog(self, title):
        """A window of the program other than its first one."""
        return until(lambda: self.alive() and
                     next((each for each in children(self.tree)[1:] if name_of(each) == title), None), title)

    def closed(self, title):
        until(lambda: self.alive() and title not in [name_of(each) for each in children(self.tree)[1:]],
              f'{title!r} is to close')
        self.give_focus()

    def give_focus(self):
        """To the first window when another has closed, as a window manager does; there is none here."""
        for window in self.ids(self.window())[-1:]:
            subprocess.run(['xdotool', 'windowfocus', window], check=True)

    def part(self, name):
        """A part of the window that holds others, by its name. Only what is below it counts: in GTK 4.8 what another place
        shows keeps its extent there."""
        holders = {ROLE.PANEL, ROLE.FILLER, ROLE.GROUPING}
        return until(lambda: self.alive() and next((node for node in walk(self.window()) if name_of(node) == name
                                                    and role_of(node) in holders), None), name)

    # acting

    def press(self, node):
        """Presses a button by its action, or by that of the button inside; by the keyboard where there is none."""
        for each in walk(node):
            try:
                if role_of(each) in BUTTONS and each.get_n_actions() > 0:
                    each.do_action(0)
                    return
            except GLib.Error:
                continue
        self.focus(node)
        self.key('space')

    def focus(self, node):
        """Presses Tab until the focus is on the node or inside it. What gives the node, in place of it, is asked again when
        the window has changed meanwhile."""
        find = node if callable(node) else lambda: node
        inside, stops = self.stops(find())
        for _ in range(150):
            before = focused(stops)
            if before in inside:
                return
            if before is None:
                inside, stops = self.stops(find())
            self.key('Tab')
            wait(lambda: focused(stops) != before, 1)
        raise NotFound(f'no way to {name_of(find())!r} by Tab')

    def stops(self, node):
        """What is inside a node, and where the focus may be in its window."""
        return list(walk(node)), [each for each in walk(window_of(node))
                                  if has(each, Atspi.StateType.FOCUSABLE) and is_shown(each)]

    def go_to(self, name, rows):
        """Moves the focus by the arrows to the row of this name among rows(), one of which has it."""
        until(lambda: self.alive() and focused(rows()), f'the focus in the list with {name!r}')
        for _ in range(3 * len(rows())):
            names, at = [row_name(row) for row in rows()], focused(rows())
            if at and row_name(at) == name:
                return
            self.key('Down' if at and names.index(row_name(at)) < names.index(name) else 'Up')
            wait(lambda: focused(rows()) not in (None, at), 2)
        raise NotFound(f'no way to {name!r} by the arrows')

    def on_screen(self, node):
        """Where the node is on the screen, and its size."""
        x, y, width, height = extents(node)
        left, top = self.origin(node)
        return left + x, top + y, width, height

    def ids(self, window):
        """What the X server calls a window."""
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), '--name',
                               name_of(window)], capture_output=True, text=True, check=False).stdout.split()

    def origin(self, node):
        """Where the widgets of the node's window begin on the screen: inside its shadow."""
        node = window_of(node)
        ids = self.ids(node)
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

    def drag(self, node, *points):
        """Draws a line over the node with the mouse: where it goes, as parts of its width and height."""
        x, y, width, height = self.on_screen(node)
        for index, (across, down) in enumerate(points):
            subprocess.run(['xdotool', 'mousemove', str(round(x + across * width)), str(round(y + down * height))],
                           check=True)
            if index == 0:
                subprocess.run(['xdotool', 'mousedown', '1'], check=True)
            time.sleep(0.03)
        subprocess.run(['xdotool', 'mouseup', '1'], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '15', text], check=True)

    def write(self, label, text, root=None):
        """Puts a text into the entry of this name."""
        entry = self.find(label, ENTRIES, root=root)
        Atspi.EditableText.set_text_contents(entry, text)
        until(lambda: text_of(entry) == text, f'{text!r} in {label!r}')

    def choose(self, label, value, root=None):
        """Picks a value in the drop-down list that is called by this label and its value; so is its button, which gets
        the focus."""
        def find():
            return self.find(contains=label + ': ', roles={ROLE.COMBO_BOX}, root=root)
        if text_of_choice(find()) == value:
            return
        self.focus(find)
        combo = find()
        self.key('space')
        until(lambda: self.alive() and value in [row_name(row) for row in choices(combo)], f'{value!r} in {label!r}')
        self.go_to(value, lambda: choices(combo))
        self.key('Return')
        until(lambda: self.alive() and text_of_choice(combo) == value, f'{label!r} to be {value!r}')
        for node in (combo, children(combo)[0]):
            until(lambda: name_of(node) == f'{label}: {value}', f'the name of {label!r} to say {value!r}')

    def menu(self, label):
        """Picks an item of the main menu by its place: GTK 4.18 gives the items no name."""
        labels = [each.text for each in ElementTree.parse(WINDOW).find("menu[@id='menu']").iter('attribute')
                  if each.get('name') == 'label']
        button = self.find('Main menu', {ROLE.PUSH_BUTTON})
        self.press(button)
        items = until(lambda: self.alive() and (found := self.all(roles={ROLE.MENU_ITEM}, root=button))
                      and len(found) >= len(labels) and found, 'the main menu')
        self.press(items[labels.index(label)])

    def select(self, name, root=None):
        """Picks the row of this name in a list that holds one choice."""
        def rows():
            within = self.find(name, ROWS, root=root).get_parent()
            return [each for each in children(within) if role_of(each) in ROWS]
        self.focus(lambda: rows()[0].get_parent())
        self.go_to(name, rows)
        until(lambda: self.alive() and has(self.find(name, ROWS, root=root), Atspi.StateType.SELECTED), f'{name!r} chosen')

    # dialogs

    def save_as(self, path, title='Save PDF'):
        dialog = self.dialog(title)
        self.write('Name:', path, root=dialog)
        self.press(self.find('Save', BUTTONS, root=dialog))
        until(lambda: self.alive() and os.path.exists(path), f'{path} to be written')
        self.closed(title)

    def open_file(self, path, title):
        """GTK's dialog has an entry for a path when it is asked for by its key."""
        dialog = self.dialog(title)
        self.key('ctrl+l')
        entry = until(lambda: self.alive() and focused(self.all(roles=ENTRIES, root=dialog)), 'the entry for a path')
        Atspi.EditableText.set_text_contents(entry, path)
        until(lambda: text_of(entry) == path, f'{path!r} in the entry')
        self.press(self.find('Open', BUTTONS, root=dialog))
        self.closed(title)

    def print_to_file(self, folder):
        """Through the print dialog, into the file that it proposes, which lies in the folder; gives its path."""
        dialog = self.dialog('Print')
        row = self.find('Print to File', {ROLE.LABEL}, root=dialog)
        while role_of(row) not in ROWS:
            row = row.get_parent()
        self.focus(row)
        self.key('space')
        button = self.find('Print', BUTTONS, root=dialog)
        until(lambda: has(button, Atspi.StateType.SENSITIVE), 'the button Print')
        # Not sooner: until the printer is chosen the dialog may name another file.
        path = os.path.join(folder, os.path.basename(text_of(self.find(contains='.pdf', roles={ROLE.LABEL}, root=dialog))))
        self.press(button)
        self.closed('Print')
        until(lambda: self.alive() and os.path.exists(path) and is_whole(path), f'{path} to be printed')
        return path

    # ending

    def close(self):
        """As a person closes it; gives the exit status."""
        self.key('ctrl+q')
        status = self.process.wait(LONG)
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


def window_of(node):
    while role_of(node.get_parent()) != ROLE.APPLICATION:
        node = node.get_parent()
    return node


def row_name(row):
    """What a row says: its name, or the first label inside where it has none of its own."""
    return next((text_of(each) for each in walk(row) if role_of(each) == ROLE.LABEL), '') or name_of(row)


def choices(combo):
    """The rows of a drop-down list that is open."""
    return [row for popover in children(combo)[1:] for row in walk(popover) if role_of(row) == ROLE.LIST_ITEM]


def text_of_choice(combo):
    button = children(combo)[0]
    return next((text_of(each) for each in walk(button) if role_of(each) == ROLE.LABEL and is_shown(each)), '')


def is_whole(path):
    with open(path, 'rb') as file:
        return b'%%EOF' in file.read()[-1024:]


def screenshot(path, *options):
    subprocess.run(['import', '-silent', '-window', 'root', *options, path], check=True)
