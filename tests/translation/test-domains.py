# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-domains.py ROOT: both domains name all their files, the kept template is up to date, and the patient's words are
complete in every language that is listed."""
import os
import re
import shutil
import subprocess
import sys

import po

if shutil.which('xgettext') is None or shutil.which('msgfmt') is None:
    sys.exit(77)

root = sys.argv[1]
CONTENT_ROOTS = ('decision', 'procedure', 'phrases', 'handout')
problems = []


def read(path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def walk(*folders):
    for folder in folders:
        for where, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                yield os.path.relpath(os.path.join(where, name), root)


def has_words(path):
    """Whether a file holds words of the interface."""
    if path.endswith('.c') or path.endswith('.h'):
        return re.search(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext) ?\(\s*"', read(path)) is not None
    if path.endswith('.ui'):
        return 'translatable="yes"' in read(path)
    return path.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml'))


def compare(domain, wanted):
    named = po.listed(root, domain)
    for path in sorted(wanted - set(named)):
        problems.append(f'{domain}/POTFILES.in: {path} has words; add a line for it')
    for path in sorted(set(named) - wanted):
        problems.append(f'{domain}/POTFILES.in: {path} has no words, or is not there; take the line out')
    if len(named) != len(set(named)):
        problems.append(f'{domain}/POTFILES.in: a file is named twice')


def is_content(path):
    element = re.search(r'<([a-z]+)', re.sub(r'<\?.*?\?>|<!--.*?-->', '', read(path), flags=re.S))
    return element is not None and element.group(1) in CONTENT_ROOTS


def languages(domain):
    for line in read(domain + '/LINGUAS').split('\n'):
        if line.strip() and not line.startswith('#'):
            yield line.strip()


def check_file(path):
    done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', os.path.join(root, path)],
                          stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode != 0 or done.stderr:
        problems.append(f'{path}: msgfmt --check says: {done.stderr.strip()}')


compare('po', {path for path in walk('src', 'ui', 'data') if has_words(path)})
compare('po/content', {path for path in walk('data/content') if path.endswith('.xml') and is_content(path)})

kept, now = read('po/content/pedicle-content.pot'), po.template(root, 'po/content')
if kept != now:
    problems.append('po/content/pedicle-content.pot: the content has changed; run: ninja update-content-po')
units = {(entry['context'], entry['id']) for entry in po.read(now)}
for domain in ('po', 'po/content'):
    for language in languages(domain):
        check_file(f'{domain}/{language}.po')
for language in languages('po/content'):
    entries = po.read(read(f'po/content/{language}.po'))
    done = {(e['context'], e['id']) for e in entries if e['str'] and 'fuzzy' not in e['flags']}
    for context, _ in sorted(units - done):
        problems.append(f'po/content/{language}.po: {context} is not translated, or needs work')

print('\n'.join(problems))
sys.exit(1 if problems else 0)
