# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions of the Matterhorn Protocol 1.02 (PDF/UA-1) that a program can judge, as far as files of cairo can break
them; matterhorn.py FILE.pdf... tells those that are broken. "own" are conditions that the protocol takes for granted.

A check is a function of a file that yields (condition, sentence).
"""
import re
import sys

from pdffile import File, letters, operators, text

STANDARD = set("""Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
    Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT
    WP Figure Formula Form""".split())
ROWS = {"THead", "TBody", "TFoot"}
# What may stand in what: Tables 333, 336, 337, 338 of ISO 32000-1.
INSIDE = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "Caption", *ROWS}, "TR": {"TH", "TD"},
          "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TOC": {"TOC", "TOCI", "Caption"},
          "Ruby": {"RB", "RT", "RP"}, "Warichu": {"WT", "WP"}}
ABOVE = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", *ROWS}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"},
         "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"}, "RB": {"Ruby"}, "RT": {"Ruby"}, "RP": {"Ruby", "Warichu"},
         "WT": {"Warichu"}, "WP": {"Warichu"}}
GROUP = {**dict.fromkeys(("Table", "TR", "TH", "TD", *ROWS), "09-004"), **dict.fromkeys(("L", "LI", "LBody"), "09-005"),
         **dict.fromkeys(("TOC", "TOCI"), "09-006"), **dict.fromkeys(("Ruby", "RB", "RT", "RP"), "09-007"),
         **dict.fromkeys(("Warichu", "WT", "WP"), "09-008")}
PAINT = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"EI"}
ANNOTATIONS = set("""Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp
    Caret Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact""".split())


LOOKS = {"Highlight", "Underline", "Squiggly", "StrikeOut"}  # what they mean stands in no element


def kind(element):
    return str(element.get("/S", "/")).lstrip("/")


def attributes(file, element):
    found = {}
    for one in file.items(element, "/A"):
        found.update(file.follow(one) if isinstance(file.follow(one), dict) else {})
    return found


def kids(file, element):
    """Elements right below."""
    return [value for value in map(file.follow, file.items(element, "/K")) if isinstance(value, dict) and "/S" in value]


# ---- Content ----

def marks_of(file):
    """{(page, mark): elements that name it}"""
    found = {}

    def walk(element, page):
        page = element.get("/Pg", page)
        for one in file.items(element, "/K"):
            value = file.follow(one)
            if isinstance(value, int):
                found.setdefault((page, value), []).append(element)
            elif isinstance(value, dict) and "/MCID" in value:
                found.setdefault((value.get("/Pg", page), value["/MCID"]), []).append(element)
            elif isinstance(value, dict) and "/S" in value:
                walk(value, page)
    walk(file.get(file.catalogue, "/StructTreeRoot") or {}, None)
    return found


def read_marks(file, page):
    """Yields (what, mark or None) for each mark and each object of a page: artifact, tagged, nested, bare."""
    stack = []
    for operator, operands in operators(file.content(page)):
        if operator in (b"BDC", b"BMC"):
            mark = next((int(operands[i + 1]) for i, one in enumerate(operands[:-1]) if one == b"/MCID"), None)
            what = "artifact" if operands[:1] == [b"/Artifact"] else "tagged" if mark is not None else "other"
            yield ("in tagged " if "tagged" in stack else "in artifact " if "artifact" in stack else "") + what, mark
            stack.append(what)
        elif operator == b"EMC":
            yield from [] if stack else [("closed twice", None)]
            stack = stack[:-1]
        elif operator in PAINT and not {"artifact", "tagged"} & set(stack):
            yield "bare", None
    if stack:
        yield "not closed", None


def check_content(file):
    named = marks_of(file)
    for page in file.pages():
        seen = []
        for what, mark in read_marks(file, page):
            if what == "in tagged artifact":
                yield "01-003", "an artifact stands inside of tagged content"
            elif what == "in artifact tagged":
                yield "01-004", "tagged content stands inside of an artifact"
            elif what == "bare":
                yield "01-005", "content is neither tagged nor an artifact"
            elif what in ("closed twice", "not closed"):
                yield "own", f"a mark is {what}"
            if mark is not None:
                seen.append(mark)
                if (page, mark) not in named:
                    yield "01-005", f"no element has mark {mark}"
        if len(seen) != len(set(seen)):
            yield "own", "a mark stands twice on a page"
        for missing in {mark for of, mark in named if of == page} - set(seen):
            yield "own", f"an element names mark {missing}, which is not on its page"


def check_parents(file):
    """The way back from a mark to its element."""
    numbers = file.items(file.catalogue, "/StructTreeRoot", "/ParentTree", "/Nums")
    tree = {numbers[i]: file.follow(numbers[i + 1]) for i in range(0, len(numbers) - 1, 2)}
    for (page, mark), elements in marks_of(file).items():
        back = tree.get(file.get(page, "/StructParents"))
        back = file.follow(back[mark]) if isinstance(back, list) and mark < len(back) else None
        if len(elements) > 1 or back is not elements[0]:
            yield "own", f"mark {mark} does not lead back to its element"
    for element, above in file.elements():
        if file.get(element, "/P") is not above:
            yield "own", f"{kind(element)} does not know what it stands in"
    for _, annotation, element in annotations(file):
        if element is not None and tree.get(annotation.get("/StructParent")) is not element:
            yield "own", "an annotation does not lead back to its element"


def check_catalogue(file):
    if file.get(file.catalogue, "/MarkInfo", "/Marked") is not True:
        yield "own", "the file does not say that it is tagged"
    if file.get(file.catalogue, "/MarkInfo", "/Suspects") is True:
        yield "01-007", "the tags are said to be doubtful"
    shown = file.get(file.catalogue, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is None:
        yield "07-001", "nothing says that the title is shown"
    elif shown is not True:
        yield "07-002", "the title is not shown"


def check_metadata(file):
    xmp = file.data(file.catalogue.get("/Metadata")).decode("utf-8", "replace")
    if not xmp:
        yield "06-001", "no XMP"
        return
    if not re.search(r'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', xmp) or "<pdfuaid:part>1<" not in xmp:
        yield "06-002", "the XMP does not say PDF/UA-1"
    if not re.search(r"<dc:title>.*?<rdf:li [^>]*>\s*[^<\s]", xmp, re.S):
        yield "06-003", "the XMP has no title"
    if "<dc:language>" not in xmp and not text(file.catalogue.get("/Lang")):
        yield "11-006", "the language of the XMP is not told"


# ---- Structure ----

def check_roles(file):
    roles = file.get(file.catalogue, "/StructTreeRoot", "/RoleMap") or {}
    for name in roles:
        if name.lstrip("/") in STANDARD:
            yield "02-004", f"{name} is given another meaning"
    for element, _ in file.elements():
        seen, name = [], element["/S"]
        while name is not None and name.lstrip("/") not in STANDARD and name not in seen:
            seen.append(name)
            name = roles.get(name)
        if name is None:
            yield "02-001", f"{seen[0]} has no meaning"
        elif name in seen:
            yield "02-003", f"the meaning of {name} goes in a circle"


def check_nesting(file):
    for element, above in file.elements():
        here, there = kind(element), kind(above)
        if here in ABOVE and there not in ABOVE[here]:
            yield GROUP[here], f"{here} stands in {there}"
        if there in INSIDE and here not in INSIDE[there]:
            yield GROUP.get(there), f"{here} stands in {there}"


def check_tables(file):
    for table, _ in file.elements("/Table"):
        widths, heads, bare, by_name = set(), 0, 0, False
        for row in kids(file, table):
            cells = [(kind(cell), attributes(file, cell)) for cell in kids(file, row)]
            widths.add(sum(one.get("/ColSpan", 1) for _, one in cells))
            heads += sum(name == "TH" for name, _ in cells)
            bare += sum(name == "TH" and one.get("/Scope") not in ("/Row", "/Column", "/Both") for name, one in cells)
            by_name |= any("/Headers" in one for _, one in cells)
        if bare and not by_name:
            yield "15-003", f"{bare} of {heads} heads of a table do not say of what"
        if not heads:
            yield "own", "a table has no heads"
        if len(widths) > 1:
            yield "own", f"rows of a table have {sorted(widths)} columns"


def check_lists(file):
    for one, _ in file.elements("/L"):
        marks = [kind(part) for item in kids(file, one) for part in kids(file, item)].count("Lbl")
        digits = sum(bool(re.search(r"\d\.?\]?$", words_of(file, part))) for item in kids(file, one)
                     for part in kids(file, item) if kind(part) == "Lbl")
        if marks and digits == marks and attributes(file, one).get("/ListNumbering") != "/Decimal":
            yield "own", "a list with numbers does not say so"


def words_of(file, element):
    """A rough reading of the letters of an element's own marks, good enough for digits."""
    wanted = {mark for mark in file.items(element, "/K") if isinstance(mark, int)}
    words, stack = b"", []
    for operator, operands in operators(file.content(element.get("/Pg"))) if wanted else ():
        if operator in (b"BDC", b"BMC"):
            stack.append(next((int(operands[i + 1]) for i, one in enumerate(operands[:-1]) if one == b"/MCID"), None))
        elif operator == b"EMC":
            stack = stack[:-1]
        elif operator in (b"Tj", b"TJ") and wanted & set(stack):
            words += b"".join(letters(one) for one in operands if one[:1] == b"(")
    return words.decode("latin-1")


