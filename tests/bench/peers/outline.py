# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a handout of ours says, as a tree without any layout: read from the structure of its PDF file and from the content's pictures."""
import glob
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(ROOT, "tests", "handout"))
from pdffile import File, text as string_of  # noqa: E402

LINE = re.compile(r"( *)(?:\"(?P<text>.*)\"|/(?P<name>\w+) (?P<value>.+)|(?P<kind>[A-Z]\w*)(?: \(\w+\))?:?|Object .*)$")
OF_HUNDRED = re.compile(r"(\d+(?:\.\d+)?) of (\d+)")


class Node:
    def __init__(self, kind):
        self.kind, self.kids, self.texts, self.attributes = kind, [], [], {}
        self.alt = self.picture = self.address = None

    def text(self):
        """All words below it, but for the marks of lists."""
        return " ".join([*self.texts, *(kid.text() for kid in self.kids if kid.kind != "Lbl")]).strip()

    def all(self, kind):
        for kid in self.kids:
            if kid.kind == kind:
                yield kid
            yield from kid.all(kind)


def read_tree(path):
    lines = subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True).stdout.splitlines()
    root = Node("Root")
    open_nodes = [(-1, root)]
    for line in lines:
        match = LINE.match(line)
        if match is None:
            raise ValueError(f"pdfinfo says what is not understood: {line}")
        depth = len(match.group(1))
        if match.group("name"):
            open_nodes[-1][1].attributes[match.group("name")] = match.group("value")
            continue
        while open_nodes[-1][0] >= depth:
            open_nodes.pop()
        if match.group("text") is not None:
            open_nodes[-1][1].texts.append(match.group("text"))
        elif match.group("kind") and match.group("kind") != "Object":
            node = Node(match.group("kind"))
            open_nodes[-1][1].kids.append(node)
            open_nodes.append((depth, node))
    return root


def content_pictures(content):
    """Path of each picture in the content by its words."""
    found = {}
    for path in glob.glob(os.path.join(content, "**", "*.xml"), recursive=True):
        for figure in ElementTree.parse(path).iter("figure"):
            alt, source = figure.find("alt"), figure.get("src")
            if alt is not None and source:
                found[" ".join("".join(alt.itertext()).split())] = os.path.join(content, source)
    return found


def draw_people(count, total):
    """Rows of ten people, COUNT of them filled, as a user of another program would draw them."""
    person = '<symbol id="p" viewBox="0 0 10 10"><circle cx="5" cy="2.2" r="1.7"/><path d="M2 9V6.5a3 2.4 0 0 1 6 0V9z"/></symbol>'
    people = "".join(f'<use href="#p" xlink:href="#p" x="{10 * (i % 10)}" y="{10 * (i // 10)}" width="10" height="10" '
                     f'fill="{"#0f766e" if i < count else "#ccd"}"/>' for i in range(total))
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" '
            f'height="{total}" viewBox="0 0 100 {total}"><defs>{person}</defs>{people}</svg>')


def draw_bar(value, most):
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="10" viewBox="0 0 300 10">'
            f'<rect width="300" height="10" fill="#ccd"/><rect width="{300 * value / most:.1f}" height="10" fill="#0f766e"/></svg>')


def picture_for(alt, pictures, folder, number):
    """The file of the picture that these words describe: the content's, or one drawn as large and as busy."""
    known = pictures.get(" ".join(alt.split()))
    if known:
        return known
    path = os.path.join(folder, f"figure-{number}.svg")
    match = OF_HUNDRED.search(alt)
    count, total = (float(match.group(1)), int(match.group(2))) if match else (1, 2)
    with open(path, "w", encoding="utf-8") as file:
        file.write(draw_people(count, 100) if total == 100 else draw_bar(count, total))
    return path


def addresses(file):
    """Of each link: where it leads, or None."""
    for element, _ in file.elements("/Link"):
        objects = (file.get(kid, "/Obj", "/A", "/URI") for kid in file.items(element, "/K") if isinstance(file.follow(kid), dict))
        yield next((string_of(found) for found in objects if found), None)


def read(path, content, folder):
    """The root's one Document, with its pictures in FOLDER or in the content."""
    root = read_tree(path)
    file = File(path)
    for link, address in zip(root.all("Link"), addresses(file)):
        link.address = address
    alts = [string_of(element.get("/Alt")) or "" for element, _ in file.elements("/Figure")]
    figures = list(root.all("Figure"))
    if len(alts) != len(figures):
        raise ValueError("the pictures of the file are not those of its structure")
    pictures = content_pictures(content)
    for number, (figure, alt) in enumerate(zip(figures, alts)):
        figure.alt = alt
        figure.picture = picture_for(alt, pictures, folder, number)
    return root.kids[0]
