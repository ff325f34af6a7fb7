# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clinician draws on the picture of a step; it is on the sheet about the talk, and gone for the next patient."""
import os
from xml.etree import ElementTree

from case import CONTENT, Case, inventory, main, words_of
from driver import BUTTONS, ROLE, description_of, extents, name_of, until, walk

LINE = [(0.9 - i * 0.05, 0.2 + i * 0.03) for i in range(10)]


def drawn_on():
    """What the sheets say of a picture that was drawn on."""
    root = ElementTree.parse(os.path.join(CONTENT, 'phrases.xml')).getroot()
    return words_of(next(each for each in root.iter('phrase') if each.get('id') == 'drawn-on'))


class Drawing(Case):
    def picture(self, program):
        """The last picture of the first topic with steps."""
        for index, topic in enumerate(inventory()['topics']):
            program.key(str((index + 1) % 10))
            program.find(topic['question'], {ROLE.HEADING})
            if program.all('Next step', BUTTONS, root=program.part('One topic')):
                break
        pictures = program.all(roles={ROLE.IMAGE}, root=program.part('One topic'))
        return [node for node in pictures if extents(node)[2] > 150][-1]

    def strokes(self, picture, words):
        until(lambda: description_of(picture) == words, f'{words!r} to be said of the picture')

    def select_sheet(self, program):
        """The sheet about the talk, which comes last."""
        program.select(inventory()['handouts'][-1]['name'], root=program.part('Handouts'))

    def on_paper(self, program):
        return any(drawn_on() in name_of(node) for node in walk(program.part('Pages of the handout')))

    def test_drawing(self):
        program = self.start()
        picture = self.picture(program)
        program.drag(picture, *LINE)
        program.key('shift+ctrl+d')
        program.find('Undo the last stroke', BUTTONS, root=program.part('One topic'))
        self.strokes(picture, '')
        program.drag(picture, *LINE)
        self.strokes(picture, 'Drawn on by hand, 1 stroke')
        program.press(program.find('Blue pen', BUTTONS, root=program.part('One topic')))
        program.drag(picture, *LINE[::-1])
        self.strokes(picture, 'Drawn on by hand, 2 strokes')
        program.key('ctrl+z')
        self.strokes(picture, 'Drawn on by hand, 1 stroke')
        program.key('Escape')
        program.gone('Undo the last stroke', root=program.part('One topic'))
        program.drag(picture, *LINE)
        self.strokes(picture, 'Drawn on by hand, 1 stroke')

        program.key('ctrl+n')
        program.press(program.find('Undo', {ROLE.PUSH_BUTTON}))
        program.press(program.find('Handouts', {ROLE.PAGE_TAB}))
        self.select_sheet(program)
        until(lambda: self.on_paper(program), 'the drawing on paper')
        program.key('ctrl+n')
        self.select_sheet(program)
        until(lambda: not self.on_paper(program), 'no drawing on paper')


if __name__ == '__main__':
    main()