def check_headings(file):
    last, numbered, plain = 0, False, 0
    for element, _ in file.elements():
        plain += kind(element) == "H"
        if sum(kind(below) == "H" for below in kids(file, element)) > 1:
            yield "14-006", f"{kind(element)} has two H"
        if re.fullmatch("H[1-6]", kind(element)):
            level = int(kind(element)[1])
            if not numbered and level != 1:
                yield "14-002", f"the first heading is of level {level}"
            elif level > last + 1:
                yield "14-003", f"a heading of level {level} follows one of level {last}"
            numbered, last = True, level
    if numbered and plain:
        yield "14-007", "headings with and without a level"


def check_notes(file):
    seen = []
    for note, _ in file.elements("/Note"):
        name = text(note.get("/ID"))
        if not name:
            yield "19-003", "a note has no name"
        elif name in seen:
            yield "19-004", f"two notes are called {name}"
        seen.append(name)


def check_held(file):
    """Pictures, and what is read as letters, are no names for nothing."""
    held = {id(element) for elements in marks_of(file).values() for element in elements}
    for element, _ in file.elements():
        if ("/Alt" in element or "/ActualText" in element) and id(element) not in held:
            yield "own", f"{kind(element)} holds nothing"


# ---- Words ----

def check_languages(file):
    whole = text(file.catalogue.get("/Lang"))
    if whole is not None and not re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", whole):
        yield "own", f"“{whole}” is no language"
    above = {id(element): parent for element, parent in file.elements()}

    def known(element):
        while element is not None:
            if text(element.get("/Lang")):
                return True
            element = above.get(id(element))
        return bool(whole)
    for element, _ in file.elements():
        if any(one in element for one in ("/Alt", "/ActualText", "/E")) and not known(element):
            yield "11-002", "the language of a description is not told"
    if any(not known(element) for elements in marks_of(file).values() for element in elements):
        yield "11-001", "the language of the words is not told"
    if not whole and file.get(file.catalogue, "/Outlines", "/First"):
        yield "11-003", "the language of the bookmarks is not told"
    for _, annotation, element in annotations(file):
        if "/Contents" in annotation and not known(element):
            yield "11-004", "the language of a link is not told"
        if "/TU" in annotation and not known(element):
            yield "11-005", "the language of a field's name is not told"


