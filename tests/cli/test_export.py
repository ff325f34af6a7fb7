# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""export: the files, equal bytes for equal calls, and what may be said about a patient."""
import os
import re
import shutil
import subprocess
import unittest

from program import DONE, FINDINGS, KNEE, USAGE, Case, inventory, run

WHAT = inventory()
SHEETS = sorted(((handout, procedure) for handout in WHAT["handouts"] for procedure in handout["procedures"] or [None]),
                key=lambda sheet: sheet[1] is None)
FIELDS = {field["id"]: field for field in WHAT["fields"]}
TODAY = ("--today", "2026-11-20")


def order(handout, procedure, *more):
    which = ("export", "--handout", handout["id"], *TODAY)
    return which + (("--procedure", procedure) if procedure else ()) + more


def sheet_with(kind):
    """A sheet whose form has a field of this type about the patient."""
    for handout, procedure in SHEETS:
        for name in handout["fields"]:
            if FIELDS[name]["type"] == kind and FIELDS[name]["who"] == "patient":
                return handout, procedure, name
    raise LookupError(kind)


class Export(Case):
    def text_of(self, path):
        return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()

    def test_every_sheet_in_every_language(self):
        self.assertGreater(len(SHEETS), 3)
        for handout, procedure in SHEETS:
            for language in WHAT["languages"]:
                with self.subTest(handout=handout["id"], procedure=procedure, language=language["id"]):
                    self.expect(DONE, *order(handout, procedure, "--lang", language["id"], "-o", self.path("k.pdf")))
                    self.assertTrue(self.read("k.pdf").startswith(b"%PDF-"))
                    self.assertGreater(len(self.text_of(self.path("k.pdf"))), 500)

    def test_fonts_are_embedded(self):
        self.expect(DONE, *order(*SHEETS[0], "-o", self.path("k.pdf")))
        fonts = subprocess.run(["pdffonts", self.path("k.pdf")], check=True, capture_output=True, text=True).stdout
        rows = fonts.splitlines()[2:]
        self.assertTrue(rows)
        for row in rows:
            self.assertRegex(row, r" yes +yes +(yes|no) +\d+ +\d+$")

    def test_equal_calls_give_equal_bytes(self):
        for ending in ("pdf", "txt"):
            for name in ("a", "b"):
                self.expect(DONE, *order(*SHEETS[0], "-o", self.path(f"{name}.{ending}")), TZ="Asia/Tokyo" if name == "a" else "UTC",
                            LC_ALL="C" if name == "a" else "C.UTF-8")
            self.assertEqual(self.read(f"a.{ending}"), self.read(f"b.{ending}"))

    def test_today_is_an_input(self):
        call = [word for word in order(*SHEETS[0]) if word not in TODAY]
        self.expect(DONE, *call, "--today", "2001-09-09", "-o", self.path("a.pdf"))
        self.expect(DONE, *call, "-o", self.path("b.pdf"), SOURCE_DATE_EPOCH="1000000000", TZ="America/Los_Angeles")
        self.expect(DONE, *call, "--today", "2001-09-10", "-o", self.path("c.pdf"))
        self.assertEqual(self.read("a.pdf"), self.read("b.pdf"))
        self.assertNotEqual(self.read("a.pdf"), self.read("c.pdf"))
        self.expect(USAGE, *call, "-o", self.path("d.pdf"), SOURCE_DATE_EPOCH="yesterday")

    def test_standard_output_is_the_same_pdf(self):
        self.expect(DONE, *order(*SHEETS[0], "-o", self.path("k.pdf")))
        self.assertEqual(self.expect(DONE, *order(*SHEETS[0], "-o", "-")).raw, self.read("k.pdf"))

    def test_a_picture_for_each_page(self):
        self.expect(DONE, *order(*SHEETS[0], "-o", self.path("k.pdf")))
        self.expect(DONE, *order(*SHEETS[0], "-o", self.path("k.png")))
        pages = int(re.search(r"Pages: +(\d+)", subprocess.run(["pdfinfo", self.path("k.pdf")], check=True,
                                                              capture_output=True, text=True).stdout).group(1))
        self.assertEqual(set(os.listdir(self.folder)), {f"k-{i + 1}.png" for i in range(pages)} | {"k.pdf"})
        self.assertTrue(self.read("k-1.png").startswith(b"\x89PNG"))

    def test_pictures_of_all_pages_or_of_none(self):
        os.makedirs(self.path("k-2.png/inside"))
        with open(self.path("k-1.png"), "wb") as file:
            file.write(b"of before")
        result = self.expect(FINDINGS, *order(*SHEETS[0], "-o", self.path("k.png")))
        self.assertIn("k-2.png” could not be written", result.err)
        self.assertEqual(self.read("k-1.png"), b"of before")
        self.assertEqual(set(os.listdir(self.folder)), {"k-1.png", "k-2.png"})

    def test_a_picture_that_the_sheet_shows_must_be_sound(self):
        shutil.copytree(KNEE, self.path("knee"))
        with open(self.path("knee/pictures/knee.svg"), "r+", encoding="utf-8") as file:
            text = file.read()
            file.seek(0)
            file.write(text.replace("</svg>", "<text/><text/></svg>"))
        call = ("--content", self.path("knee"), "export", *TODAY, "-o", self.path("k.pdf"))
        result = self.expect(FINDINGS, *call, "--handout", "talk")
        self.assertRegex(result.err, r"(?s)^[^\n]+pictures/knee.svg:\d+:\d+: error: <text> is not allowed[^\n]+\n[^\n]+knee.svg:\d+:\d+: "
                         r"error: [^\n]+\npedicle-cli: The picture “pictures/knee.svg” has errors. Nothing was made; mend it first.\n$")
        self.assertFalse(os.path.exists(self.path("k.pdf")))
        # Another sheet does not wait for it; the check of all tells it.
        self.expect(DONE, *call, "--handout", "after", "--procedure", "exercise")
        result = self.expect(FINDINGS, "check", self.path("knee"))
        self.assertIn("knee.svg", result.out + result.err)

    def test_all_pictures_of_a_sheet_that_are_broken_are_told_at_once(self):
        shutil.copytree(KNEE, self.path("knee"))
        broken = self.read("knee/pictures/knee.svg").decode().replace("</svg>", "<text/></svg>")
        for name in ("knee", "second"):
            self.write(f"knee/pictures/{name}.svg", broken)
        more = "".join(f'<figure id="{name}-2" src="pictures/{name}.svg"><alt id="{name}-2.alt">A knee</alt></figure>'
                       for name in ("knee", "second"))
        talk = self.read("knee/handouts/talk.xml").decode()
        self.write("knee/handouts/talk.xml", talk.replace("</figure>", "</figure>" + more, 1))
        result = self.expect(FINDINGS, "--content", self.path("knee"), "export", *TODAY, "--handout", "talk", "-o", self.path("k.pdf"))
        self.assertRegex(result.err, r"^[^\n]+knee.svg:\d+:\d+: error: [^\n]+\n[^\n]+second.svg:\d+:\d+: error: [^\n]+\n"
                         r"pedicle-cli: The pictures “pictures/knee.svg”, “pictures/second.svg” have errors. Nothing was made; "
                         r"mend them first.\n$")
        self.assertFalse(os.path.exists(self.path("k.pdf")))

    def test_paper_and_size(self):
        for paper, width in (("a4", "595"), ("letter", "612")):
            self.expect(DONE, *order(*SHEETS[0], "--paper", paper, "--size", "very-large", "-o", self.path("k.pdf")))
            shown = subprocess.run(["pdfinfo", self.path("k.pdf")], check=True, capture_output=True, text=True).stdout
            self.assertRegex(shown, rf"Page size: +{width}")

    def test_a_clinic_value_is_printed(self):
        handout, procedure = SHEETS[0]
        self.expect(DONE, *order(handout, procedure, "--field", "day-phone=555 0142", "-o", self.path("k.pdf")))
        self.assertIn("555 0142", self.text_of(self.path("k.pdf")))

    def test_a_clinic_value_has_any_letters_in_any_locale(self):
        handout, procedure = SHEETS[0]
        for locale in ("C", "C.UTF-8"):
            with self.subTest(locale):
                self.expect(DONE, *order(handout, procedure, "--field", "clinic-name=Clínica Peña", "-o", self.path("k.txt")),
                            LC_ALL=locale)
                self.assertIn("Clínica Peña", self.read("k.txt").decode())
        result = self.expect(USAGE, *order(handout, procedure, "--field", b"clinic-name=\xff", "-o", self.path("l.txt")))
        self.assertIn("UTF-8", result.err)

    def test_a_value_of_every_clinic_fits_although_no_handout_declares_it(self):
        call = ("--content", KNEE, "export", "--handout", "choosing", *TODAY)
        self.expect(DONE, *call, "--field", "day-phone=555 0142", "-o", self.path("a.txt"))
        for name in ("day-phone", "night-phone", "emergency-number"):
            result = self.expect(FINDINGS, *call, "--field", f"{name}=abc", "-o", self.path("b.txt"))
            self.assertIn(name, result.err)
            self.assertNotIn("abc", result.err)
            path = self.write("fields.txt", f"{name}=abc\n")
            result = self.expect(FINDINGS, *call, "--fields", path, "-o", self.path("b.txt"))
            self.assertRegex(result.err, rf"fields\.txt:1: error: .*{name}")
        self.assertFalse(os.path.exists(self.path("b.txt")))

    def test_a_field_of_another_handout_is_refused_by_name_on_the_command_line(self):
        value = ("--field", "gym-phone=555 0142")
        self.expect(DONE, "--content", KNEE, "export", "--handout", "after", "--procedure", "exercise", *TODAY, *value,
                    "-o", self.path("a.txt"))
        self.assertIn("555 0142", self.read("a.txt").decode())
        call = ("--content", KNEE, "export", "--handout", "choosing", *TODAY)
        result = self.expect(USAGE, *call, *value, "-o", self.path("b.txt"))
        self.assertIn("“choosing” has no field “gym-phone”", result.err)
        # One file of fields may serve several handouts.
        self.expect(DONE, *call, "--fields", self.write("f.txt", "gym-phone=555 0142\n"), "-o", self.path("c.txt"))
        self.assertFalse(os.path.exists(self.path("b.txt")))

    def test_a_name_that_no_field_has_is_refused(self):
        handout, procedure = SHEETS[0]
        for name, told in (("day-phon", True), ("Maria López", False), ("", False)):
            result = self.expect(USAGE, *order(handout, procedure, "--field", f"{name}=555", "-o", self.path("k.pdf")))
            self.assertEqual("“day-phon”" in result.err, told)
            self.assertNotIn("Maria", result.err)
            self.assertNotIn("555", result.err)
        self.assertEqual(os.listdir(self.folder), [])

    def test_the_patient_is_refused_on_the_command_line(self):
        handout, procedure, name = sheet_with("text")
        result = self.expect(USAGE, *order(handout, procedure, "--field", f"{name}=Maria", "-o", self.path("k.pdf")))
        self.assertIn("--fields", result.err)
        self.assertNotIn("Maria", result.err)
        self.assertEqual(os.listdir(self.folder), [])

    def test_fields_from_a_file_and_from_standard_input(self):
        handout, procedure, name = sheet_with("text")
        lines = f"\ufeff# comment\r\n\r\n {name} = María Núñez \r\nday-phone=555 0142\r\n"
        path = self.write("fields.txt", lines)
        self.expect(DONE, *order(handout, procedure, "--fields", path, "-o", self.path("a.pdf")))
        self.expect(DONE, *order(handout, procedure, "--fields", "-", "-o", self.path("b.pdf")), stdin=lines.encode())
        self.assertEqual(self.read("a.pdf"), self.read("b.pdf"))
        text = self.text_of(self.path("a.pdf"))
        self.assertIn("María Núñez", text)
        self.assertIn("555 0142", text)

    def test_nothing_about_the_patient_is_in_the_metadata(self):
        handout, procedure, name = sheet_with("text")
        self.expect(DONE, *order(handout, procedure, "--fields", "-", "-o", self.path("k.pdf")), stdin=f"{name}=Zebedee".encode())
        shown = subprocess.run(["pdfinfo", self.path("k.pdf")], check=True, capture_output=True, text=True).stdout
        self.assertNotIn("Zebedee", shown)

    def test_bad_fields_name_the_line_and_never_the_value(self):
        handout, procedure, name = sheet_with("date")
        bad = {
            "Maria": 1, "# a\nMaria=1": 2, f"{name}=Maria": 1, f"{name}=2026-02-30": 1,
            f"{name}=2026-11-20\n{name}=2026-11-21": 2,
        }
        for text, line in bad.items():
            with self.subTest(text):
                path = self.write("fields.txt", text)
                result = self.expect(FINDINGS, *order(handout, procedure, "--fields", path, "-o", self.path("k.pdf")))
                self.assertIn(f"fields.txt:{line}: error: ", result.err)
                self.assertLessEqual(result.err.count(name), 1)
                for value in ("Maria", "02-30", "11-21"):
                    self.assertNotIn(value, result.err)
                self.assertFalse(os.path.exists(self.path("k.pdf")))

    def test_files_of_fields_that_are_refused(self):
        handout, procedure = SHEETS[0]
        for data in (b"day-phone=\xff", b"a" * 300000, b"day-phone=1\0002"):
            path = self.write("fields.txt", data)
            self.expect(FINDINGS, *order(handout, procedure, "--fields", path, "-o", self.path("k.pdf")))
        self.expect(FINDINGS, *order(handout, procedure, "--fields", self.path("none"), "-o", self.path("k.pdf")))
        self.expect(FINDINGS, *order(handout, procedure, "--fields", self.folder, "-o", self.path("k.pdf")))
        self.assertEqual(os.listdir(self.folder), ["fields.txt"])

    def test_final_wants_what_is_required(self):
        required = [(h, p, name) for h, p in SHEETS for name in h["fields"] if FIELDS[name]["required"]]
        self.assertTrue(required)
        handout, procedure, name = required[0]
        result = self.expect(FINDINGS, *order(handout, procedure, "--final", "-o", self.path("k.pdf")))
        self.assertIn(FIELDS[name]["label"], result.err)
        self.assertFalse(os.path.exists(self.path("k.pdf")))

    def test_archive_is_another_pdf(self):
        handout, procedure = SHEETS[0]
        plain, kept = self.path("k.pdf"), self.path("kept.pdf")
        self.expect(DONE, *order(handout, procedure, "-o", plain))
        self.expect(DONE, *order(handout, procedure, "--archive", "-o", kept))
        said = [subprocess.run(["pdfinfo", "-meta", path], check=True, capture_output=True).stdout for path in (plain, kept)]
        self.assertNotIn(b"<pdfaid:part>", said[0])
        self.assertIn(b"<pdfaid:part>2<", said[1])
        self.assertEqual(self.text_of(plain), self.text_of(kept))
        for name in ("k.txt", "k.png"):
            self.expect(USAGE, *order(handout, procedure, "--archive", "-o", self.path(name)))

    def test_red_flags_and_the_phone_line_stand_on_page_1(self):
        for procedure in ("no-procedure", "vertebroplasty", "kyphoplasty"):
            for language in WHAT["languages"]:
                for size in ("normal", "large"):
                    with self.subTest(procedure=procedure, language=language["id"], size=size):
                        self.expect(DONE, "export", "--handout", "going-home", "--procedure", procedure, "--size", size,
                                    "--lang", language["id"], "--field", "day-phone=555 0142", "--field",
                                    "emergency-number=555 0911", "-o", self.path("k.txt"))
                        first = self.read("k.txt").decode().split("\f", maxsplit=1)[0]
                        self.assertIn("555 0911", first)
                        if size == "normal":
                            self.assertIn("555 0142", first)

    def test_the_sheet_to_take_home_is_one_sheet_of_paper(self):
        """Both sides of it, in every language and on every paper, while nothing is filled in."""
        handout = next(one for one in WHAT["handouts"] if one["id"] == "going-home")
        for procedure in handout["procedures"]:
            for language in WHAT["languages"]:
                for paper in ("a4", "letter"):
                    with self.subTest(procedure=procedure, language=language["id"], paper=paper):
                        path = self.path("home.pdf")
                        self.expect(DONE, *order(handout, procedure, "--lang", language["id"], "--paper", paper, "-o", path))
                        told = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
                        self.assertRegex(told, r"Pages: +2\n")

    def test_what_is_not_there(self):
        handout, procedure = SHEETS[0]
        for arguments in (("export", "--handout", "nothing", "-o", self.path("k.pdf")),
                          order(handout, "nothing", "-o", self.path("k.pdf")),
                          order(handout, procedure, "--lang", "xx", "-o", self.path("k.pdf")),
                          order(handout, procedure, "-o", self.path("no/folder/k.pdf"))):
            with self.subTest(arguments):
                result = self.expect(FINDINGS, *arguments)
                self.assertRegex(result.err, r"^pedicle-cli: .+\n$")
                self.assertEqual(os.listdir(self.folder), [])

    def test_a_file_that_cannot_be_replaced_stays(self):
        os.mkdir(self.path("k.pdf"))
        self.expect(FINDINGS, *order(*SHEETS[0], "-o", self.path("k.pdf")))
        self.assertEqual(os.listdir(self.folder), ["k.pdf"])

    def test_content_with_errors_makes_nothing(self):
        self.write("own/broken.xml", '<handout id="own" format="1"/>')
        result = self.expect(FINDINGS, *order(*SHEETS[0], "--content", self.path("own"), "-o", self.path("k.pdf")))
        self.assertIn("broken.xml:1:1: error: ", result.err)
        self.assertFalse(os.path.exists(self.path("k.pdf")))


unittest.main()
