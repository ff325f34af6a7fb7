#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""readability.py [-v] [FOLDER]: school grade of the English content, by Flesch-Kincaid and by SMOG.

An independent check: it reads the XML itself and shares no code with the program. A group is one answer, one part, one
set of numbers, one part of the decision, or one handout with all that it uses. A group above grade 6.0 is an error.

How it counts
* A leaf ends a sentence, with or without a full stop. Placeholders, and leaves for staff (prompts, labels of forms,
  hints, what is told about the making of the content), are left out.
* A number is one word of one syllable. "38 °C" and "CT" are single words too.
* Syllables: groups of vowels (a e i o u y); less one for a silent e at the end ("time", but not "little"), for a silent
  ed ("sunk" has none, "cracked" has), and for "es" after a soft consonant is kept; "ia", "io", "eo", "ua" inside a word
  count two, but "tion", "sion", "cial" and their like count one. A short list holds the exceptions. Never less than one.
* Words of the glossary are excused: patients are told what they mean. They count as words of two syllables. At most 20
  different ones are; the count is printed. The last two columns show the grades with nothing excused.
* SMOG was made for 30 sentences or more. In a shorter text one long word weighs much, so it errs on the strict side.
"""
import glob, math, os, re, sys
from xml.etree import ElementTree

LIMIT = 6.0
MOST_EXCUSED = 20
STAFF = {'prompt', 'label', 'hint', 'authors', 'funding', 'updates', 'selection', 'name', 'code', 'audience'}
LEAVES = {'title', 'summary', 'choice-question', 'condition', 'question', 'statement', 'word', 'meaning', 'choice',
          'short', 'p', 'heading', 'item', 'alt', 'caption', 'call', 'happens', 'happens-not', 'range', 'group', 'time',
          'unit', 'note-text', 'unknown', 'phrase', 'scale-low', 'scale-high'}
EXCEPTIONS = {'people': 2, 'being': 2, 'science': 2, 'quiet': 2, 'doing': 2, 'area': 3, 'idea': 3, 'sometimes': 2,
              'something': 2, 'someone': 2, 'seven': 2, 'eleven': 3, 'every': 2, 'everyone': 3, 'hour': 1, 'hours': 1,
              'our': 1, 'your': 1, 'usual': 3, 'usually': 4, 'biggest': 2, 'eye': 1, 'eyes': 1, 'safely': 2,
              'likely': 2, 'rarely': 2, 'chosen': 2, 'once': 1, 'makes': 1, 'whole': 1, 'himself': 2, 'themselves': 2,
              'moved': 1, 'movement': 2, 'treatment': 2, 'advises': 3, 'advised': 2, 'bleeding': 2, 'fourth': 1,
              'hurts': 1, 'sleepy': 2, 'surgeon': 2, 'doctor': 2, 'fainted': 2, 'january': 4, 'february': 4, 'ct': 2, 'serious': 3, 'various': 3, 'mri': 3,
              'xray': 2, 'balloon': 2, 'ones': 1, 'lower': 2, 'power': 2, 'fluid': 2, 'ruin': 2, 'create': 2, 'react': 2}


def syllables(word):
    word = word.lower().replace('’', "'").split("'")[0]
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    if not re.search('[a-z]', word):
        return 1
    count = len(re.findall('[aeiouy]+', word))
    count += len(re.findall('(?<![tsc])i[ao](?!u)|eo|ua(?!r)|[aeo]ing$', word))
    if re.search('[^aeiouyl]e$|[aeiouy]le$|[aeiou]e$', word) and count > 1 and not re.search('[aeiou]{2}e$', word):
        count -= 0 if re.search('[aeiou]e$', word) else 1
    if re.search('[^aeiouytd]ed$', word) and count > 1:
        count -= 1
    if re.search('[^aeiouyscxzgh]es$', word) and not re.search('[^aeiouy]les$', word) and count > 1:
        count -= 1
    if re.search('[aeiouy][^aeiouy]+eful|[aeiouy][^aeiouy]+e(ly|ment|less)', word):
        count -= 1
    return max(count, 1)


SAMPLES = {'needles': 2, 'time': 1, 'little': 2, 'cracked': 1, 'treated': 2, 'eases': 2, 'minutes': 2, 'medicine': 3,
           'procedure': 3, 'kyphoplasty': 4, 'osteoporosis': 6, 'studies': 2, 'infection': 3, 'guides': 1, 'muscles': 2,
           'another': 3, 'serious': 3, 'before': 2, 'injury': 3, 'confused': 2, 'degrees': 2, 'table': 2, 'emergency': 4}


def check_samples():
    return [f'{word}: {syllables(word)}, not {n}' for word, n in SAMPLES.items() if syllables(word) != n]


def plain(element):
    text = ' '.join(''.join(element.itertext()).split())
    text = re.sub(r'\{[^}]*\}', '', text)
    text = re.sub(r'\s*°\s*[CF]\b', '', text).replace('X-ray', 'xray').replace('X-rays', 'xrays')
    return text


def sentences(text):
    found = []
    for part in re.split(r'(?<=[.?!:])["”)]*\s+', text):
        words = re.findall(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*|\d[\d.,]*\d|\d", part.replace('-', ' '))
        if words:
            found.append(words)
    return found


class Count:
    def __init__(self, excused):
        self.excused, self.used = excused, set()
        self.n_sentences = self.n_words = self.n_syllables = self.n_long = 0
        self.n_hard_syllables = self.n_hard_long = 0
        self.long = {}

    def add(self, text):
        for words in sentences(text):
            self.n_sentences += 1
            for word in words:
                n = syllables(word)
                self.n_words += 1
                self.n_hard_syllables += n
                self.n_hard_long += n > 2
                if n > 2 and word.lower() in self.excused:
                    self.used.add(word.lower())
                    n = 2
                elif n > 2:
                    self.long[word.lower()] = self.long.get(word.lower(), 0) + 1
                self.n_syllables += n
                self.n_long += n > 2

    def grades(self, hard=False):
        if not self.n_sentences:
            return 0.0, 0.0
        n_syllables, n_long = (self.n_hard_syllables, self.n_hard_long) if hard else (self.n_syllables, self.n_long)
        kincaid = 0.39 * self.n_words / self.n_sentences + 11.8 * n_syllables / self.n_words - 15.59
        return kincaid, 1.0430 * math.sqrt(n_long * 30 / self.n_sentences) + 3.1291


def leaves(element):
    for child in element.iter():
        if child.tag in LEAVES and child.get('id') is not None:
            yield child


class Content:
    def __init__(self, folder):
        names = sorted(glob.glob(os.path.join(folder, '*.xml')) + glob.glob(os.path.join(folder, 'handouts', '*.xml')))
        roots = [ElementTree.parse(name).getroot() for name in names]
        self.decision = next(root for root in roots if root.tag == 'decision')
        self.phrases = next(root for root in roots if root.tag == 'phrases')
        self.procedures = {root.get('id'): root for root in roots if root.tag == 'procedure'}
        self.handouts = [root for root in roots if root.tag == 'handout']
        self.excused = self.find_excused()

    def find_excused(self):
        excused = set()
        for word in self.decision.iterfind('glossary/term/word'):
            excused.update(w.lower() for w in re.findall('[A-Za-z]+', word.text) if syllables(w) > 2)
        return excused | {word + 's' for word in excused} | {'vertebrae'}

    def groups(self):
        decision = self.decision
        yield 'decision: title, choice, fields', [e for tag in ('title', 'condition', 'choice-question', 'field')
                                                  for e in decision.iterfind(tag)]
        yield 'decision: sites', decision.findall('sites')
        yield 'decision: questions', decision.findall('topic/question')
        for topic in decision.iterfind('topic'):
            if topic.find('answer') is not None:
                yield 'decision: ' + topic.get('id'), [topic.find('answer')]
        for numbers in decision.iterfind('numbers'):
            yield 'numbers: ' + numbers.get('id'), [numbers]
        yield 'decision: values', decision.findall('value')
        yield 'decision: glossary', decision.findall('glossary')
        for name, procedure in self.procedures.items():
            yield name + ': title', [procedure.find('title'), procedure.find('summary')]
            for answer in procedure.iterfind('answer'):
                yield f'{name}: {answer.get("topic")}', [answer] + self.parts_of(answer, procedure)
            for part in procedure.iterfind('part'):
                yield f'{name}: {part.get("id")}', [part]
        yield 'phrases', [e for e in self.phrases.iterfind('phrase') if not e.get('id').startswith('month.')]
        for part in self.phrases.iterfind('part'):
            yield 'phrases: ' + part.get('id'), [part]

    def parts_of(self, answer, procedure):
        """What the long form takes from elsewhere."""
        owners = {'phrases': self.phrases, 'decision': self.decision}
        return [part for use in answer.iterfind('long/use')
                for part in owners.get(use.get('from'), procedure).iterfind('part') if part.get('id') == use.get('part')]

    def is_for(self, element, option):
        return option is None or element.get('for') is None or option in element.get('for').split()

    def used(self, use, option):
        if use.get('numbers'):
            return [n for n in self.decision.iterfind('numbers') if n.get('id') == use.get('numbers')]
        procedures = [self.procedures[option]] if option else list(self.procedures.values())
        if use.get('part'):
            owners = {'phrases': [self.phrases], 'decision': [self.decision]}.get(use.get('from'), procedures)
            return [p for owner in owners for p in owner.iterfind('part') if p.get('id') == use.get('part')]
        topics = use.get('topic').split()
        found = []
        for topic in self.decision.iterfind('topic'):
            if topics == ['*'] or topic.get('id') in topics:
                found.append(topic.find('question'))
                answers = topic.findall('answer') + [a for p in procedures for a in p.iterfind('answer')
                                                     if a.get('topic') == topic.get('id')]
                tags = {'steps': ['steps'], 'long': ['short', 'long', 'unknown']}.get(use.get('form'), ['short', 'unknown'])
                found += [e for a in answers for tag in tags for e in a.iterfind(tag)]
        return found

    def sheet(self, element, option, found):
        if not self.is_for(element, option):
            return
        if element.tag == 'use':
            for used in self.used(element, option):
                self.sheet(used, option, found)
        if element.tag in LEAVES and element.get('id') is not None and element.tag not in STAFF:
            found.append(element)
        for child in element:
            if child.tag != 'field':
                self.sheet(child, option, found)

    def sheets(self):
        for handout in self.handouts:
            options = [None]
            if handout.get('scope') == 'option':
                options = [o for o in self.procedures if self.is_for(handout, o)]
            for option in options:
                found = []
                self.sheet(handout, option, found)
                yield f'handout: {handout.get("id")}' + (f', {option}' if option else ''), found


def report(name, elements, content, verbose):
    count = Count(content.excused)
    for element in elements:
        for leaf in ([element] if name.startswith('handout') else leaves(element)):
            if leaf.tag not in STAFF:
                count.add(plain(leaf))
    if not count.n_words:
        return True, count
    (kincaid, smog), (hard_kincaid, hard_smog) = count.grades(), count.grades(hard=True)
    right = kincaid <= LIMIT and smog <= LIMIT
    print(f'{"ok " if right else "NOT"} {kincaid:5.1f} {smog:5.1f}   {hard_kincaid:5.1f} {hard_smog:5.1f} '
          f'{count.n_sentences:4} {count.n_words:5}  {name}')
    if count.long and (verbose or not right):
        print('      long words: ' + ', '.join(sorted(count.long)))
    return right, count


def main(arguments):
    verbose = '-v' in arguments
    folders = [a for a in arguments if a != '-v']
    here = os.path.dirname(os.path.abspath(__file__))
    content = Content(folders[0] if folders else os.path.join(here, '..', '..', 'data', 'content'))
    print('      F-K  SMOG   with no word excused; sentences; words; group')
    wrong = check_samples()
    for line in wrong:
        print('syllables of ' + line)
    all_right, used = not wrong, set()
    for name, elements in list(content.groups()) + list(content.sheets()):
        right, count = report(name, elements, content, verbose)
        all_right &= right
        used |= count.used
    stems = {re.sub('vertebrae', 'vertebra', re.sub('s$', '', w)) if w not in ('osteoporosis',) else w for w in used}
    print(f'{len(stems)} words excused (at most {MOST_EXCUSED}): ' + ', '.join(sorted(stems)))
    if len(stems) > MOST_EXCUSED:
        all_right = False
    print('every group is at grade 6 or lower' if all_right else 'a group is above grade 6: use shorter words or sentences')
    return 0 if all_right else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