def check_pictures(file):
    for picture, _ in file.elements("/Figure"):
        if not (text(picture.get("/Alt")) or "").strip() and text(picture.get("/ActualText")) is None:
            yield "13-004", "a picture has no description"


# ---- Annotations ----

def annotations(file):
    """(page, annotation, the element it belongs to or None)"""
    owners = {}
    for element, _ in file.elements():
        for one in file.items(element, "/K"):
            value = file.follow(one)
            if isinstance(value, dict) and "/Obj" in value:
                owners[value["/Obj"]] = element
    for page in file.pages():
        for one in file.items(page, "/Annots"):
            yield page, file.get(one), owners.get(one)


def check_one_annotation(annotation, element):
    name, owner = annotation["/Subtype"].lstrip("/"), kind(element) if element else None
    described = bool(text(annotation.get("/Contents")))
    if name not in ANNOTATIONS:
        yield "28-006", f"nobody knows what {name} is"
    elif name == "TrapNet":
        yield "28-007", "a trap net"
    elif name == "Link":
        if owner != "Link":
            yield "28-011", f"a link stands in {owner}"
        if not described:
            yield "28-012", "a link does not say where it leads"
    elif name == "Widget":
        if owner != "Form":
            yield "28-010", f"a field stands in {owner}"
        if not text(annotation.get("/TU")):
            yield "28-005", "a field has no name"
    elif name != "PrinterMark":
        if name in LOOKS:
            yield "28-003", f"{name} is there for its looks"
        if owner != "Annot":
            yield "28-002", f"{name} stands in {owner}"
        if not described and not (element and text(element.get("/Alt"))):
            yield "28-004", f"{name} says nothing"


def check_annotations(file):
    for page, annotation, element in annotations(file):
        tabs = file.get(page, "/Tabs")
        if tabs is None:
            yield "28-008", "nothing says where the tab key goes"
        elif tabs != "/S":
            yield "28-009", f"the tab key goes by {tabs}"
        if not annotation.get("/F", 0) & 2:
            yield from check_one_annotation(annotation, element)


