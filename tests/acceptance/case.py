# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests in this folder share: the programs, the content they show, and a folder for what they make.

The last two arguments of each test are the program with a window and the one without. The words of the content are read
from the content, so that a test does not fail when a sentence becomes better.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

from driver import Program

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'handout'))
from pdffile import File, text  # noqa: E402

CLI = os.path.abspath(sys.argv.pop())
APP = os.path.abspath(sys.argv.pop())
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONTENT = os.path.join(ROOT, 'data', 'content')
KNEE = os.path.join(ROOT, 'tests', 'packs', 'knee')
SPANISH = os.path.join(ROOT, 'po', 'content', 'es.po')
TODAY, EPOCH = '2026-11-20', '1795176000'


def cli(*arguments, stdin=''):
    result = subprocess.run([CLI, *arguments], input=stdin, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise AssertionError(f'{arguments}: {result.stderr}')
    return result.stdout


def inventory(content=None):
    return json.loads(cli('list', '--json', *(['--content', content] if content else [])))


def squeeze(text):
    return ' '.join(text.split())


def words_of(element):
    """The text of an element of the content, without its markup."""
    return squeeze(''.join(element.itertext())) if element is not None else ''


def plain(text):
    """The text of a unit of translation, without its markup."""
    return squeeze(re.sub(r'<[^>]*>', '', text).replace('&lt;', '<').replace('&amp;', '&'))


def decision(content=CONTENT):
    for name in sorted(os.listdir(content)):
        if name.endswith('.xml'):
            root = ElementTree.parse(os.path.join(content, name)).getroot()
            if root.tag == 'decision':
                return root
    raise AssertionError('no decision in ' + content)


def prompts(content=CONTENT):
    """The prompt of each topic, '' for those without one."""
    return {topic.get('id'): words_of(topic.find('prompt')) for topic in decision(content).iter('topic')}


def catalogue(path=SPANISH):
    """Context and translation of each unit of a .po file."""
    units, context, into = {}, None, None
    with open(path, encoding='utf-8') as file:
        for line in file:
            match = re.match(r'(?:(msgctxt|msgid|msgstr) )?"(.*)"$', line.strip())
            if not match:
                continue
            text = match.group(2).replace('\\"', '"').replace('\\n', '\n')
            if match.group(1) == 'msgctxt':
                context = text
            elif match.group(1) == 'msgstr' and context is not None:
                into = units[context] = [text]
            elif match.group(1) == 'msgid':
                into = None
            elif match.group(1) is None and into is not None:
                into.append(text)
    return {context: ''.join(parts) for context, parts in units.items()}


def pdf_words(path, page=None):
    """The words of a PDF in the order in which they were drawn; of one page when it is named."""
    options = ['-f', str(page), '-l', str(page)] if page else []
    return squeeze(subprocess.run(['pdftotext', '-raw', *options, path, '-'], capture_output=True, text=True, check=True).stdout)


def pdf_ticked(path):
    """What stands behind each box with a tick in it, as who hears the page is told: the boxes are drawn."""
    told = subprocess.run(['pdfinfo', '-struct-text', path], capture_output=True, text=True, check=True).stdout
    items = [squeeze(''.join(re.findall(r'^ *"(.*)"$', item, re.MULTILINE)))
             for _, item in re.findall(r'^( *)LBody.*\n((?:\1 .*\n)+)', told, re.MULTILINE)]
    boxes = [text(label.get('/ActualText')) for label, _ in File(path).elements('/Lbl')]
    return [item for item, box in zip(items, boxes, strict=True) if box == '\u2611']


def pdf_info(path):
    lines = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout.splitlines()
    return {name: value.strip() for name, value in (line.split(':', 1) for line in lines)}


class Case(unittest.TestCase):
    """A test with a folder of its own, outside of the home."""

    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def start(self, *arguments, prefix=(), **env):
        """The program, at one and the same date, ended after the test. prefix: what starts it in its own place."""
        program = Program([*prefix, APP, *arguments], env={'SOURCE_DATE_EPOCH': EPOCH, **env}, cwd=self.folder)
        self.addCleanup(program.quit)
        return program

    def export(self, name, *arguments, stdin=''):
        cli('export', '--today', TODAY, *arguments, '-o', self.path(name), stdin=stdin)
        return self.path(name)


main = unittest.main
