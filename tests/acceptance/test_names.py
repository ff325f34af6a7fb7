# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can have the focus has a name, and no two things of one kind in one view have the same: who hears them one after
the other has nothing else to tell them apart."""
import time
from collections import Counter

from case import SPANISH, Case, inventory, main
from driver import BUTTONS, ENTRIES, ROLE, ROWS, Atspi, children, has, is_shown, name_of, role_of, text_of, walk

KINDS = BUTTONS | ENTRIES | ROWS | {ROLE.COMBO_BOX, ROLE.LINK, ROLE.SPIN_BUTTON, ROLE.SLIDER}
TYPES = ('Gtk', 'Adw', 'Pedicle')  # GTK 4.8 gives the type for a name where there is none


def controls(root):
    """What can have the focus below a node. A list or a menu that opens is one with the button in it."""
    found, stack = [], [root]
    while stack:
        node = stack.pop()
        inside = [] if role_of(node) == ROLE.COMBO_BOX else children(node)
        if role_of(node) in KINDS and has(node, Atspi.StateType.FOCUSABLE) and is_shown(node):
            found.append(node)
            inside = [each for each in inside if role_of(each) not in KINDS or name_of(each) != name_of(node)]
        stack.extend(inside)
    return found


def said(node):
    """What is said of it: rows without a name by their words."""
    name = name_of(node).strip()
    if name.startswith(TYPES):
        name = ''
    if role_of(node) in ROWS and not name:
        return ' '.join(text_of(each) for each in walk(node) if role_of(each) == ROLE.LABEL)
    return name


class Names(Case):
    def setUp(self):
        super().setUp()
        self.wrong = set()

    def check(self, root, where):
        time.sleep(0.5)
        names = [(said(node), node.get_role_name()) for node in controls(root)]
        items = {name for name, role in names if role == 'menu item'}
        if items == {''}:  # GTK 4.18 gives the items of a menu no names, whatever they are
            names = [each for each in names if each[1] != 'menu item']
        self.assertGreater(len(names), 1, where)
        self.wrong |= {f'{where}: a {role} without a name' for name, role in names if not name}
        self.wrong |= {f'{where}: {count} times {role} {name!r}' for (name, role), count in Counter(names).items() if count > 1}

    def tearDown(self):
        self.assertEqual(sorted(self.wrong), [])
        super().tearDown()

    def press(self, program, name, root):
        program.press(next(node for node in controls(root) if name_of(node).startswith(name)))

    def test_consultation(self):
        program = self.start()
        view, what = program.part('Consultation'), inventory()
        program.key('shift+ctrl+d')
        for index, topic in enumerate(what['topics'][:10]):
            program.key(str((index + 1) % 10))
            program.find(topic['question'], {ROLE.HEADING}, root=view)
            self.check(program.window(), topic['id'])
            program.key('shift+Next')
            self.check(program.window(), topic['id'] + ', further')
        program.key('Escape', '2')
        self.press(program, 'Hide', view)
        self.check(view, 'hidden')
        for question in 'May I swim?', 'May I fly?':
            program.key('ctrl+e')
            program.type(question)
            program.key('Return')
        self.check(view, 'questions')
        program.key('ctrl+f')
        program.type('walk')
        self.check(view, 'search')
        program.key('Escape')
        self.press(program, next(field['label'] for field in what['fields'] if field['type'] == 'sites'), view)
        self.check(view, 'what the patient has')
        program.key('Escape', 'F11')
        self.check(view, 'large view')

    def test_table(self):
        program = self.start()
        view = program.part('Consultation')
        for name in 'Table', 'Differences':
            program.press(program.find(name, BUTTONS, root=view))
            self.check(program.part('Whole table'), name)

    def test_handouts(self):
        program = self.start()
        program.key('ctrl+2')
        view = program.part('Handouts')
        for handout in inventory()['handouts']:
            program.select(handout['name'], root=view)
            self.check(view, handout['name'])

    def test_translations(self):
        program = self.start(SPANISH)
        self.check(program.part('Translations'), 'translations')

    def test_others(self):
        program = self.start()
        program.key('ctrl+comma')
        self.check(program.dialog('Preferences'), 'preferences')
        program.key('Escape', 'F10')
        self.check(program.window(), 'menu')


if __name__ == '__main__':
    main()
