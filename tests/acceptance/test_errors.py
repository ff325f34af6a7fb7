# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An author's file is broken: its place and a sentence are in the window, and the rest goes on."""
import os
import shutil
import subprocess

from case import CLI, CONTENT, Case, inventory, main
from driver import ROLE, until

VIEW = 'Problems'


class Errors(Case):
    def content(self):
        shutil.copytree(CONTENT, self.path('content'))
        return self.path('content')

    def spoil(self, name, old, new):
        path = os.path.join(self.path('content'), name)
        with open(path, encoding='utf-8') as file:
            text = file.read()
        self.assertIn(old, text)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text.replace(old, new, 1))
        return path

    def messages(self, content):
        """What the command line says, a line for each problem."""
        result = subprocess.run([CLI, 'check', content], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 1, result.stderr)
        return [line for line in (result.stdout + result.stderr).splitlines() if ': error: ' in line]

    def shown(self, program, root):
        return [row.get_name() for row in program.all(roles={ROLE.LIST_ITEM}, root=root)]

    def test_broken_option(self):
        """One option cannot be used. Its errors are in the window, the topics and the other options still are."""
        what, content = inventory(), self.content()
        lost = what['procedures'][-1]
        path = self.spoil(lost['id'] + '.xml', '<short ', '<short colour="red" ')
        messages = self.messages(content)
        self.assertRegex(messages[0], rf'^{path}:\d+:\d+: error: .+')
        program = self.start('--content', content)
        program.find(contains=' in the content')
        program.find(what['topics'][0]['question'], {ROLE.HEADING})
        program.press(program.find('Show the problems'))
        view = program.part(VIEW)
        until(lambda: set(messages) <= set(self.shown(program, view)), f'{messages} in the window')
        program.press(program.find('Close the list', root=view))
        second = what['topics'][1]['question']
        until(lambda: program.key('2') or program.all(second, {ROLE.HEADING}), f'{second!r} at its key')
        page = program.part('One topic')  # each topic has its own
        program.find(what['procedures'][0]['title'], root=page)
        self.assertNotIn(lost['title'], program.words(page).split('\n'))

        self.spoil(lost['id'] + '.xml', ' colour="red"', '')
        program.menu('Read the content again')
        until(lambda: program.all(lost['title'], root=program.part('One topic')), lost['title'])
        program.gone(contains='1 problem in the content')

    def test_malformed_decision(self):
        """Nothing can be used: the program stands, says why, and reads again when asked."""
        what, content = inventory(), self.content()
        path = self.spoil('decision.xml', '</title>', '</titel>')
        messages = self.messages(content)
        self.assertRegex(messages[0], rf'^{path}:\d+:\d+: error: .+')
        program = self.start('--content', content, PEDICLE_CONTENT_DIR=self.path('nowhere'))
        view = program.part(VIEW)
        until(lambda: messages[0] in self.shown(program, view), f'{messages[0]} in the window')
        self.spoil('decision.xml', '</titel>', '</title>')
        program.press(program.find('Read again', root=view))
        program.find(what['topics'][0]['question'], {ROLE.HEADING})


if __name__ == '__main__':
    main()
