# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sheet as PDF/UA-1: test_accessible.py MAKE-PSEUDO CLI. Our own checks see every sheet; each of them is held against
files of ours that were broken in its condition."""
import base64
import concurrent.futures
import os
import re
import unittest

import matterhorn
from pdffile import File
from sheets import Sheets, run

def judge(path):
    return [f"{os.path.basename(path)}: {condition}: {sentence}" for condition, sentence in matterhorn.check(File(path))]


def setUpModule():
    global sheets
    sheets = Sheets()


def tearDownModule():
    sheets.remove()


# ---- Ways to break a file ----
# (condition, what is done to a file); a file in which it cannot be done gives None.

BREAKS = []


def breaks(condition):
    def note(function):
        BREAKS.append((condition, function))
        return function
    return note


def replace(pattern, by, count=1):
    """In the content of the first page that has such operators."""
    def do(file):
        for page in file.pages():
            content, n = re.subn(pattern, by, file.content(page), count=count, flags=re.S)
            if n:
                return file.set_data(page_stream(file, page), content)
        raise LookupError(pattern)
    return do


def page_stream(file, page):
    return file.get(page)["/Contents"]


def rewrite(file, reference, pattern, by):
    data, n = re.subn(pattern, by, file.data(reference), flags=re.S)
    if not n:
        raise LookupError(pattern)
    file.set_data(reference, data)


def first(file, name, n=0):
    found = [element for element, _ in file.elements("/" + name)]
    if len(found) <= n:
        raise LookupError(name)
    return found[n]


def rename(name, to, n=0):
    return lambda file: first(file, name, n).update({"/S": "/" + to})


def add(file, value):
    """A new object; what refers to it."""
    name = f"{max(int(one[4:].split()[0]) for one in file.objects if one.startswith('obj:')) + 1} 0 R"
    file.objects["obj:" + name] = {"value": value}
    return name


def forget_languages(file):
    file.catalogue.pop("/Lang")
    for element, _ in file.elements():
        element.pop("/Lang", None)


def fonts(file, *kinds):
    found = [font for _, font in file.dictionaries() if font.get("/Type") == "/Font" and font.get("/Subtype") in kinds]
    if not found:
        raise LookupError("no such font")
    return found


def link(file):
    return next((one for _, one in file.dictionaries() if one.get("/Subtype") == "/Link"), None) or first(file, "none")


def become(name, **keys):
    """The first link is an annotation of another kind."""
    def do(file):
        one = link(file)
        one.pop("/Contents")
        one.update({"/Subtype": "/" + name, **{"/" + key: value for key, value in keys.items()}})
    return do


def wrap(name, inner):
    """Puts an element where it may not stand: one of its kids, alone, right below the first paragraph."""
    def do(file):
        above = first(file, "P")
        above["/S"] = "/" + name
        above["/K"] = [add(file, {"/S": "/" + inner, "/P": "0 0 R", "/Type": "/StructElem"})]
    return do


BREAKS += [
    ("01-003", replace(rb"(/P << /MCID \d+ >> BDC)", rb"\1 /Artifact BMC EMC")),
    ("01-004", replace(rb"(/Artifact <<.*?>> BDC)", rb"\1 /P << /MCID 0 >> BDC EMC")),
    ("01-005", replace(rb"/Artifact <<.*?>> BDC", b"/Other BMC")),
    ("01-005", replace(rb"/P << /MCID \d+ >> BDC", b"/P << /MCID 9999 >> BDC")),
    ("01-005", replace(rb"\Z", b" 0 0 1 1 re f")),
    ("own", replace(rb"EMC", b"")),
    ("own", replace(rb"\Z", b" EMC")),
    ("own", replace(rb"(/P << /MCID (\d+) >>.*?/P << /MCID )\d+", rb"\g<1>\g<2>")),
    ("own", replace(rb"/P << /MCID (\d+) >> BDC", rb"/P BMC")),
    ("01-007", lambda file: file.get(file.catalogue, "/MarkInfo").update({"/Suspects": True})),
    ("own", lambda file: file.get(file.catalogue, "/MarkInfo").update({"/Marked": False})),
    ("own", lambda file: file.catalogue.pop("/StructTreeRoot")),
    ("02-001", rename("P", "Paragraph")),
    ("06-001", lambda file: file.catalogue.pop("/Metadata")),
    ("06-002", lambda file: rewrite(file, file.catalogue["/Metadata"], rb"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    ("06-002", lambda file: rewrite(file, file.catalogue["/Metadata"], rb"pdfua/ns/id", b"pdfua/ns")),
    ("06-003", lambda file: rewrite(file, file.catalogue["/Metadata"], rb"<dc:title>.*</dc:title>", b"")),
    ("06-003", lambda file: rewrite(file, file.catalogue["/Metadata"], rb'(x-default">)[^<]*', rb"\1 ")),
    ("07-001", lambda file: file.catalogue.pop("/ViewerPreferences")),
    ("07-002", lambda file: file.get(file.catalogue, "/ViewerPreferences").update({"/DisplayDocTitle": False})),
    ("09-004", rename("TR", "P")),
    ("09-004", rename("TH", "P")),
    ("09-004", rename("Table", "Sect")),
    ("09-005", rename("LI", "P")),
    ("09-005", rename("LBody", "P")),
    ("09-005", rename("L", "Sect")),
    ("09-006", wrap("TOC", "P")),
    ("09-006", wrap("Sect", "TOCI")),
    ("09-007", wrap("Ruby", "P")),
    ("09-007", wrap("Sect", "RB")),
    ("09-008", wrap("Warichu", "P")),
    ("09-008", wrap("Sect", "WT")),
    ("11-001", forget_languages),
    ("11-002", forget_languages),
    ("11-003", forget_languages),
    ("11-004", lambda file: link(file) and forget_languages(file)),
    ("own", lambda file: file.catalogue.update({"/Lang": "u:en_US"})),
    ("13-004", lambda file: first(file, "Figure").pop("/Alt")),
    ("13-004", lambda file: first(file, "Figure").update({"/Alt": "u: "})),
    ("14-002", rename("H1", "P")),
    ("14-003", rename("H2", "H4")),
    ("14-007", rename("H2", "H")),
    ("15-003", lambda file: first(file, "TH").pop("/A")),
    ("own", lambda file: file.items(first(file, "TR"), "/K").pop()),
    ("19-003", rename("P", "Note")),
    ("28-002", become("Text", Contents="u:a")),
    ("28-003", become("Underline", Contents="u:a")),
    ("28-004", become("Text")),
    ("28-005", become("Widget")),
    ("28-006", become("Invented", Contents="u:a")),
    ("28-007", become("TrapNet", Contents="u:a")),
    ("28-008", lambda file: link(file) and [file.get(page).pop("/Tabs") for page in file.pages()]),
    ("28-009", lambda file: link(file) and [file.get(page).update({"/Tabs": "/R"}) for page in file.pages()]),
    ("28-010", become("Widget", TU="u:a")),
    ("28-011", rename("Link", "Span")),
    ("28-012", lambda file: link(file).pop("/Contents")),
    ("31-004", lambda file: fonts(file, "/CIDFontType2")[0].update({"/CIDToGIDMap": "/Other"})),
    ("31-005", lambda file: fonts(file, "/CIDFontType2")[0].pop("/CIDToGIDMap")),
    ("31-006", lambda file: fonts(file, "/Type0")[0].update({"/Encoding": "/Other-H"})),
    ("31-027", lambda file: fonts(file, "/Type0")[0].pop("/ToUnicode")),
]


@breaks("02-003")
def circle(file):
    first(file, "P")["/S"] = "/One"
    file.get(file.catalogue, "/StructTreeRoot")["/RoleMap"] = {"/One": "/Other", "/Other": "/One"}


@breaks("02-004")
def remap(file):
    file.get(file.catalogue, "/StructTreeRoot")["/RoleMap"] = {"/P": "/H1"}


@breaks("11-006")
def silent_metadata(file):
    forget_languages(file)
    rewrite(file, file.catalogue["/Metadata"], rb"<dc:language>.*</dc:language>", b"")


@breaks("11-005")
def silent_field(file):
    forget_languages(file)
    become("Widget", TU="u:a")(file)


@breaks("14-006")
def two_headings(file):
    for heading in list(file.elements("/H2")):
        heading[0]["/S"] = "/H"


@breaks("19-004")
def same_notes(file):
    for n in range(2):
        first(file, "P").update({"/S": "/Note", "/ID": "u:one"})


@breaks("own")
def lost_mark(file):
    numbers = file.items(file.catalogue, "/StructTreeRoot", "/ParentTree", "/Nums")
    paragraph = first(file, "P")
    marks = file.follow(numbers[numbers.index(file.get(paragraph["/Pg"], "/StructParents")) + 1])
    marks[file.items(paragraph, "/K")[0]] = None


@breaks("own")
def lost_parent(file):
    first(file, "P")["/P"] = file.catalogue["/StructTreeRoot"]


@breaks("own")
def invented_mark(file):
    first(file, "P")["/K"] = 9999


@breaks("own")
def lost_link(file):
    link(file)["/StructParent"] = 9999


@breaks("own")
def no_numbering(file):
    lists = [one for one, _ in file.elements("/L") if file.get(one, "/A", "/ListNumbering") == "/Decimal"]
    lists[0].pop("/A")


@breaks("own")
def no_heads(file):
    for element, _ in list(file.elements("/TH")):
        element["/S"] = "/TD"


@breaks("own")
def empty_picture(file):
    picture = first(file, "Figure")
    rewrite(file, page_stream(file, picture["/Pg"]), rb"/Figure << /MCID (\d+) >> BDC", b"/Artifact BMC")
    picture["/K"] = []


def own_cmap(ours, data=b"", **keys):
    """A font with a map of letters in the file, which agrees with it but for what is given."""
    def do(file):
        font = fonts(file, "/Type0")[0]
        system = dict(file.get(file.items(font, "/DescendantFonts")[0], "/CIDSystemInfo"))
        font["/Encoding"] = add(file, None)
        file.objects["obj:" + font["/Encoding"]] = {"stream": {
            "dict": {"/Type": "/CMap", "/CIDSystemInfo": {**system, **ours}, **{"/" + key: keys[key] for key in keys}},
            "data": base64.b64encode(data).decode()}}
    return do


BREAKS += [
    ("31-001", own_cmap({"/Registry": "u:Other"})),
    ("31-002", own_cmap({"/Ordering": "u:Other"})),
    ("31-003", own_cmap({"/Supplement": -1})),
    ("31-007", own_cmap({}, data=b"/WMode 1 def")),
    ("31-008", own_cmap({}, UseCMap="/Other-H")),
]


@breaks("31-009")
def lost_font(file):
    next(one for _, one in file.dictionaries() if "/FontFile2" in one or "/FontFile3" in one and
         one.pop("/FontFile3")).pop("/FontFile2", None)


@breaks("own")
def whole_font(file):
    one = next(one for _, one in file.dictionaries() if one.get("/Type") == "/FontDescriptor")
    one["/FontName"] = one["/FontName"][8:]


def no_letter(code):
    return lambda file: rewrite(file, fonts(file, "/TrueType", "/Type0")[0]["/ToUnicode"],
                                rb"(beginbfchar.*?> <)[0-9A-Fa-f]+", rb"\g<1>" + code)


BREAKS += [("31-028", no_letter(b"0000")), ("31-029", no_letter(b"FEFF")),
           ("31-030", replace(rb"\[?\([A-Z][^\]]*?\]?T[jJ]", b"(\\001) Tj"))]


class Accessible(unittest.TestCase):
    def test_every_sheet(self):
        with concurrent.futures.ProcessPoolExecutor() as crew:
            found = [one for each in crew.map(judge, sheets.paths) for one in each]
        self.assertGreater(len(sheets.paths), 50)
        self.assertEqual(found, [], "\n".join(found[:40]))

    def test_every_file_is_sound(self):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as crew:
            for path, told in zip(sheets.paths, crew.map(lambda path: run("qpdf", "--check", path), sheets.paths)):
                self.assertIn(b"No syntax or stream encoding errors found", told, path)

    def test_made_again_the_same(self):
        """A second process gives the same bytes."""
        for order, path in zip(sheets.orders, sheets.paths):
            if order[3] == "normal":
                with open(path, "rb") as file:
                    before = file.read()
                os.remove(path)
                sheets.make(order)
                with open(path, "rb") as file:
                    self.assertEqual(file.read(), before, path)

    def test_words_in_order(self):
        """pdftotext in the order of the file, and the tags, give the words that the sheet says it has."""
        for path in sheets.chosen(language="en", size="normal") + sheets.chosen(language="es", size="normal"):
            raw = run("pdftotext", "-raw", "-enc", "UTF-8", path, "-").decode().split()
            tree = run("pdfinfo", "-struct-text", path).decode()
            tagged = " ".join(re.findall(r'^ +"(.*)"$', tree, re.M)).split()
            rest = iter(raw)
            missing = [word for word in tagged if word not in rest]
            self.assertEqual(missing, [], path)

    def test_each_condition(self):
        files = [File(path) for path in sheets.chosen(size="normal", paper="a4")]
        self.assertEqual([], [found for file in files for found in matterhorn.check(file)])
        tried = set()
        for condition, do in BREAKS:
            tried.add(condition)
            with self.subTest(condition=condition, done=do):
                self.assertIn(condition, self.break_one(files, do))
        with open(matterhorn.__file__, encoding="utf-8") as source:
            told = set(re.findall(r'"(\d\d-\d{3})"', source.read()))
        self.assertEqual(told - tried, set(), "conditions that no file was broken in")

    def break_one(self, files, do):
        """What is found in the first file in which this can be done."""
        for file in files:
            broken = file.copy()
            try:
                do(broken)
            except (LookupError, StopIteration):
                continue
            return {condition for condition, _ in matterhorn.check(broken)}
        self.fail("no sheet has what is to be broken")


if __name__ == "__main__":
    unittest.main(verbosity=2)
