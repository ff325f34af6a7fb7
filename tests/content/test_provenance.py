#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_provenance.py [ROOT]: docs/provenance.tsv and docs/evidence.md against the content.

Each fact of the five clinic pages stands once, and says what became of it. Each place it names is there, and has words.
Each source is told about in docs/evidence.md and cited in the content.
"""
import collections, glob, os, re, sys
from xml.etree import ElementTree

COLUMNS = ['id', 'fact', 'verdict', 'what was done', 'where', 'why']
# How many facts each page has: S0-01 to S0-33, and so on.
FACTS = {'S0': 33, 'S1': 35, 'S2': 36, 'S3': 60, 'S4': 35}
# What may be done with a fact. Only what is supported may be told as it is.
DONE = {'supported': {'shipped', 'honest wording', 'left out'},
        'contested': {'honest wording', 'left out'},
        'unsupported': {'honest wording', 'left out'},
        'not evidence': {'left out'}}


class Content:
    def __init__(self, folder):
        self.places, self.sources, self.cited = {}, [], set()
        names = glob.glob(os.path.join(folder, '*.xml')) + glob.glob(os.path.join(folder, 'handouts', '*.xml'))
        for root in (ElementTree.parse(name).getroot() for name in sorted(names)):
            self.cited.update(cite.get('ref') for cite in root.iter('cite'))
            if root.tag == 'sources':
                self.sources += [source.get('id') for source in root.iter('source')]
                continue
            for element in root.iter():
                if element is not root and element.get('id') is not None:
                    self.places[root.get('id') + '/' + element.get('id')] = element

    def words(self, place):
        return ''.join(self.places[place].itertext()).split()


def check_row(line, row, content):
    if len(row) != len(COLUMNS):
        yield f'line {line}: {len(row)} columns, not {len(COLUMNS)}'
        return
    name, fact, verdict, done, where, why = row
    if any(cell != cell.strip() for cell in row) or not fact:
        yield f'{name}: the fact is missing, or a cell has spaces at its edges'
    if verdict not in DONE:
        yield f'{name}: “{verdict}” is no verdict: {", ".join(DONE)}'
    elif done not in DONE[verdict]:
        yield f'{name}: what is {verdict} cannot be “{done}”: {", ".join(sorted(DONE[verdict]))}'
    if done == 'left out' and where:
        yield f'{name}: what is left out stands nowhere'
    if done != 'left out' and not where:
        yield f'{name}: {done}, but where?'
    if done != 'shipped' and not why.endswith('.'):
        yield f'{name}: say in a sentence why it is “{done}”'
    places = where.split()
    if len(set(places)) != len(places):
        yield f'{name}: a place stands twice'
    for place in places:
        if place not in content.places:
            yield f'{name}: the content has no {place}'
        elif not content.words(place):
            yield f'{name}: {place} has no words'


def check_provenance(path, content):
    with open(path, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file]
    if rows[:1] != [COLUMNS]:
        yield 'the first line is not: ' + ', '.join(COLUMNS)
    for line, row in enumerate(rows[1:], 2):
        yield from check_row(line, row, content)
    wanted = [f'{page}-{n:02}' for page, most in FACTS.items() for n in range(1, most + 1)]
    count = collections.Counter(row[0] for row in rows[1:])
    yield from (f'{name} stands {count[name]} times, not once' for name in wanted if count[name] != 1)
    yield from (f'{name} is no fact of the pages' for name in count if name not in wanted)


def explained(path):
    """The sources that the table below "Sources by id" names."""
    with open(path, encoding='utf-8') as file:
        section = re.search(r'^## Sources by id$(.*?)^## ', file.read(), re.M | re.S)
    rows = re.findall(r'^\| ([^|]+) \|', section.group(1), re.M) if section else []
    return [name.strip() for row in rows for name in row.split(',') if name.strip() != 'Source']


def check_sources(path, content):
    table = collections.Counter(explained(path))
    del table['---']
    yield from (f'{name} stands {table[name]} times in docs/evidence.md, not once'
                for name in content.sources if table[name] != 1)
    yield from (f'docs/evidence.md names {name}, which sources.xml does not have'
                for name in table if name not in content.sources)
    yield from (f'{name} is cited nowhere' for name in content.sources if name not in content.cited)
    yield from (f'{name} is cited, but sources.xml does not have it'
                for name in sorted(content.cited) if name not in content.sources)


def main(arguments):
    here = os.path.dirname(os.path.abspath(__file__))
    root = arguments[0] if arguments else os.path.join(here, '..', '..')
    content = Content(os.path.join(root, 'data', 'content'))
    wrong = list(check_provenance(os.path.join(root, 'docs', 'provenance.tsv'), content))
    wrong += check_sources(os.path.join(root, 'docs', 'evidence.md'), content)
    print('\n'.join(wrong) or f'{sum(FACTS.values())} facts and {len(content.sources)} sources have their places')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
