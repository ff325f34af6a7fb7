# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-units.py PRINT_UNITS ROOT FOLDER...: xgettext with our rules and the program see the same units of translation
(context, text, note) in each content folder, and again when its white space is as awkward as XML allows."""
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

import po

if shutil.which('xgettext') is None:
    sys.exit(77)

program, root, folders = sys.argv[1], sys.argv[2], sys.argv[3:]


def files_of(folder):
    found = glob.glob(folder + '/*.xml') + glob.glob(folder + '/*/*.xml')
    return sorted(path for path in found if os.path.basename(path) != 'sources.xml')


def from_program(folder):
    done = subprocess.run([program, folder], stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return {tuple(line.split('\t')) for line in done.stdout.splitlines()}


def from_xgettext(folder):
    environment = dict(os.environ, GETTEXTDATADIRS=os.path.join(root, 'data'))
    done = subprocess.run(['xgettext', '--from-code=UTF-8', '--output=-'] + files_of(folder), env=environment,
                          stdout=subprocess.PIPE, encoding='utf-8', check=True)
    return {(entry['context'], entry['id'], entry['note']) for entry in po.read(done.stdout)}


def awkward(folder, target):
    """A copy whose words are parted by new lines and tabs, and whose leaves follow comments."""
    shutil.copytree(folder, target)
    os.chmod(target, 0o755)
    for path in files_of(target):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        parts = re.split(r'(<!--.*?-->|<[^>]*>)', text, flags=re.S)
        for i in range(0, len(parts), 2):
            parts[i] = parts[i].replace(' ', '\n\t   ')
        text = re.sub(r'(<(?:p|item|title|short|phrase|happens)\b)', r'<!-- for authors only -->\1', ''.join(parts))
        os.chmod(path, 0o644)
        with open(path, 'w', encoding='utf-8', newline='\r\n') as file:
            file.write(text)


def with_layer(folder, target):
    """A copy with a clinic's own words: a name, a text that takes the place of another, and one that is added."""
    shutil.copytree(folder, target)
    os.chmod(target, 0o755)
    words = ''.join(open(path, encoding='utf-8').read() for path in files_of(folder))
    items = set(re.findall(r'<item id="(home\.[^"]*)"', words))
    context, text, _ = sorted(unit for unit in from_program(folder) if unit[0].split('/')[1] in items)[0]
    digest = hashlib.sha256(text.encode()).hexdigest()
    with open(os.path.join(target, 'overlay.xml'), 'w', encoding='utf-8') as file:
        file.write(f'''<overlay id="our-clinic" format="1" approved-by="A. Person" approved="2026-11-20">
  <clinic><name id="clinic.name" note="Not translated as a rule.">Our Clinic</name></clinic>
  <replace id="local.1" ref="{context}" was="sha256:{digest}">Rest for
    <num>2 days</num>.</replace>
  <add after="{context}"><item id="local.2">Ask   us.</item></add>
</overlay>''')


def compare(folder, name):
    ours, theirs = from_program(folder), from_xgettext(folder)
    print(f'{name}: {len(ours)} units')
    for unit in sorted(ours - theirs):
        print('  only the program:', unit)
    for unit in sorted(theirs - ours):
        print('  only xgettext:   ', unit)
    return bool(ours) and ours == theirs


good = True
for folder in folders:
    good = compare(folder, folder) and good
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, 'content')
        awkward(folder, copy)
        good = compare(copy, folder + ', awkward') and good
        copy = os.path.join(scratch, 'clinic')
        with_layer(folder, copy)
        good = compare(copy, folder + ', with a local layer') and good
sys.exit(0 if good else 1)
