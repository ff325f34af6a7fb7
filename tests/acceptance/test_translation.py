# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A translator opens a file, changes a word, saves it, and sees the page change; a mistake keeps the last good page."""
import os
import shutil
import time

from case import SPANISH, Case, catalogue, inventory, main, pdf_words, plain
from driver import GLib, ROLE, screenshot, text_of, until

VIEW = 'Translations'


class Translation(Case):
    def setUp(self):
        super().setUp()
        self.po = self.path('es.po')
        shutil.copy(SPANISH, self.po)

    def change(self, old, new):
        """As an editor saves: another file takes the place of the old one."""
        with open(self.po, encoding='utf-8') as file:
            text = file.read()
        self.assertIn(old, text)
        with open(self.path('new.po'), 'w', encoding='utf-8') as file:
            file.write(text.replace(old, new))
        os.rename(self.path('new.po'), self.po)

    def page(self, program):
        """The picture of the first page, as it is on the screen."""
        def place():
            try:
                return program.on_screen(program.find(contains='Page 1 of ', roles={ROLE.PANEL, ROLE.GROUPING},
                                                      root=program.part(VIEW)))
            except GLib.Error:  # another page took its place while we looked
                return None
        x, y, width, height = until(place, 'a page')
        screenshot(self.path('page.ppm'), '-crop', f'{width}x{height}+{x}+{y}')
        return self.read('page.ppm')

    def steady(self, program):
        """The page, once it has stopped changing."""
        last = [None]

        def same():
            before, last[0] = last[0], self.page(program)
            time.sleep(0.2)
            return before == last[0]
        until(same, 'a page that stays')
        return last[0]

    def test_saved_again(self):
        what, units = inventory(), catalogue()
        handout = what['handouts'][0]
        title = next(text for context, text in units.items() if context.startswith(handout['id'] + '/title'))
        program = self.start()
        program.key('ctrl+o')
        program.open_file(self.po, 'Open a translation')
        view = program.part(VIEW)
        program.find('es.po', root=view)
        program.find(contains=' translated, ', root=view)
        program.choose('Handout', handout['name'], root=view)
        before = self.steady(program)

        self.change(f'msgstr "{title}"', f'msgstr "Zarzamora {title}"')
        until(lambda: self.page(program) != before, 'the page to change')
        good = self.steady(program)

        self.change(f'msgstr "Zarzamora {title}"', f'msgstr "Zarzamora {title}')
        error = program.find(contains='The last good version is shown.', root=view)
        self.assertRegex(text_of(error), r'es\.po:\d+:')
        self.assertEqual(self.steady(program), good)

        program.press(program.find('Handouts', {ROLE.PAGE_TAB}))
        form = program.part('Handouts')
        program.select(handout['name'], root=form)
        program.choose('Language', 'Español', root=form)
        program.key('ctrl+s')
        program.save_as(self.path('page.pdf'))
        self.assertIn('Zarzamora ' + plain(title), pdf_words(self.path('page.pdf'), 1))

        program.press(program.find('Translations', {ROLE.PAGE_TAB}))
        self.change(f'msgstr "Zarzamora {title}', f'msgstr "{title}"')
        program.gone(contains='The last good version is shown.', root=view)
        until(lambda: self.page(program) == before, 'the page as it was at first')


if __name__ == '__main__':
    main()
