# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""After Next patient nothing of the former one is left: on the screen, on the bus, in a file, in the process's memory."""
import gzip
import os
import signal
import subprocess

from case import Case, inventory, main
from driver import BUTTONS, ENTRIES, ROLE, children, name_of, text_of, until, walk
from search import found_in_files, found_in_memory, holds, homes, watch, written

NOTE = 'A question or a wish of the patient'
QUESTION = 'Quokkas aside, may I eat marmalade and swim in a chasuble?'
PATIENT = 'Ximena Quetzalli-Underhill'
HALF = 'and what of platypuses'
# A word from each end: the first bytes of memory that was given back are used for something else.
WORDS = ['Quokkas', 'marmalade', 'chasuble', 'Ximena', 'Quetzalli', 'Underhill', 'platypus']


class Search(Case):
    def test_finds_one_of_each(self):
        """What finds nothing must be known to find something."""
        field = next(each for each in inventory()['fields'] if each['id'] == 'patient-name')
        handout = next(each for each in inventory()['handouts'] if field['id'] in each['fields'] and each['procedures'])
        self.export('sheet.pdf', '--handout', handout['id'], '--procedure', handout['procedures'][0], '--fields', '-',
                    stdin=f"{field['id']}={PATIENT}\n")
        self.assertNotIn(b'Ximena', self.read('sheet.pdf'))
        planted = {'plain.txt': PATIENT.encode(), 'wide.txt': PATIENT.encode('utf-16'), 'wider.txt': PATIENT.encode('utf-32'),
                   'big.txt': PATIENT.encode('utf-16-be'), 'packed.gz': gzip.compress(PATIENT.encode()),
                   'sheet.pdf.gz': gzip.compress(self.read('sheet.pdf')), 'Ximena.txt': b'', 'harmless.txt': b'Anybody'}
        for name, data in planted.items():
            with open(self.path(name), 'wb') as file:
                file.write(data)
        self.assertEqual([os.path.basename(path) for path in found_in_files([self.folder], ['Ximena'])],
                         sorted({*planted, 'sheet.pdf'} - {'harmless.txt'}))


