# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that the patient looks at follows the talk, and shows nothing that is the clinician's."""
import subprocess

from case import Case, inventory, main, prompts
from driver import BUTTONS, ENTRIES, ROLE, name_of, until

TITLE = 'Patient’s window'
NOTE = 'A question or a wish of the patient'
QUESTION = 'May I swim?'
CLINICIANS = 'Draw on the pictures', 'Hide ', 'Next patient', 'discussed', 'Make handout'


class Patient(Case):
    def open(self, question=None):
        """The program with its second window, which has the keys, as where one clicks in it."""
        program = self.start()
        program.find('Table', BUTTONS)
        if question:
            program.write(NOTE, question)
            program.focus(program.find(NOTE, ENTRIES))
            program.key('Return')
            program.find(contains='1 question')
        program.key('shift+F11')
        second = program.dialog(TITLE)
        self.give_keys(program, second)
        return program, second

    def give_keys(self, program, window):
        found = until(lambda: program.ids(window), name_of(window))
        subprocess.run(['xdotool', 'windowfocus', found[-1]], check=True)

    def count_colours(self, program, window):
        """In the middle of the window: what GTK 4.8 has shown it never takes from the tree."""
        return int(subprocess.run(['import', '-silent', '-window', program.ids(window)[-1], '-gravity', 'center', '-crop',
                                   '50%x50%+0+0', '+repage', '-format', '%k', 'info:'],
                                  capture_output=True, text=True, check=True).stdout)

    def heading(self, program, window, question):
        program.find(question, {ROLE.HEADING}, root=window)

    def check_patients(self, program, second, suggested):
        shown = program.words(second)
        for words in filter(None, (*suggested.values(), QUESTION, NOTE, *CLINICIANS)):
            self.assertNotIn(words, shown)
        self.assertEqual(program.all(roles=ENTRIES, root=second), [])

    def test_follows_without_notes(self):
        """What is done in either window is seen in both; what is noted in one of them, and suggested, is not."""
        topics, suggested = inventory()['topics'], prompts()
        program, second = self.open(QUESTION)
        first = program.window()
        self.assertIn(suggested[topics[0]['id']], program.words(first))
        self.give_keys(program, first)
        for topic in topics:
            self.heading(program, first, topic['question'])
            self.heading(program, second, topic['question'])
            self.check_patients(program, second, suggested)
            program.key('Next')
        self.give_keys(program, second)
        program.key('Prior')
        for window in first, second:
            self.heading(program, window, topics[-2]['question'])
        program.key('1')
        for window in first, second:
            self.heading(program, window, topics[0]['question'])

    def test_remote(self):
        """A presenter's remote goes on and back, through the steps, and blanks the window."""
        topics = inventory()['topics']
        program, second = self.open()
        program.key('Next', 'Next', 'Prior')
        self.heading(program, second, topics[1]['question'])
        for topic in topics[2:]:
            if program.all('Next step', root=second):
                break
            program.key('Next')
            self.heading(program, second, topic['question'])
        program.key('shift+Next')
        program.find(contains='Step 2 of', root=second)
        program.key('shift+Prior')
        program.find(contains='Step 1 of', root=second)
        self.assertGreater(self.count_colours(program, second), 1)
        program.key('b')
        until(lambda: self.count_colours(program, second) == 1, 'nothing to be shown')
        program.key('period')
        until(lambda: self.count_colours(program, second) > 1, 'the topic again')

    def test_closes(self):
        """By Escape, and by the keys that opened it; the talk goes on."""
        program, _ = self.open()
        program.key('Escape')
        program.closed(TITLE)
        program.key('shift+F11')
        self.give_keys(program, program.dialog(TITLE))
        program.key('shift+F11')
        program.closed(TITLE)
        program.find('Table', BUTTONS)

    def test_next_patient(self):
        """It begins anew with the first, and nothing of the visit is in it."""
        topics = inventory()['topics']
        program, second = self.open()
        program.key('Next', 'Next')
        statement = program.find(roles={ROLE.CHECK_BOX}, root=second)
        chosen = name_of(statement)
        program.press(statement)
        program.find(f'1. {chosen}', root=second)
        program.key('ctrl+n')
        self.heading(program, second, topics[0]['question'])
        self.assertNotIn(chosen, program.words(second))
        program.key('Next', 'Next')
        program.find(chosen, {ROLE.CHECK_BOX}, root=second)
        self.assertEqual(program.all(f'1. {chosen}', root=second), [])


if __name__ == '__main__':
    main()
