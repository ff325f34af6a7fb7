# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for words where they must not be: in files, packed or not, and in the memory of a process."""
import gzip
import os
import re
import shutil
import subprocess
import zlib

CODES = 'utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le'
AROUND = 32  # bytes that are told before and after what was found
WATCHED = 'HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'
WRITING = re.compile(r'(?:openat\([^"]*|open\(|creat\(|mkdir\(|rename\w*\([^"]*"[^"]*", (?:AT_FDCWD, )?)"([^"]*)"(.*)')
NOWHERE = '/dev/', '/proc/', '/memfd:'


def needles(words):
    return [word.encode(code) for word in words for code in CODES]


def inflated(data):
    """What the streams of a PDF file hold; nothing of those that are packed in another way."""
    for stream in re.findall(rb'stream\r?\n(.*?)endstream', data, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


def unpacked(data):
    """The bytes, and what is packed into them. The words of a PDF file are numbers of glyphs: what a reader makes of them
    counts too."""
    yield data
    if data.startswith(b'\x1f\x8b'):
        try:
            yield from unpacked(gzip.decompress(data))
        except (OSError, EOFError, zlib.error):
            pass
    if data.startswith(b'%PDF'):
        yield from inflated(data)
        yield subprocess.run(['pdftotext', '-', '-'], input=data, capture_output=True, check=False).stdout


def holds(data, words):
    wanted = needles(words)
    return any(each in part for part in unpacked(data) for each in wanted)


def files(folders):
    """Every file below the folders that can be read, and its bytes."""
    for folder in folders:
        for place, _, names in os.walk(folder):
            for path in (os.path.join(place, name) for name in names):
                if os.path.isfile(path):
                    with open(path, 'rb') as file:
                        yield path, file.read()


def found_in_files(folders, words):
    return sorted(path for path, data in files(folders) if holds(data, words) or holds(os.path.basename(path).encode(), words))


def mappings(pid):
    """Name and bytes of each part of a process's memory that it can write to."""
    with open(f'/proc/{pid}/maps', encoding='utf-8') as maps, open(f'/proc/{pid}/mem', 'rb', 0) as memory:
        for line in maps:
            place, rights, *_, name = (line.split(maxsplit=5) + [''])[:6]
            if not rights.startswith('rw'):
                continue
            start, end = (int(each, 16) for each in place.split('-'))
            try:
                memory.seek(start)
                yield name.strip() or 'no file', memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue


def found_in_memory(pid, words):
    """The name of the part and what stands around the word, for each place where it stands."""
    return [(name, data[max(0, at.start() - AROUND):at.end() + AROUND]) for name, data in mappings(pid)
            for needle in needles(words) if needle in data for at in re.finditer(re.escape(needle), data)]


def homes():
    """Where a program may leave something of a person behind."""
    return [os.environ[name] for name in WATCHED if name in os.environ]


def watch(calls):
    """What starts a program so that written() can read from calls what it has written to; nothing where that cannot be."""
    return ['strace', '-D', '-f', '--seccomp-bpf', '-qq', '-s', '4096', '-e',
            'trace=open,openat,creat,mkdir,rename,renameat,renameat2', '-o', calls] if shutil.which('strace') else []


def written(calls, folder):
    """Files that were opened for writing, or got their name, and folders, wherever they are. folder: where it ran."""
    paths = set()
    with open(calls, encoding='utf-8', errors='replace') as file:
        for path, rest in (match.groups() for match in map(WRITING.search, file) if match):
            if 'O_RDONLY' not in rest and ' = -1 ' not in rest and not path.startswith(NOWHERE):
                paths.add(os.path.join(folder, path))
    return paths
