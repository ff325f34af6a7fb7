# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every view of the window in the sizes and modes that matter, and of every page.

shots.py FOLDER MAKE-PSEUDO [MODE...], with pedicle and pedicle-cli on the path: writes FOLDER/window-MODE-VIEW.png,
FOLDER/page-*.png, and these pages in FOLDER/grey as a printer without colour gives them. MAKE-PSEUDO is the program
that writes the pseudo-language ar_XB, with which all words of the content run from right to left. With MODEs only their
windows. The values filled in are invented. Exit 1 when a view could not be reached.
"""
import concurrent.futures
import glob
import json
import math
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
    'narrow200': {'SCREEN': '360x760', 'TEXT_SCALE': '200'},
    'dark': {'SCREEN': '1366x768', 'SCHEME': 'dark'},
    'contrast': {'SCREEN': '1366x768', 'CONTRAST': 'high'},
    'text200': {'SCREEN': '1366x768', 'TEXT_SCALE': '200'},
    'mirrored': {'SCREEN': '1366x768', 'LANGUAGE': 'ar_XB:ar'},
}
VALUES = {'patient-name': 'A. Example', 'day-phone': '555 0100', 'night-phone': '555 0199', 'emergency-number': '112',
          'lifting-limit': '5 kg', 'pain-medicine': 'Paracetamol 1 g, at most 4 times a day', 'levels': 'L1'}


# Inside: with a display.

class Shots:
    def __init__(self, folder, mode):
        self.folder, self.mode = folder, mode
        self.what = inventory()
        self.mirrored = mode == 'mirrored'
        self.program = None

    def take(self, view):
        """A picture as soon as the program has answered and two in a row are the same."""
        path, before = os.path.join(self.folder, f'window-{self.mode}-{view}.png'), None
        time.sleep(0.4)
        driver.extents(self.program.window())
        for _ in range(12):
            time.sleep(0.2)
            driver.screenshot(path, '-strip', '-define', 'png:exclude-chunks=date,time', '-define', 'png:compression-level=3')
            with open(path, 'rb') as file:
                now = file.read()
            if now == before:
                return
            before = now

    def start(self, *arguments):
        """The program with a window as large as the screen, its shadow outside of it."""
        settings = os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
        os.makedirs(settings, exist_ok=True)
        width, height = os.environ['SCREEN'].split('x')
        with open(os.path.join(settings, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write(f'[org/pedicle/Pedicle]\nwindow-size=({width}, {height})\n')
        program = self.program = driver.Program(['pedicle', *arguments], env={'GSETTINGS_BACKEND': 'keyfile'})
        window = program.window()
        found = driver.until(lambda: program.ids(window), 'a window on the display')
        left, top = program.origin(window)
        subprocess.run(['xdotool', 'windowmove', found[-1], str(-left), str(-top)], check=True)
        return program

    def all(self):
        """FALSE when a view cannot be reached; that hides no other."""
        good = True
        for part in (self.consultation, self.chosen, self.drawing, self.patient, self.around, self.handouts, self.translations,
                     self.problems):
            try:
                part()
            except Exception as error:
                good = False
                print(f'shots: {self.mode}, {part.__name__}: {error}')
        return good

    def press(self, program, view, name, root=None):
        """What is behind the first button whose name begins so; some buttons stand in some sizes only."""
        found = [node for node in program.all(roles=driver.BUTTONS, root=root)
                 if driver.name_of(node).startswith(name) and node.get_n_actions() > 0]
        if found:
            program.press(found[0])
            self.take(view)

    def consultation(self):
        with self.start() as program:
            self.take('first')
            for index, topic in enumerate(self.what['topics'][:10]):
                program.key(str((index + 1) % 10))
                self.take(f"topic-{topic['id']}")
                program.key('shift+Next')  # the next step, or the first set of numbers where they take turns
                self.take(f"topic-{topic['id']}-next")
            program.key('1', 'F11')
            self.take('large')
            program.key('Next', 'Next', 'Next', 'Next', 'Next', 'Next', 'Next')
            self.take('large-later')
            program.key('Escape', '1')
            view = program.part('Consultation')
            self.press(program, 'sources', 'Sources', view)
            self.press(program, 'look', 'Language and view', view)  # holds the next where there is little room
            self.press(program, 'table', 'Table', view)
            program.key('Escape')
            self.press(program, 'topics', 'Topics', view)
            self.press(program, 'case', '', view)  # it stands first

    def chosen(self):
        """What matters, the rows in its order, the differences, and an option that is hidden."""
        with self.start() as program:
            view = program.part('Consultation')
            for index in range(len(self.what['topics'])):
                program.key(str((index + 1) % 10))
                found = [node for node in program.all(root=view) if driver.name_of(node) == 'What matters most']
                if found:
                    break
            for node in program.all(roles=driver.BUTTONS, root=found[0])[:3]:
                program.press(node)
            self.take('values')
            program.key('shift+Next')
            self.take('values-next')
            program.key('ctrl+f', 'w', 'a', 'l', 'k')
            self.take('search')
            program.key('Escape')
            self.press(program, 'hidden', 'Hide', view)
            self.press(program, 'look', 'Language and view', view)
            self.press(program, 'differences', 'Differences', view)

    def drawing(self):
        """A needle and a ring on the pictures of the first topic with steps, there, in the large view and on paper."""
        needle = [(0.95 - i * 0.06, 0.2 + i * 0.035) for i in range(11)]
        ring = [(0.35 + 0.12 * math.cos(i / 4), 0.5 + 0.2 * math.sin(i / 4)) for i in range(27)]
        with self.start() as program:
            view = program.part('Consultation')
            for key in '1234567890':
                program.key(key)
                if program.all('Next step', root=view):
                    break
            pictures = [node for node in program.all(roles={driver.ROLE.IMAGE}, root=view)
                        if driver.extents(node)[2] > 150][-3:]
            program.key('shift+ctrl+d')
            self.take('drawing-none')
            program.drag(pictures[0], *needle)
            program.press(program.find('Blue pen', root=view))
            program.drag(pictures[0], *ring)
            program.press(program.find('Orange pen', root=view))
            program.drag(pictures[-1], *needle)
            self.take('drawing')
            program.key('F11')
            self.take('drawing-large')
            program.key('Escape', 'Escape')
            self.press(program, 'drawing-topics', 'Topics', view)
            program.press(program.all(roles=driver.BUTTONS, root=view)[0])  # the case stands first
            self.press(program, 'drawing-case', 'Draw on the pictures', view)
            program.key('Escape', 'Escape', 'ctrl+2')
            sheet = len(self.what['handouts']) - 1
            program.select(driver.name_of(program.all(roles=driver.ROWS, root=program.part('Handouts'))[sheet]),
                           root=program.part('Handouts'))
            self.take('drawing-handout')

    def patient(self):
        """The second window alone, as it stands on the patient's screen, and moved by the first."""
        with self.start() as program:
            program.key('2', 'shift+F11')
            title = 'Patient’s window'
            found = driver.until(lambda: subprocess.run(
                ['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid), '--name', title],
                capture_output=True, text=True, check=False).stdout.split(), title)
            self.take('patient-small')
            width, height = os.environ['SCREEN'].split('x')
            subprocess.run(['xdotool', 'windowsize', found[-1], width, height, 'windowfocus', found[-1]], check=True)
            self.take('patient')
            for key in '1234567890':
                program.key(key)
                if program.all('Next step'):
                    break
            program.key('shift+Next')
            self.take('patient-step')

    def around(self):
        """What stands around the views: the menu and its windows."""
        with self.start() as program:
            program.key('F10')
            self.take('menu')
            program.key('Escape', 'ctrl+comma')
            self.take('preferences')
        with self.start() as program:
            program.key('ctrl+question')
            self.take('shortcuts')
            program.key('Escape', 'ctrl+3')
            self.take('translations-first')

    def handouts(self):
        with self.start() as program:
            program.key('ctrl+2')
            view = program.part('Handouts')
            self.take('handouts-first')
            sheet = next(each for each in self.what['handouts'] if each['procedures'])
            # By its place: where all is mirrored, names are in the pseudo-language.
            row = program.all(roles=driver.ROWS, root=view)[self.what['handouts'].index(sheet)]
            program.select(driver.name_of(row), root=view)
            for field in self.what['fields'] if not self.mirrored else []:
                if field['id'] in VALUES and field['type'] != 'sites' and field['id'] in sheet['fields']:
                    program.write(field['label'], VALUES[field['id']], root=view)
            self.take('handouts')
            self.press(program, 'handouts-pages', 'Show the pages', view)
            program.key('shift+ctrl+c')
            self.take('copied')

    def translations(self):
        with self.start(os.path.join(ROOT, 'po', 'content', 'es.po')) as program:
            self.take('translations')
            self.press(program, 'translations-page', 'Show the page', program.part('Translations'))

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
                self.press(program, 'problems', 'Show the problems')


def inventory(env=None):
    listed = subprocess.run(['pedicle-cli', 'list', '--json'], capture_output=True, text=True, check=True, env=env)
    return json.loads(listed.stdout)


# Outside.

def calls(folder, mirrored):
    """Each handout for each of its options at normal size, filled in; one large, and one in each other language."""
    what = inventory(mirrored)
    for handout in what['handouts']:
        for option in handout['procedures'] or [None]:
            which = ['--handout', handout['id'], *(['--procedure', option] if option else [])]
            name = '-'.join(filter(None, ['page', handout['id'], option]))
            last = option is None or option == handout['procedures'][-1]
            kinds = {'': [], **({'-large': ['--size', 'large']} if last else {})}
            kinds.update({'-' + language['id']: ['--lang', language['id']] for language in what['languages']
                          if language['id'] != 'en' and last})
            for kind, options in kinds.items():
                yield ['pedicle-cli', 'export', *which, *options, '--fields', '-', '-o',
                       os.path.join(folder, name + kind + '.png')]


def pages(folder, pool, mirrored):
    values = ''.join(f'{name}={value}\n' for name, value in VALUES.items()
                     if any(field['id'] == name for field in inventory()['fields']))
    list(pool.map(lambda call: subprocess.run(call, input=values, text=True, check=True, env=mirrored),
                  calls(folder, mirrored)))
    os.makedirs(os.path.join(folder, 'grey'), exist_ok=True)
    names = glob.glob(os.path.join(glob.escape(folder), 'page-*.png'))
    list(pool.map(lambda path: subprocess.run(
        ['convert', path, '-colorspace', 'Gray', os.path.join(folder, 'grey', os.path.basename(path))], check=True), names))


def window(folder, mode, mirrored):
    print(f'dev: the window, {mode}', flush=True)
    command = [os.path.join(ROOT, 'tests', 'xsession.sh'), PYTHON, os.path.abspath(__file__), '--inside', folder, mode]
    done = subprocess.run(command, env={**(mirrored if mode == 'mirrored' else os.environ), **MODES[mode]},
                          stderr=subprocess.PIPE, check=False)
    return done.returncode == 0


def add_pseudo(make_pseudo, folder):
    """The environment in which the pseudo-language stands beside the translations."""
    for path in glob.glob(os.path.join(glob.escape(os.environ['PEDICLE_TRANSLATIONS_DIR']), '*.po')):
        shutil.copy(path, folder)
    with open(os.path.join(folder, 'ar_XB.po'), 'wb') as file:
        subprocess.run([make_pseudo, 'ar_XB', os.environ['PEDICLE_CONTENT_DIR']], stdout=file, check=True)
    return {**os.environ, 'PEDICLE_TRANSLATIONS_DIR': folder}


def main():
    folder = os.path.abspath(sys.argv[1])
    os.makedirs(folder, exist_ok=True)
    chosen = sys.argv[3:]
    # Most of the time is spent waiting for what is drawn.
    with tempfile.TemporaryDirectory() as po, concurrent.futures.ThreadPoolExecutor(os.cpu_count() + 1) as pool:
        mirrored = add_pseudo(sys.argv[2], po)
        if not chosen:
            pages(folder, pool, mirrored)
        good = all(list(pool.map(lambda mode: window(folder, mode, mirrored), chosen or MODES)))
    return 0 if good else 1


if __name__ == '__main__':
    if sys.argv[1:2] == ['--inside']:
        import driver
        sys.exit(0 if Shots(*sys.argv[2:4]).all() else 1)
    else:
        sys.exit(main())
