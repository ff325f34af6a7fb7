# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads .po and .pot files for the tests, as plainly as possible."""
import os
import re
import subprocess

ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\'}


def unquote(text):
    return re.sub(r'\\(.)', lambda m: ESCAPES[m.group(1)], text)


def read(text):
    """The entries of a file that are not obsolete, without the header: dictionaries."""
    entries = []
    for block in re.split(r'\n\s*\n', text):
        entry = {'context': '', 'id': '', 'str': '', 'note': [], 'flags': '', 'files': []}
        key = None
        for line in block.split('\n'):
            word = re.match(r'(?:(msgctxt|msgid|msgstr) )?"(.*)"$', line)
            if line.startswith('#.'):
                entry['note'].append(line[2:].strip())
            elif line.startswith('#,'):
                entry['flags'] += line[2:]
            elif line.startswith('#:'):
                entry['files'] += line[2:].split()
            elif word:
                key = {'msgctxt': 'context', 'msgid': 'id', 'msgstr': 'str', None: key}[word.group(1)]
                entry[key] += unquote(word.group(2))
        if entry['id']:
            entry['note'] = ' '.join(entry['note'])
            entries.append(entry)
    return entries


def template(root, folder):
    """The template of a domain as it would be now."""
    done = subprocess.run([os.path.join(root, 'po', 'update.sh'), 'template', root, folder],
                          stdout=subprocess.PIPE, check=True, encoding='utf-8')
    return done.stdout


def listed(root, folder):
    """The files that a domain's POTFILES.in names."""
    with open(os.path.join(root, folder, 'POTFILES.in'), encoding='utf-8') as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith('#')]
