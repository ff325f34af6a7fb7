# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The objects of a PDF file, as qpdf lists them, for tests to look at and to break."""
import base64
import copy
import json
import re
import subprocess

REFERENCE = re.compile(r"\d+ \d+ R")
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+", re.S)
OPERAND = re.compile(rb"[/(<\[\]>]|[-+.\d]|true$|false$|null$")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}


def unescape(match):
    code = match.group(1)
    return bytes([int(code, 8) & 255]) if code[:1].isdigit() else ESCAPED.get(code, code)


def letters(token):
    """The bytes of a string of a content stream."""
    if token[:1] == b"(":
        return ESCAPE.sub(unescape, token[1:-1])
    return bytes.fromhex(token[1:-1].decode())


def text(value):
    """A string of the file: "u:..." is text, anything else is none."""
    return value[2:] if isinstance(value, str) and value.startswith("u:") else None


class File:
    """References are followed by get(); a stream is known by its dictionary."""

    def __init__(self, path):
        listed = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
            capture_output=True, check=True)
        self.objects = json.loads(listed.stdout)["qpdf"][1]

    def copy(self):
        other = object.__new__(File)
        other.objects = copy.deepcopy(self.objects)
        return other

    def follow(self, value):
        """The object that @value is or refers to: a dictionary also of a stream."""
        for _ in range(8):
            if not (isinstance(value, str) and REFERENCE.fullmatch(value)):
                return value
            found = self.objects.get("obj:" + value, {})
            value = found["stream"]["dict"] if "stream" in found else found.get("value")
        return None

    def get(self, value, *keys):
        """What stands under one key after the other, or None."""
        value = self.follow(value)
        for key in keys:
            value = self.follow(value.get(key)) if isinstance(value, dict) else None
        return value

    def items(self, value, *keys):
        """The same, always a list; its members are not followed."""
        found = self.get(value, *keys[:-1])
        found = found.get(keys[-1]) if isinstance(found, dict) else None
        whole = self.follow(found)
        return whole if isinstance(whole, list) else [] if found is None else [found]

    @property
    def catalogue(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def stream(self, reference):
        return self.objects.get("obj:" + str(reference), {}).get("stream")

    def data(self, reference):
        found = self.stream(reference)
        return base64.b64decode(found["data"]) if found else b""

    def set_data(self, reference, data):
        self.stream(reference)["data"] = base64.b64encode(data).decode()

    def dictionaries(self):
        """All that are objects of their own, streams' included."""
        for name in self.objects:
            value = self.follow(name[4:]) if name.startswith("obj:") else None
            if isinstance(value, dict):
                yield name[4:], value

    def pages(self, node=None):
        """References to the pages, in their order."""
        for kid in self.items(node or self.catalogue["/Pages"], "/Kids"):
            if self.get(kid, "/Kids") is None:
                yield kid
            else:
                yield from self.pages(kid)

    def content(self, page):
        return b"\n".join(self.data(one) for one in self.items(page, "/Contents"))

    def elements(self, kind=None):
        """Dictionaries of the structure, in the order of reading, with the element above each."""
        def walk(above):
            for kid in self.items(above, "/K"):
                value = self.follow(kid)
                if isinstance(value, dict) and "/S" in value:
                    if kind in (None, value["/S"]):
                        yield value, above
                    yield from walk(value)
        return walk(self.get(self.catalogue, "/StructTreeRoot"))


def operators(content):
    """(operator, operands) of a content stream."""
    operands = []
    for token in TOKEN.findall(content):
        if OPERAND.match(token):
            operands.append(token)
        else:
            yield token, operands
            operands = []


def string(token):
    """A string of text in a content stream or a map of letters: UTF-16 behind its mark of order, else Latin."""
    data = letters(token)
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


def map_of_letters(file, font):
    """{code: letters} of a font, as its ToUnicode has them."""
    found = {}
    data = file.data(font["/ToUnicode"])
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, to in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            found[int(code, 16)] = bytes.fromhex(to.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for first, last, to in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = chr(int(to, 16) + code - int(first, 16))
    return found


def tagged_words(file, page):
    """The words of a page for a reader of tags, as ISO 32000-1, 14.9.4 has it: what a mark gives as its text stands for all
    that is inside it."""
    fonts, font, out, stack, maps = file.get(page, "/Resources", "/Font") or {}, None, [], [], {}
    for operator, operands in operators(file.content(page)):
        if operator in (b"BDC", b"BMC"):
            given = [operands[i + 1] for i, one in enumerate(operands[:-1]) if one == b"/ActualText"]
            out += [string(one) for one in given]
            stack.append("silent" if given or operands[:1] == [b"/Artifact"] else "")
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            font = fonts.get(operands[0].decode())
            if font not in maps:
                maps[font] = map_of_letters(file, file.get(font))
        elif operator in (b"Tj", b"TJ") and "silent" not in stack:
            wide = 2 if file.get(font, "/Subtype") == "/Type0" else 1
            for one in operands:
                codes = letters(one) if one[:1] in b"(<" else b""
                out += [maps[font].get(int.from_bytes(codes[i:i + wide], "big"), "\ufffd") for i in range(0, len(codes), wide)]
    return "".join(out)
