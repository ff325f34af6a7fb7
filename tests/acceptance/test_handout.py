# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A nurse makes the sheet to go home with: in Spanish, as a file and on paper, and nothing of the patient stays behind."""
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

from case import CONTENT, KNEE, Case, catalogue, inventory, main, pdf_info, pdf_words, plain, squeeze
from driver import ENTRIES, ROLE, children, name_of, role_of, text_of, until, walk
from search import files, holds, homes

VIEW = 'Handouts'
PATIENT, PHONE = 'Ximena Quetzalli', '555 0147'


class Sheet:
    """The sheet of one procedure, and what of it can be filled in."""

    def __init__(self, content=None):
        what = inventory(content)
        self.handout = next(each for each in what['handouts'] if each['procedures'])
        self.option = next(each for each in what['procedures'] if each['id'] == self.handout['procedures'][-1])
        fields = [each for each in what['fields'] if each['id'] in self.handout['fields']]
        self.name = next(each for each in fields if each['id'] == 'patient-name')
        self.phone = next(each for each in fields if each['type'] == 'phone')
        self.choice = next(each for each in fields if each['type'] == 'choice')
        self.chosen = self.choice['choices'][0]

    def request(self):
        return ['--handout', self.handout['id'], '--procedure', self.option['id']]

    def values(self):
        """As the command line takes them."""
        return (f"{self.name['id']}={PATIENT}\n{self.phone['id']}={PHONE}\n"
                f"{self.choice['id']}={self.chosen['id']}\n")


