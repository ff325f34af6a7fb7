# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole consultation by keys alone: nothing here is pressed, chosen or written in another way."""
import os

from case import Case, decision, inventory, main, pdf_ticked, pdf_words, words_of
from driver import ENTRIES, ROLE, description_of, focused, has, name_of, text_of, until, walk, Atspi
from search import found_in_files, found_in_memory, holds, homes, watch, written

QUESTION = 'Would numbats let me knit mittens by Michaelmas?'
WORDS = ['numbats', 'mittens', 'Michaelmas']
NOTE = 'A question or a wish of the patient'


class Keyboard(Case):
    def setUp(self):
        super().setUp()
        self.what = inventory()
        root = decision()
        self.site = [(each.get('id'), words_of(each.find('word'))) for each in root.iter('site')][-4]
        self.statements = [words_of(each.find('statement')) for each in root.iter('value')]
        self.asks = next(index for index, each in enumerate(root.iter('topic')) if each.get('asks') == 'values')
        self.log = self.path('log')
        os.environ['PEDICLE_TEST_LOG'] = self.log
        self.addCleanup(os.environ.pop, 'PEDICLE_TEST_LOG')

    def field(self, kind):
        return next(each for each in self.what['fields'] if each['type'] == kind)

    def in_focus(self, program, name):
        """What has the focus, when it has this name."""
        at = focused(list(walk(program.window())))
        return at if at and name_of(at) == name else None

    def go_down(self, program, name):
        """By the arrows to the next widgets, until the one of this name has the focus."""
        for _ in range(40):
            if self.in_focus(program, name):
                return
            program.key('Down')
        self.fail(f'no way to {name!r} by the arrows')

    def tell_case(self, program):
        """The level is picked in the picture, by the letters of its id, and the cause beside it."""
        levels, cause = self.field('sites'), self.field('choice')
        program.focus(lambda: program.find(contains=levels['label'] + ': ', roles={ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON}))
        program.key('space')
        first = words_of(next(decision().iter('site')).find('word'))
        program.focus(lambda: program.find(first))
        program.type(self.site[0].lower())
        until(lambda: self.in_focus(program, self.site[1]), 'the focus on the level')
        program.key('space')
        program.find(contains=f"{levels['label']}: {self.site[0]}")
        program.key('Home')
        self.go_down(program, self.site[1])
        program.focus(lambda: program.find(cause['choices'][0]['label'], {ROLE.RADIO_BUTTON}))
        program.key('space')
        program.key('Escape')
        until(lambda: program.find(contains=f"{levels['label']}: {self.site[0]}. {cause['label']}: {cause['choices'][0]['label']}"
                                   ) in self.around_focus(program), 'the keys on what opened the form')

    def around_focus(self, program):
        at, around = focused(list(walk(program.window()))), []
        while at is not None and at != program.tree:
            around.append(at)
            at = at.get_parent()
        return around

    def discuss(self, program):
        """All topics, one after the other, and what matters on the way."""
        for index, topic in enumerate(self.what['topics']):
            program.find(topic['question'], {ROLE.HEADING})
            if index == self.asks:
                self.choose_statements(program)
            program.key('ctrl+d', 'Next')
            program.find(f"{index + 1} of {len(self.what['topics'])} discussed")

    def choose_statements(self, program):
        for rank, index in enumerate((1, 3), 1):
            statement = self.statements[index]
            program.focus(lambda name=statement: program.find(name, {ROLE.CHECK_BOX}))
            program.key('space')
            chosen = program.find(f'{rank}. {statement}', {ROLE.CHECK_BOX})
            until(lambda node=chosen: has(node, Atspi.StateType.CHECKED), 'the statement chosen')
            self.assertIn(chosen, self.around_focus(program))

    def ask(self, program):
        program.key('ctrl+e')
        entry = program.find(NOTE, ENTRIES)
        until(lambda: has(entry, Atspi.StateType.FOCUSED) or entry in self.around_focus(program), 'the keys in the line')
        program.type(QUESTION)
        until(lambda: text_of(entry) == QUESTION, 'the question')
        program.key('Return')
        program.find(contains='1 question')

    def save(self, program):
        """The sheet about the talk, which comes last."""
        program.key('ctrl+2')
        program.select(self.what['handouts'][-1]['name'], root=program.part('Handouts'))
        until(lambda: any(QUESTION in name_of(node) for node in walk(program.part('Pages of the handout'))),
              'the question on the page')
        program.key('ctrl+s')
        program.dialog('Save PDF')
        program.key('ctrl+a')
        program.type(self.path('talk.pdf'))
        program.key('Return')
        until(lambda: program.alive() and os.path.exists(self.path('talk.pdf')), 'the file')
        program.closed('Save PDF')

    def read_back(self):
        words = pdf_words(self.path('talk.pdf'))
        cause = self.field('choice')['choices'][0]['label']
        ticked = pdf_ticked(self.path('talk.pdf'))
        self.assertIn(self.site[0], words)
        self.assertIn(cause, words)
        self.assertIn(QUESTION, words)
        self.assertEqual([each['question'] for each in self.what['topics'] if each['question'] not in ticked], [])
        self.assertEqual([each for each in self.statements if each in ticked], [self.statements[index] for index in (1, 3)])

    def in_tree(self, program):
        return [said for node in walk(program.tree) for said in (name_of(node), text_of(node) or '', description_of(node))
                if holds(said.encode(), WORDS)]

    def test_whole_consultation(self):
        calls = self.path('calls')
        prefix = watch(calls)
        program = self.start(prefix=prefix, G_MESSAGES_DEBUG='all')
        pid = program.process.pid
        self.tell_case(program)
        self.discuss(program)
        self.ask(program)
        self.save(program)
        self.read_back()
        self.assertTrue(self.in_tree(program))
        self.assertEqual({word for word in WORDS if found_in_memory(pid, [word])}, set(WORDS))

        program.key('ctrl+n')
        program.find('Undo', {ROLE.PUSH_BUTTON})
        program.gone('Undo')
        self.assertEqual(self.in_tree(program), [])
        self.assertEqual(found_in_memory(pid, WORDS), [])
        program.key('ctrl+q')
        self.assertEqual(program.process.wait(), 0)
        places = [self.folder, *homes()]
        self.assertGreater(os.path.getsize(self.log), 0)
        # What was asked for, and what watches, are found; and nothing else.
        self.assertEqual([path for path in found_in_files(places, WORDS) if path != calls], [self.path('talk.pdf')])
        for path in written(calls, self.folder) if prefix else []:
            self.assertTrue(any(path.startswith(place + '/') for place in places), f'{path} is written to')


if __name__ == '__main__':
    main()
