# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every view of the window in the sizes and modes that matter, and of every page.

shots.py FOLDER, with pedicle and pedicle-cli on the path: writes FOLDER/window-MODE-VIEW.png and FOLDER/page-*.png. The
values filled in are invented.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PYTHON = '/usr/bin/python3' if os.path.exists('/usr/bin/python3') else sys.executable  # the one that knows AT-SPI
MODES = {
    'laptop': {'SCREEN': '1366x768'},
    'wide': {'SCREEN': '2560x1440'},
    'narrow': {'SCREEN': '360x640'},
    'dark': {'SCREEN': '1366x768', 'SCHEME': 'dark'},
    'contrast': {'SCREEN': '1366x768', 'CONTRAST': 'high'},
    'text200': {'SCREEN': '1366x768', 'TEXT_SCALE': '200'},
    'mirrored': {'SCREEN': '1366x768', 'LANGUAGE': 'ar'},
}
VALUES = {'patient-name': 'A. Example', 'day-phone': '555 0100', 'night-phone': '555 0199', 'emergency-number': '112',
          'lifting-limit': '5 kg', 'pain-medicine': 'Paracetamol 1 g, at most 4 times a day', 'levels': 'L1'}


# Inside: with a display.

class Shots:
    def __init__(self, folder, mode):
        self.folder, self.mode = folder, mode
        self.what = inventory()
        self.narrow = mode == 'narrow'

    def take(self, view):
        time.sleep(0.6)
        driver.screenshot(os.path.join(self.folder, f'window-{self.mode}-{view}.png'))

    def start(self, *arguments):
        """The program with a window as large as the screen, its shadow outside of it."""
        settings = os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
        os.makedirs(settings, exist_ok=True)
        width, height = os.environ['SCREEN'].split('x')
        with open(os.path.join(settings, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write(f'[org/pedicle/Pedicle]\nwindow-size=({width}, {height})\n')
        program = driver.Program(['pedicle', *arguments], env={'GSETTINGS_BACKEND': 'keyfile'})
        time.sleep(0.6)
        left, top = program.origin(program.window())
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid), '--name', ''],
                               capture_output=True, text=True, check=False).stdout.split()
        subprocess.run(['xdotool', 'windowmove', found[-1], str(-left), str(-top)], check=True)
        return program

    def all(self):
        for part in self.consultation, self.handouts, self.translations, self.problems:
            try:
                part()
            except Exception as error:  # a view that cannot be reached must not hide the others
                print(f'shots: {self.mode}, {part.__name__}: {error}')

    def consultation(self):
        with self.start() as program:
            self.take('first')
            for index, topic in enumerate(self.what['topics'][:10]):
                program.key(str((index + 1) % 10))
                self.take(f"topic-{topic['id']}")
            program.key('1', 'F11')
            self.take('large')
            program.key('Next', 'Next', 'Next', 'Next', 'Next', 'Next', 'Next')
            self.take('large-later')
            program.key('Escape', '1')
            table = [node for node in program.all(roles=driver.BUTTONS, root=program.part('Consultation'))
                     if driver.name_of(node) == 'Whole table']
            if table:
                program.press(table[0])
                self.take('table')

    def handouts(self):
        with self.start() as program:
            program.key('ctrl+2')
            view = program.part('Handouts')
            self.take('handouts-first')
            sheet = next(each for each in self.what['handouts'] if each['procedures'])
            program.select(sheet['name'], root=view)
            for field in self.what['fields']:
                if field['id'] in VALUES and field['type'] != 'sites' and field['id'] in sheet['fields']:
                    program.write(field['label'], VALUES[field['id']], root=view)
            self.take('handouts')
            pages = [node for node in program.all(roles=driver.BUTTONS, root=view)
                     if driver.name_of(node) == 'Show the pages']
            if pages:
                program.press(pages[0])
                self.take('handouts-pages')

    def translations(self):
        with self.start(os.path.join(ROOT, 'po', 'content', 'es.po')) as program:
            self.take('translations')
            pages = [node for node in program.all(roles=driver.BUTTONS, root=program.part('Translations'))
                     if driver.name_of(node) == 'Show the page']
            if pages:
                program.press(pages[0])
                self.take('translations-page')

    def problems(self):
        """A content folder with two mistakes."""
        with tempfile.TemporaryDirectory() as folder:
            content = os.path.join(folder, 'content')
            shutil.copytree(os.environ['PEDICLE_CONTENT_DIR'], content)
            path = os.path.join(content, self.what['procedures'][-1]['id'] + '.xml')
            with open(path, encoding='utf-8') as file:
                text = file.read()
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text.replace('<short ', '<short colour="red" ', 1).replace('<cite ref="', '<cite ref="no-', 1))
            with self.start('--content', content) as program:
                self.take('banner')
                bar = program.all(roles={driver.ROLE.PUSH_BUTTON}, root=program.window())
                shown = [node for node in bar if driver.name_of(node) == 'Show the problems']
                if shown:
                    program.press(shown[0])
                    self.take('problems')


def inventory():
    return json.loads(subprocess.run(['pedicle-cli', 'list', '--json'], capture_output=True, text=True, check=True).stdout)


# Outside.

def pages(folder):
    """Each handout for each of its options at normal size, filled in; one large, and all in the other languages."""
    what = inventory()
    values = ''.join(f'{name}={value}\n' for name, value in VALUES.items()
                     if any(field['id'] == name for field in what['fields']))
    for handout in what['handouts']:
        for option in handout['procedures'] or [None]:
            which = ['--handout', handout['id'], *(['--procedure', option] if option else [])]
            name = '-'.join(filter(None, ['page', handout['id'], option]))
            last = option is None or option == handout['procedures'][-1]
            kinds = {'': [], **({'-large': ['--size', 'large']} if last else {})}
            kinds.update({'-' + language['id']: ['--lang', language['id']] for language in what['languages']
                          if language['id'] != 'en' and last})
            for kind, options in kinds.items():
                subprocess.run(['pedicle-cli', 'export', *which, *options, '--fields', '-', '-o',
                                os.path.join(folder, name + kind + '.png')], input=values, text=True, check=True)


def main():
    folder = os.path.abspath(sys.argv[1])
    os.makedirs(folder, exist_ok=True)
    chosen = sys.argv[2:] or list(MODES)
    if not sys.argv[2:]:
        pages(folder)
    for mode in chosen:
        print(f'dev: the window, {mode}')
        subprocess.run([os.path.join(ROOT, 'tests', 'xsession.sh'), PYTHON, os.path.abspath(__file__), '--inside',
                        folder, mode], env={**os.environ, **MODES[mode]}, stderr=subprocess.PIPE, check=True)


if __name__ == '__main__':
    if sys.argv[1:2] == ['--inside']:
        import driver
        Shots(*sys.argv[2:4]).all()
    else:
        main()