class Privacy(Case):
    def setUp(self):
        super().setUp()
        self.private = self.path('tmp')
        os.mkdir(self.private)
        self.log = self.path('log')
        os.environ['PEDICLE_TEST_LOG'] = self.log
        self.addCleanup(os.environ.pop, 'PEDICLE_TEST_LOG')

    def begin(self, prefix=()):
        """The program, with all that it has to say in a log."""
        return self.start(prefix=prefix, TMPDIR=self.private, G_MESSAGES_DEBUG='all')

    def ask(self, program):
        """A question that is noted, one that is half typed, copied and marked, and a name on a sheet."""
        program.focus(program.find(NOTE, ENTRIES))
        program.type(QUESTION)
        program.key('Return')
        program.find(contains='1 question')
        program.type(HALF)
        until(lambda: text_of(program.find(NOTE, ENTRIES)) == HALF, 'half a question')
        program.key('ctrl+a', 'ctrl+c')

    def name(self, program):
        """On the first sheet that has the name. Gives the label of the entry."""
        field = next(each for each in inventory()['fields'] if each['id'] == 'patient-name')
        sheet = next(each for each in inventory()['handouts'] if field['id'] in each['fields'])
        program.key('ctrl+2')
        view = program.part('Handouts')
        program.select(sheet['name'], root=view)
        entry = program.find(field['label'], ENTRIES, root=view)
        program.focus(entry)
        program.type(PATIENT)
        until(lambda: text_of(entry) == PATIENT, 'the name')
        until(lambda: any(PATIENT in name_of(node) for node in walk(program.part('Pages of the handout'))),
              'the name on the page')

    def on_bus(self):
        """All that the program's actions tell to whoever asks on the session bus."""
        said = ''
        for path in '/org/pedicle/Pedicle', '/org/pedicle/Pedicle/window/1':
            said += subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.pedicle.Pedicle', '--object-path', path,
                                    '--method', 'org.gtk.Actions.DescribeAll'],
                                   capture_output=True, text=True, check=True).stdout
        self.assertIn('next-patient', said)
        return said

    def titles(self, program):
        found = subprocess.run(['xdotool', 'search', '--pid', str(program.process.pid), '--name', '', 'getwindowname', '%@'],
                               capture_output=True, text=True, check=False).stdout
        return found + ''.join(name_of(window) for window in children(program.tree))

    def in_tree(self, program):
        """Also of what is hidden."""
        return [said for node in walk(program.tree) for said in (name_of(node), text_of(node) or '')
                if holds(said.encode(), WORDS)]

    def test_nothing_stays(self):
        calls = self.path('calls')
        strace = watch(calls)
        program = self.begin(prefix=strace)
        self.ask(program)
        self.name(program)
        pid = program.process.pid
        found = b''.join(around for _, around in found_in_memory(pid, WORDS))
        self.assertEqual([word for word in WORDS if word.encode() not in found], [])
        self.assertTrue(self.in_tree(program))
        program.key('ctrl+p')
        program.dialog('Print')
        self.assertFalse(holds((self.titles(program) + self.on_bus()).encode(), WORDS))

        program.key('ctrl+n')
        program.closed('Print')
        program.press(program.find('Undo', {ROLE.PUSH_BUTTON}))
        until(lambda: self.in_tree(program), 'all of it again')
        program.key('ctrl+s')
        dialog = program.dialog('Save PDF')
        program.write('Name:', self.path(PATIENT + '.pdf'), root=dialog)
        program.key('ctrl+n')
        program.closed('Save PDF')
        until(lambda: not self.in_tree(program), 'nothing in the tree')
        program.gone('Undo')
        # The holders are named: part of the memory, and what stands around the word.
        self.assertEqual(found_in_memory(pid, WORDS), [])
        self.assertFalse(holds((self.titles(program) + self.on_bus()).encode(), WORDS))

        self.assertEqual(program.close(), 0)
        places = [self.folder, *homes()]
        self.assertGreater(os.path.getsize(self.log), 1000)
        self.assertEqual([path for path in found_in_files(places, WORDS) if path != calls], [])
        if not strace:
            return
        paths = written(calls, self.folder)
        self.assertTrue(any('/pedicle-tmp-' in path for path in paths), 'what is watched does not tell of the folder')
        for path in paths:
            self.assertTrue(any(path.startswith(place + '/') for place in places), f'{path} is written to')
            self.assertFalse(holds(path.encode(), WORDS), path)

    def test_from_everywhere(self):
        """One key, whatever is open and wherever the focus is."""
        topics = inventory()['topics']
        program = self.begin()

        def clear(close=None):
            program.key('ctrl+n')
            if close:
                program.closed(close)
            program.find(f'0 of {len(topics)} discussed')
            program.key('ctrl+d')
            program.find(f'1 of {len(topics)} discussed')

        program.key('ctrl+d')
        clear()
        program.key('F10')
        menu = {ROLE.MENU_ITEM}  # without names in GTK 4.18
        program.find(roles=menu)
        clear()
        until(lambda: not program.all(roles=menu), 'the menu to close')
        program.key('ctrl+comma')
        program.dialog('Preferences')
        clear('Preferences')
        program.key('ctrl+question')
        until(lambda: len(children(program.tree)) > 1, 'the shortcuts')
        clear()
        until(lambda: len(children(program.tree)) == 1, 'the shortcuts to be gone')
        program.give_focus()
        program.focus(program.find(NOTE, ENTRIES))
        program.type('half')
        clear()
        self.assertEqual(text_of(program.find(NOTE, ENTRIES)), '')
        program.key('F11')
        program.find('Leave the large view')
        program.key('Next', 'ctrl+n')
        program.find(topics[0]['question'], {ROLE.HEADING})
        program.key('F11')
        program.find(f'0 of {len(topics)} discussed')

    def test_crash(self):
        """A program that ends by a fault leaves no image of its memory, whoever would take it."""
        program = self.begin()
        program.focus(program.find(NOTE, ENTRIES))
        program.type(QUESTION)
        with open(f'/proc/{program.process.pid}/limits', encoding='utf-8') as limits:
            self.assertRegex(limits.read(), r'Max core file size +1 +1 +bytes')
        program.process.send_signal(signal.SIGSEGV)
        self.assertEqual(program.process.wait(), -signal.SIGSEGV)
        with open(f'/proc/{os.getpid()}/limits', encoding='utf-8') as limits:
            self.assertNotRegex(limits.read(), r'Max core file size +1 ')
        places = [self.folder, *homes()]
        self.assertEqual(found_in_files(places, WORDS), [])


if __name__ == '__main__':
    main()
