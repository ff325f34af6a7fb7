# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinician talks one patient through the topics, then sees the next one."""
import subprocess

from case import KNEE, Case, inventory, main, prompts
from driver import BUTTONS, ENTRIES, ROLE, description_of, name_of, text_of, until, walk

VIEW = 'Consultation'
NOTE = 'A question or a wish of the patient'


class Consultation(Case):
    def heading(self, program, question):
        program.find(question, {ROLE.HEADING}, root=program.part(VIEW))

    def walk(self, content):
        """Through all topics and half the way back by keys alone; each option stands over its answer."""
        what = inventory(content)
        program = self.start(*(['--content', content] if content else []))
        for index, topic in enumerate(what['topics']):
            if index > 0:
                program.key('Down')
            self.heading(program, topic['question'])
            titles = program.words(program.part('One topic'))
            for procedure in what['procedures']:
                self.assertEqual(procedure['title'] in titles.split('\n'), not topic['shared'], topic['question'])
            pictures = [name_of(node) for node in program.all(roles={ROLE.IMAGE}, root=program.part(VIEW))]
            self.assertEqual([name for name in pictures if name in ('', 'GtkImage')], [], topic['question'])
        program.key('Down')
        self.heading(program, what['topics'][-1]['question'])
        program.key('Prior')
        self.heading(program, what['topics'][-2]['question'])
        program.key('1')
        self.heading(program, what['topics'][0]['question'])

    def test_all_topics_by_keyboard(self):
        self.walk(None)

    def test_another_decision(self):
        self.walk(KNEE)

    def test_language_of_the_session(self):
        """Spoken by the whole window, before it is installed too."""
        names = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=True).stdout.split()
        real = [name for name in names if 'utf8' in name.lower().replace('-', '') and not name.startswith('C')]
        # A newer glibc translates nothing in C.UTF-8, and a bare system has no other.
        program = self.start(LANGUAGE='es', **({'LC_ALL': real[0]} if real else {}))
        if not real and name_of(program.find(contains='Consult')) == 'Consultation':
            self.skipTest('no locale is installed that can be translated')
        program.part('Consulta')

    def test_whole_table(self):
        what = inventory()
        program = self.start()
        program.press(program.find('Table', BUTTONS))
        table = program.part('Whole table')
        for topic in what['topics']:
            program.find(topic['question'], root=table)
        for procedure in what['procedures']:
            program.find(procedure['title'], root=table)

    def test_differences_are_said(self):
        """The words that are marked as different, for who does not see the marks: they describe the answer."""
        program = self.start()
        program.press(program.find('Differences', BUTTONS))
        table, begins = program.part('Whole table'), 'Different here: '
        marked = until(lambda: [node for node in walk(table) if description_of(node).startswith(begins)], 'marks')
        for node in marked:
            for words in description_of(node).removeprefix(begins).split(' … '):
                self.assertIn(words, text_of(node))

    def test_discussed(self):
        topics = inventory()['topics']
        program = self.start()
        program.find(f'0 of {len(topics)} discussed')
        program.key('ctrl+d')
        program.find(f'1 of {len(topics)} discussed')
        program.find(topics[0]['question'] + ' Discussed.', {ROLE.LIST_ITEM})
        program.press(program.find('Next topic', {ROLE.PUSH_BUTTON}))
        program.press(program.find('Discussed, next topic'))
        program.find(f'2 of {len(topics)} discussed')
        self.heading(program, topics[2]['question'])
        program.key('Prior')
        program.key('ctrl+d')
        program.find(f'1 of {len(topics)} discussed')

    def test_large_view_is_for_the_patient(self):
        """Neither what is suggested to the clinician nor what was noted is on the screen that is turned round."""
        topics, suggested = inventory()['topics'], prompts()
        program = self.start()
        program.write(NOTE, 'May I swim?')
        program.focus(program.find(NOTE, ENTRIES))
        program.key('Return')
        program.find(contains='1 question')
        self.heading(program, topics[0]['question'])
        self.assertIn(suggested[topics[0]['id']], program.words())
        program.key('F11')
        program.find('Leave the large view')
        for topic in topics:
            self.heading(program, topic['question'])
            shown = program.words()
            for prompt in filter(None, suggested.values()):
                self.assertNotIn(prompt, shown)
            for noted in 'May I swim?', NOTE, 'discussed', '1 question':
                self.assertNotIn(noted, shown)
            program.key('Next')
        program.key('Escape')
        program.gone('Leave the large view')
        self.assertIn(suggested[topics[-1]['id']], program.words())
        program.key('F11')
        program.find('Leave the large view')
        program.key('F11')
        program.gone('Leave the large view')

    def test_next_patient_and_undo(self):
        topics = inventory()['topics']
        program = self.start()
        program.key('ctrl+d')
        program.write(NOTE, 'May I swim?')
        program.focus(program.find(NOTE, ENTRIES))
        program.key('Return')
        program.find(contains='1 question')
        entry = program.find(NOTE, ENTRIES)
        program.write(NOTE, 'half a sen')
        program.key('ctrl+n')
        program.find(f'0 of {len(topics)} discussed')
        program.gone(contains='1 question')
        until(lambda: text_of(entry) == '', 'the half sentence is to be gone')
        program.press(program.find('Undo', {ROLE.PUSH_BUTTON}))
        program.find(f'1 of {len(topics)} discussed')
        program.find(contains='1 question')


if __name__ == '__main__':
    main()