# ---- Fonts ----

def check_type0(file, font):
    inner = file.get(file.items(font, "/DescendantFonts")[0])
    cmap, identity = file.get(font, "/Encoding"), ("/Identity-H", "/Identity-V")
    if isinstance(cmap, dict):
        ours, theirs = file.get(cmap, "/CIDSystemInfo") or {}, file.get(inner, "/CIDSystemInfo") or {}
        for condition, key in (("31-001", "/Registry"), ("31-002", "/Ordering")):
            if ours.get(key) != theirs.get(key):
                yield condition, f"a font and its map of letters differ in {key}"
        if theirs.get("/Supplement", 0) > ours.get("/Supplement", 0):
            yield "31-003", "a font is newer than its map of letters"
        inside = re.search(rb"/WMode\s+(\d)", file.data(font["/Encoding"]))
        if int(inside.group(1) if inside else 0) != cmap.get("/WMode", 0):
            yield "31-007", "a map of letters does not know its direction"
        if file.get(cmap, "/UseCMap") not in (None, *identity):
            yield "31-008", "a map of letters uses one that is not there"
    elif cmap not in identity:
        yield "31-006", f"the map of letters {cmap} is not there"
    if inner["/Subtype"] == "/CIDFontType2":
        glyphs = inner.get("/CIDToGIDMap")
        if glyphs is None:
            yield "31-005", "a font has no map of its glyphs"
        elif glyphs != "/Identity" and not file.stream(glyphs):
            yield "31-004", f"a font's map of its glyphs is {glyphs}"


def check_unicode(file, font):
    if "/ToUnicode" not in font:
        if font["/Subtype"] == "/Type0" or file.get(font, "/Encoding") not in ("/WinAnsiEncoding", "/MacRomanEncoding"):
            yield "31-027", "a font has no way back to letters"
        return
    letters_of = re.findall(rb"<([0-9A-Fa-f]+)>\s*\n", file.data(font["/ToUnicode"]))
    for one in {one.upper() for one in letters_of}:
        if re.fullmatch(rb"0+", one):
            yield "31-028", "a glyph stands for no letter"
        elif one in (b"FEFF", b"FFFE"):
            yield "31-029", "a glyph stands for the mark of byte order"


def check_fonts(file):
    for _, font in file.dictionaries():
        if font.get("/Type") == "/FontDescriptor":
            if not any(one in font for one in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield "31-009", f"{font.get('/FontName')} is not in the file"
            if not re.match("/[A-Z]{6}[+]", font.get("/FontName", "")):
                yield "own", f"{font.get('/FontName')} is in the file as a whole"
        if font.get("/Type") == "/Font" and not font["/Subtype"].startswith("/CIDFont"):
            yield from check_unicode(file, font)
            if font["/Subtype"] == "/Type0":
                yield from check_type0(file, font)


def is_undefined(file, font, codes):
    if font["/Subtype"] == "/Type0":
        return any(codes[i:i + 2] == b"\0\0" for i in range(0, len(codes), 2))
    widths = file.items(font, "/Widths")
    return any(not 0 <= code - font["/FirstChar"] < len(widths) or widths[code - font["/FirstChar"]] == 0 for code in codes)


def check_glyphs(file):
    for page in file.pages():
        fonts, font = file.get(page, "/Resources", "/Font") or {}, None
        for operator, operands in operators(file.content(page)):
            if operator == b"Tf":
                font = file.get(fonts.get(operands[0].decode()))
            elif operator in (b"Tj", b"TJ") and font is not None:
                codes = b"".join(letters(one) for one in operands if one[:1] in b"(<")
                if is_undefined(file, font, codes):
                    yield "31-030", "a letter has no glyph"


CHECKS = [check_content, check_parents, check_catalogue, check_metadata, check_roles, check_nesting, check_tables,
          check_lists, check_headings, check_notes, check_held, check_languages, check_pictures, check_annotations, check_fonts,
          check_glyphs]


def check(file):
    """[(condition, sentence)] of what is broken, each once."""
    if file.get(file.catalogue, "/StructTreeRoot") is None:
        return [("own", "the file has no structure")]
    return list(dict.fromkeys(one for each in CHECKS for one in each(file)))


if __name__ == "__main__":
    broken = 0
    for path in sys.argv[1:]:
        for condition, sentence in check(File(path)):
            broken += 1
            print(f"{path}: {condition}: {sentence}")
    sys.exit(broken > 0)