class Handout(Case):
    def open(self, program, sheet):
        """Goes to the handouts and picks the sheet; gives the part of the window that is in front."""
        program.press(program.find('Handouts', {ROLE.PAGE_TAB}))
        view = program.part(VIEW)
        program.select(sheet.handout['name'], root=view)
        program.choose('Procedure', sheet.option['title'], root=view)
        return view

    def fill_in(self, program, sheet, view):
        entry = program.find(sheet.name['label'], ENTRIES, root=view)
        program.focus(entry)
        program.type(PATIENT)
        until(lambda: text_of(entry) == PATIENT, 'the name to be typed')
        program.write(sheet.phone['label'], PHONE, root=view)
        program.choose(sheet.choice['label'], sheet.chosen['label'], root=view)

    def pages(self, program):
        """The pages of the preview, as a screen reader finds them."""
        return [node for node in children(program.part('Pages of the handout')) if name_of(node).startswith('Page ')]

    def n_pages(self, program):
        return int(name_of(until(lambda: self.pages(program), 'pages')[0]).rsplit(' ', 1)[1])

    def test_spanish_pdf(self):
        """What matters most is on page 1, in Spanish, and the bytes are those of the command line."""
        sheet, po = Sheet(), catalogue()
        program = self.start()
        view = self.open(program, sheet)
        program.choose('Language', 'Español', root=view)
        self.fill_in(program, sheet, view)
        program.key('ctrl+s')
        program.save_as(self.path('window.pdf'))
        self.export('line.pdf', *sheet.request(), '--lang', 'es', '--fields', '-', stdin=sheet.values())
        self.assertEqual(self.read('window.pdf'), self.read('line.pdf'))

        first = pdf_words(self.path('window.pdf'), 1)
        self.assertIn(PATIENT, first)
        self.assertIn(plain(po[f"{sheet.handout['id']}/title.{sheet.option['id']}"]), first)
        flags = self.red_flags(sheet)
        self.assertGreater(len(flags), 5)
        for unit in flags:
            for part in re.split(r'\{[a-z-]+\}', plain(po[f'phrases/{unit}'])):
                self.assertIn(part.strip(), first, unit)
        self.assertIn(PHONE, first)
        notice = plain(po['phrases/translation-not-reviewed'])
        for page in range(1, int(pdf_info(self.path('window.pdf'))['Pages']) + 1):
            self.assertIn(notice, pdf_words(self.path('window.pdf'), page))

    def red_flags(self, sheet):
        """The units of the red flags for this option, when only a phone is filled in; the line with it among them."""
        po, root = catalogue(), ElementTree.parse(os.path.join(CONTENT, 'phrases.xml')).getroot()
        part = next(each for each in root.iter('part') if each.get('id') == 'red-flags')
        units = [each.get('id') for each in part.iter() if f'phrases/{each.get("id")}' in po
                 and each.get('when') in (None, sheet.phone['id']) and each.get('unless') != sheet.phone['id']
                 and sheet.option['id'] in each.get('for', sheet.option['id']).split()]
        self.assertTrue(any('phone' in unit for unit in units))
        return units

    def test_printed(self):
        """The print dialog's file has the words, the number of pages and the paper of the export."""
        sheet = Sheet()
        program = self.start()
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        program.choose('Text size', 'Large', root=view)
        pages = self.n_pages(program)
        program.key('ctrl+p')
        paper = program.print_to_file(self.folder)
        self.export('line.pdf', *sheet.request(), '--size', 'large', '--fields', '-', stdin=sheet.values())
        printed, made = pdf_info(paper), pdf_info(self.path('line.pdf'))
        self.assertEqual(printed['Pages'], made['Pages'])
        self.assertEqual(int(printed['Pages']), pages)
        self.assertEqual(printed['Page size'].split(' pts')[0], made['Page size'].split(' pts')[0])
        self.assertEqual(pdf_words(paper), pdf_words(self.path('line.pdf')))
        self.assertIn(PATIENT, pdf_words(paper))

    def test_record(self):
        """The record of the talk, copied and put into another entry, says what was talked about and which sheet was given."""
        sheet, topics = Sheet(), inventory()['topics']
        program = self.start()
        program.key('ctrl+d')
        view = self.open(program, sheet)
        program.key('ctrl+s')
        program.save_as(self.path('given.pdf'))
        program.key('shift+ctrl+c')
        program.find(contains='Copied: the record of this talk')
        entry = program.find(sheet.name['label'], ENTRIES, root=view)
        program.focus(entry)
        program.key('ctrl+v')
        root = ElementTree.parse(os.path.join(CONTENT, 'handouts', sheet.handout['id'] + '.xml')).getroot()
        title = next(each for each in root.iter('title') if sheet.option['id'] in each.get('for', '').split())
        pasted = until(lambda: text_of(entry), 'the record in the entry')
        for words in topics[0]['question'], squeeze(''.join(title.itertext())):
            self.assertIn('\u2611 ' + words, pasted)
        self.assertIn('\u2610 ' + topics[1]['question'], pasted)

    def test_portal(self):
        """A portal's dialog does not hold the window. What was asked for is printed, though the next patient has come, and
        no file of it is left behind."""
        sheet = Sheet()
        private = self.path('tmp')
        os.mkdir(private)
        portal = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), 'portal.py'), self.folder])
        self.addCleanup(portal.wait)
        self.addCleanup(portal.kill)
        until(lambda: os.path.exists(self.path('ready')), 'the portal')
        program = self.start(TMPDIR=private, XDG_RUNTIME_DIR='', GDK_DEBUG='portals')
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        program.key('ctrl+p')
        until(lambda: os.path.exists(self.path('asked')), 'the dialog')
        program.key('ctrl+n')
        until(lambda: PATIENT not in self.form(program, view), 'the form to be empty')
        with open(self.path('answer'), 'wb'):
            pass
        until(lambda: program.alive() and os.path.exists(self.path('printed.pdf')), 'the document')
        self.export('line.pdf', *sheet.request(), '--fields', '-', stdin=sheet.values())
        self.assertEqual(pdf_words(self.path('printed.pdf')), pdf_words(self.path('line.pdf')))
        until(lambda: self.traces(private) == [], 'no trace while the program runs')
        self.assertEqual(program.close(), 0)
        self.assertEqual(self.left_over(private), [])

    def test_read(self):
        """Who does not see the pages hears what is on them: all words, in order, with headings, lists and tables."""
        sheet = Sheet()
        program = self.start()
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        self.export('line.txt', *sheet.request(), '--fields', '-', stdin=sheet.values())
        with open(self.path('line.txt'), encoding='utf-8') as file:
            written = [squeeze(re.sub('_{2,}', '(blank)', page).replace('|', ' ')) for page in file.read().split('\f')]

        def read():
            # GTK 4.18 calls a row by all that stands in its cells.
            return [squeeze(' '.join(name_of(node) for node in list(walk(page))[1:] if role_of(node) != ROLE.TABLE_ROW))
                    for page in self.pages(program)]
        until(lambda: read() == written, f'{written} and not {read()}')
        roles = [role_of(node) for page in self.pages(program) for node in walk(page)]
        for role in ROLE.HEADING, ROLE.LIST, ROLE.LIST_ITEM, ROLE.TABLE, ROLE.TABLE_ROW, ROLE.TABLE_CELL:
            self.assertIn(role, roles)
        self.assertEqual(roles[1], ROLE.HEADING)
        program.key('ctrl+n')
        until(lambda: not any(PATIENT in name_of(node) for node in walk(program.tree)), 'the name to be nowhere')

    def test_next_patient_empties_the_form(self):
        sheet = Sheet()
        program = self.start()
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        program.choose('Language', 'Español', root=view)
        filled = self.form(program, view)
        self.assertIn(PATIENT, filled)
        self.assertIn(sheet.chosen['label'], filled)
        program.key('ctrl+n')
        until(lambda: PATIENT not in self.form(program, view), 'the form to be empty')
        self.assertEqual([text for node in program.all(roles=ENTRIES, root=view) if (text := text_of(node))], [])
        for used in PHONE, sheet.chosen['label'], 'Español':
            self.assertNotIn(used, self.form(program, view))
        program.press(program.find('Undo', {ROLE.PUSH_BUTTON}))
        until(lambda: 'Español' in self.form(program, view), 'Spanish again')
        program.select(sheet.handout['name'], root=view)
        program.choose('Procedure', sheet.option['title'], root=view)
        until(lambda: self.form(program, view) == filled, 'the form as it was')

    def form(self, program, view):
        """Every text of the form, without the pages."""
        pages = set(walk(program.part('Pages of the handout')))
        return '\n'.join(text_of(node) or '' for node in walk(view)
                         if role_of(node) in {ROLE.LABEL, *ENTRIES} and node not in pages)

    def test_nothing_stays(self):
        """A patient's name is in the file that was asked for, and nowhere else: no title, no list, no left-over."""
        sheet = Sheet()
        private = self.path('tmp')
        os.mkdir(private)
        program = self.start(TMPDIR=private)
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        program.key('ctrl+s')
        program.save_as(self.path('saved.pdf'))
        self.assertIn(PATIENT, pdf_words(self.path('saved.pdf')))
        until(lambda: self.traces(private, 'saved.pdf') == [], 'no trace while the program runs')
        titles = subprocess.run(['xdotool', 'search', '--pid', str(program.process.pid), '--name', '', 'getwindowname', '%@'],
                                capture_output=True, text=True, check=False).stdout
        self.assertIn(name_of(program.window()), titles)
        for title in titles, name_of(program.window()):
            self.assertNotIn(PATIENT.split()[0], title)
        program.key('ctrl+p')
        paper = program.print_to_file(self.folder)
        self.assertIn(PATIENT, pdf_words(paper))
        self.assertEqual(program.close(), 0)
        self.assertEqual(self.traces(private, 'saved.pdf', os.path.basename(paper)), [])
        self.assertEqual(self.left_over(private), [])

    def folders(self, private):
        return {private, *homes()}

    def traces(self, private, *names):
        """Files that hold the patient's name, in whatever way, or the names of the files that were made."""
        words = [PATIENT.split()[1], PATIENT.split()[1].lower(), *names]
        return sorted(path for path, data in files(self.folders(private))
                      if data.startswith(b'%PDF') or holds(data, words) or holds(os.path.basename(path).encode(), words))

    def left_over(self, private):
        """The program's folders for temporary files."""
        return [os.path.join(folder, name) for folder in self.folders(private) if os.path.isdir(folder)
                for name in os.listdir(folder) if name.startswith('pedicle-') or folder == private]

    def test_another_decision(self):
        sheet = Sheet(KNEE)
        program = self.start('--content', KNEE)
        view = self.open(program, sheet)
        self.fill_in(program, sheet, view)
        program.key('ctrl+s')
        program.save_as(self.path('window.pdf'))
        self.export('line.pdf', '--content', KNEE, *sheet.request(), '--fields', '-', stdin=sheet.values())
        self.assertEqual(self.read('window.pdf'), self.read('line.pdf'))


if __name__ == '__main__':
    main()
