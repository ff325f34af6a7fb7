# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""batch: the sheets of a list are those that export makes one by one; a bad row stops no other, and is told without its words."""
import csv
import io
import os
import pty
import re
import shutil
import signal
import stat
import subprocess
import time
import unittest

from program import CLI, DONE, FINDINGS, KNEE, USAGE, Case, inventory

WHAT = inventory()
FIELDS = {field["id"]: field for field in WHAT["fields"]}
TODAY = ("--today", "2026-11-20")
HANDOUT = next(handout for handout in WHAT["handouts"] if len(handout["procedures"]) > 1
               and any(FIELDS[name]["required"] for name in handout["fields"]))
PROCEDURES = HANDOUT["procedures"]
WHOLE = next(handout for handout in WHAT["handouts"] if not handout["procedures"])
NAME, DATE = "patient-name", next(name for name in HANDOUT["fields"] if FIELDS[name]["type"] == "date")
GOOD = {"text": "word", "date": "2026-11-20", "date-time": "2026-11-20 14:30", "time": "14:30", "phone": "555 0142", "number": "4.5"}
# What a list may hold of a patient; no message may have any of it.
SECRETS = ("Zebedee", "zebedee", "Quill", "1999", "xx-secret")
PEOPLE = [
    {NAME: "Zebedee Quill", DATE: "2026-11-20", "procedure": PROCEDURES[0], "lang": "en"},
    {NAME: "Quill, \"Zeb\"", DATE: "", "procedure": PROCEDURES[1], "lang": "es"},
    {NAME: "", DATE: "2026-11-21", "procedure": "", "lang": ""},
    {NAME: " María Núñez ", DATE: "2026-11-22", "procedure": PROCEDURES[1], "lang": "es"},
]


def value_for(name):
    field = FIELDS[name]
    return field["choices"][0]["id"] if field["choices"] else GOOD[field["type"]]


def write_csv(rows, line="\r\n"):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator=line)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def many(number):
    return write_csv([{NAME: f"Zebedee {i}", DATE: "2026-11-20"} for i in range(number)])


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [int(child) for child in file.read().split()]


def is_there(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Batch(Case):
    def order(self, *more, handout=HANDOUT, out="out"):
        procedure = () if handout is WHOLE or "--procedure" in more else ("--procedure", PROCEDURES[0])
        return ("batch", "--handout", handout["id"], *procedure, *TODAY, "-o", self.path(out), *more)

    def make(self, status, text, *more, **options):
        """Runs a list from standard input, and looks that nothing of it is told."""
        result = self.expect(status, *self.order("--people", "-", *more, **options),
                             stdin=text.encode() if isinstance(text, str) else text)
        for secret in SECRETS:
            self.assertNotIn(secret, result.err + result.out)
        return result

    def sheets(self, out="out"):
        """The files in a folder, but for the hidden one that says of which list they are."""
        return sorted(name for name in os.listdir(self.path(out)) if name[0] != ".") if os.path.exists(self.path(out)) else []

    def exported(self, person, *more):
        """The sheet of one person, made by export."""
        fields = "".join(f"{name}={value}\n" for name, value in person.items() if name in FIELDS and value)
        self.expect(DONE, "export", "--handout", HANDOUT["id"], "--procedure", person.get("procedure") or PROCEDURES[0],
                    "--lang", person.get("lang") or "en", *TODAY, "--fields", "-", "-o", self.path("one.pdf"), *more,
                    stdin=fields.encode())
        return self.read("one.pdf")

    def assert_whole(self, names, out="out"):
        for name in names:
            self.assertRegex(name, r"^\d{4}\.pdf$")
            data = self.read(os.path.join(out, name))
            self.assertTrue(data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), name)

    # --- What is made ---

    def test_the_sheets_are_those_of_export_with_any_number_of_jobs(self):
        alone = [self.exported(person) for person in PEOPLE]
        self.assertEqual(len(set(alone)), len(PEOPLE))
        for jobs in ("1", "2", "7"):
            result = self.make(DONE, write_csv(PEOPLE), "--jobs", jobs, out=jobs)
            self.assertEqual(result.err + result.out, "")
            self.assertEqual(self.sheets(jobs), ["0001.pdf", "0002.pdf", "0003.pdf", "0004.pdf"])
            for number, sheet in enumerate(alone, 1):
                self.assertEqual(self.read(f"{jobs}/000{number}.pdf"), sheet, (jobs, number))

    def test_options_of_export_hold_for_every_sheet(self):
        options = ("--size", "large", "--paper", "letter", "--field", "day-phone=555 0142")
        self.make(DONE, write_csv(PEOPLE[:2]), *options)
        self.assertEqual(self.read("out/0002.pdf"), self.exported(PEOPLE[1], *options))
        self.assertNotEqual(self.read("out/0002.pdf"), self.exported(PEOPLE[1]))
        given = self.write("fields.txt", f"{DATE}=2026-11-20\n")
        self.make(DONE, f"{NAME}\nZebedee Quill\n", "--fields", given, out="b")
        self.assertEqual(self.read("b/0001.pdf"), self.exported({NAME: "Zebedee Quill", DATE: "2026-11-20"}))

    def test_a_broken_picture_is_told_once_and_nothing_is_made(self):
        shutil.copytree(KNEE, self.path("knee"))
        with open(self.path("knee/pictures/knee.svg"), "r+", encoding="utf-8") as file:
            text = file.read()
            file.seek(0)
            file.write(text.replace("</svg>", "<text/></svg>"))
        for handout in ("talk", "after"):
            procedure = () if handout == "talk" else ("--procedure", "exercise")
            result = self.expect(FINDINGS, "--content", self.path("knee"), "batch", "--handout", handout, *procedure, *TODAY,
                                 "--people", "-", "-o", self.path(handout), stdin=b"lang\nen\nen\n")
            self.assertRegex(result.err, r"^[^\n]+knee.svg:\d+:\d+: error: <text> is not allowed[^\n]+\n"
                             r"pedicle-cli: The content has errors[^\n]+\n$")
            self.assertEqual(self.sheets(handout), [])

    def test_forms_of_a_list(self):
        plain = f"{NAME},{DATE}\nQuill,2026-11-20\n"
        sheet = self.exported({NAME: "Quill", DATE: "2026-11-20"})
        forms = [plain, plain.replace("\n", "\r\n"), "\ufeff" + plain, plain[:-1], plain + "\r\n\r\n",
                 f"\"{NAME}\",\"{DATE}\"\n\"Quill\",\"2026-11-20\"", f" {NAME} , {DATE}\n Quill , 2026-11-20 \n"]
        for number, text in enumerate(forms):
            with self.subTest(text):
                self.make(DONE, text, out=str(number))
                self.assertEqual(self.sheets(str(number)), ["0001.pdf"])
                self.assertEqual(self.read(f"{number}/0001.pdf"), sheet)

    def test_a_file_is_read_as_standard_input_is(self):
        path = self.write("people.csv", write_csv(PEOPLE))
        self.expect(DONE, *self.order("--people", path))
        self.make(DONE, write_csv(PEOPLE), out="b")
        for name in self.sheets():
            self.assertEqual(self.read(f"out/{name}"), self.read(f"b/{name}"))

    def test_only_the_owner_may_read_the_sheets(self):
        self.make(DONE, write_csv(PEOPLE))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("out")).st_mode), 0o700)
        for name in self.sheets():
            self.assertEqual(stat.S_IMODE(os.stat(self.path(f"out/{name}")).st_mode), 0o600)

    def test_nothing_of_a_person_stays_for_the_next(self):
        self.make(DONE, write_csv([PEOPLE[0], {name: "" for name in PEOPLE[0]}, PEOPLE[2]]))
        self.assertEqual(self.sheets(), ["0001.pdf", "0003.pdf"])
        self.assertEqual(self.read("out/0003.pdf"), self.exported(PEOPLE[2]))

    def test_an_empty_row_counts_and_makes_nothing(self):
        self.make(DONE, f"{NAME},{DATE}\n\nA,2026-11-20\n,\nB,\n")
        self.assertEqual(self.sheets(), ["0002.pdf", "0004.pdf"])

    def test_numbers_grow_with_the_list(self):
        self.make(DONE, NAME + "\n" * 10001 + "Quill\n")
        self.assertEqual(self.sheets(), ["10001.pdf"])

    def test_one_list_serves_several_handouts(self):
        other = next(name for handout in WHAT["handouts"] for name in handout["fields"] if name not in WHOLE["fields"])
        self.make(DONE, write_csv([{**PEOPLE[0], other: value_for(other)}]), handout=WHOLE)
        self.assertEqual(self.sheets(), ["0001.pdf"])

    # --- What is refused ---

    def test_a_bad_row_is_told_and_the_others_are_made(self):
        bad = {
            "2 is no day": ({DATE: "1999-02-30"}, r"Row 2, column 2: .*“?" + DATE),
            "no such procedure": ({"procedure": "zebedee"}, "Row 2, column 3: .*one of: " + ", ".join(PROCEDURES)),
            "no such language": ({"lang": "zz"}, "Row 2, column 4: There is no translation.*: en, es"),
            "no tag of a language": ({"lang": "../xx-secret"}, "Row 2, column 4: "),
            "two lines": ({NAME: "Zebedee\nQuill"}, "Row 2, column 1: "),
            "a letter of no font": ({NAME: "Quill\U000f1234"}, "Row 2: No font"),
            "too long": ({NAME: "Quill " * 1000}, "Row 2: A cell is longer"),
        }
        for what, (change, told) in bad.items():
            with self.subTest(what):
                result = self.make(FINDINGS, write_csv([PEOPLE[0], {**PEOPLE[0], **change}, PEOPLE[2]]), out=what)
                self.assertEqual(self.sheets(what), ["0001.pdf", "0003.pdf"])
                self.assertRegex(result.err, rf"^standard input:3: error: {told}[^\n]*\npedicle-cli: 2 of 3 sheets were made\.\n$")
                self.assertNotIn("\U000f1234", result.err)

    def test_rows_whose_cells_are_uncertain(self):
        head = f"{NAME},{DATE}\n"
        for row, told in (("Quill\n", "1 here and 2"), ("Quill, Zebedee,2026-11-20\n", "3 here and 2"), ("\"Quill\" Z,\n", "within a cell"),
                          ("Zebedee \"Z\" Quill,\n", "within a cell"), ("," * 300 + "\n", "more than 256"),
                          ("\"Zebedee,2026-11-20\nQuill,1999\n", "never closed")):
            with self.subTest(row):
                result = self.make(FINDINGS, head + "A,2026-11-20\n" + row, out=row[:9].strip())
                self.assertEqual(self.sheets(row[:9].strip()), ["0001.pdf"])
                self.assertIn("standard input:3: error: Row 2: ", result.err)
                self.assertIn(told, result.err)

    def test_every_fault_of_a_row_and_every_row_is_told_in_order(self):
        rows = [{**PEOPLE[0], DATE: "1999", "lang": "zz"}] * 30
        told = {jobs: self.make(FINDINGS, write_csv(rows), "--jobs", jobs, out=jobs).err for jobs in ("1", "2", "5")}
        self.assertEqual(re.findall(r"Row (\d+), column (\d+)", told["1"]), [(str(i // 2 + 1), "24"[i % 2]) for i in range(60)])
        self.assertEqual(told["1"], told["2"])
        self.assertEqual(told["1"], told["5"])

    def test_a_line_is_that_of_the_file(self):
        result = self.make(FINDINGS, f"{NAME},{DATE}\n\"a\n\nb\",\nQuill,1999\n")
        self.assertEqual(re.findall(r"input:(\d+): error: Row (\d+)", result.err), [("2", "1"), ("5", "2")])

    def test_a_head_that_is_not_understood(self):
        for head, told in ((f"{NAME},Zebedee Quill", "column 2: There is no field"), (f"{NAME},zebedee", "column 2: There is no field"),
                           (f"{NAME},{DATE},{NAME}", "column 3: Column 1 has the same name"), ("lang,lang", "column 2: Column 1 has"),
                           (f"{NAME};{DATE}", "commas"), (f"{NAME}\t{DATE}", "commas"), (f"{NAME},", "column 2: There is no field"),
                           (f"\"{NAME}", "never closed"), ("day-phone", "for every sheet already")):
            with self.subTest(head):
                result = self.make(FINDINGS, head + "\nQuill,Quill\n", "--field", "day-phone=555 0142")
                self.assertIn(told, result.err)
                self.assertIn("standard input:1: error: The head", result.err)
                self.assertEqual(self.sheets(), [])

    def test_lists_that_are_refused(self):
        for data in (b"", NAME.encode(), NAME.encode() + b"\n\n\n", NAME.encode() + b"\nQuill\xff\n", NAME.encode() + b"\nQuill\0\n",
                     NAME.encode() + b"\n" + b"a" * (16 * 1024 * 1024), NAME.encode() + b"\n" * 100002):
            with self.subTest(data[:40]):
                self.assertRegex(self.make(FINDINGS, data).err, r"^pedicle-cli: [^\n]+\.\n$")
                self.assertEqual(self.sheets(), [])
        for path in (self.path("none.csv"), self.folder):
            self.expect(FINDINGS, *self.order("--people", path))

    def test_final_wants_what_is_required_of_each_row(self):
        needed = [name for name in HANDOUT["fields"] if FIELDS[name]["required"]]
        full = {name: value_for(name) for name in needed}
        result = self.make(FINDINGS, write_csv([full, {**full, needed[0]: ""}, full]), "--final")
        self.assertEqual(self.sheets(), ["0001.pdf", "0003.pdf"])
        self.assertIn("Row 2: ", result.err)
        self.assertIn(FIELDS[needed[0]]["label"], result.err)

    def test_a_row_needs_a_procedure(self):
        call = [word for word in self.order("--people", "-") if word not in ("--procedure", PROCEDURES[0])]
        self.expect(USAGE, *call, stdin=f"{NAME}\nQuill\n".encode())
        result = self.expect(FINDINGS, *call, stdin=f"{NAME},procedure\nQuill,\nQuill,{PROCEDURES[1]}\n".encode())
        self.assertIn("Row 1, column 2: ", result.err)
        self.assertEqual(self.sheets(), ["0002.pdf"])
        self.assertEqual(self.read("out/0002.pdf"), self.exported({NAME: "Quill", "procedure": PROCEDURES[1]}))

    def test_wrong_usage(self):
        path = self.write("people.csv", write_csv(PEOPLE))
        good = self.order("--people", path)
        for arguments in (self.order(), good[:-4] + good[-2:], good + ("word",), good + ("--size", "tiny"), good + ("--field", f"{NAME}=Zebedee"),
                          *(good + ("--rows", rows) for rows in ("", "1", "0:4", "4:3", "a:b", "1:2:3", "-1:4", "1:99999999999")),
                          good + ("--resume", "--force"), *(good + ("--jobs", jobs) for jobs in ("0", "65", "two", "-1", "")),
                          self.order("--people", "-", "--fields", "-")):
            with self.subTest(arguments):
                self.assertNotIn("Zebedee", self.expect(USAGE, *arguments).err)
                self.assertEqual(self.sheets(), [])
        self.expect(FINDINGS, *good, "--lang", "zz")
        self.assertEqual(self.sheets(), [])

    # --- The folder ---

    def test_sheets_of_two_lists_never_lie_in_one_folder(self):
        self.make(DONE, write_csv(PEOPLE))
        before = self.read("out/0003.pdf")
        self.write("out/notes.txt", "mine")
        self.assertIn("--force", self.make(FINDINGS, write_csv(PEOPLE[:2])).err)
        self.assertEqual(self.read("out/0003.pdf"), before)
        self.write("out/0009.pdf.ABC123", "half")
        self.make(DONE, write_csv(PEOPLE[:2]), "--force")
        self.assertEqual(self.sheets(), ["0001.pdf", "0002.pdf", "notes.txt"])

    def test_a_folder_that_cannot_be_used(self):
        self.write("file", "")
        for out in ("file", "no/folder"):
            self.assertIn(out, self.make(FINDINGS, write_csv(PEOPLE), out=out).err)
        os.mkdir(self.path("out"))
        os.mkdir(self.path("out/0001.pdf"))
        self.make(FINDINGS, write_csv(PEOPLE), "--force")
        self.assertEqual(self.sheets(), ["0001.pdf"])

    def test_a_disk_that_takes_no_file_stops_the_run(self):
        process = subprocess.run(["sh", "-c", "ulimit -f 8; exec \"$@\"", "sh", CLI, *self.order("--people", "-")], check=False,
                                 input=many(30).encode(), capture_output=True, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
        self.assertEqual(process.returncode, FINDINGS)
        self.assertEqual(process.stderr.decode().count("could not be written"), 1)
        self.assertIn("0 of 30 sheets", process.stderr.decode())
        self.assertEqual(self.sheets(), [])

    # --- A part of a list, and the rest of one ---

    def stamps(self, out="out"):
        return {name: os.stat(self.path(f"{out}/{name}")).st_mtime_ns for name in self.sheets(out)}

    def test_parts_make_what_the_whole_list_makes(self):
        self.make(DONE, many(12), out="whole")
        for rows, out in ((":4", "out"), ("11:", "out"), ("5:10", "out")):
            self.make(DONE, many(12), "--rows", rows, out=out)
        self.assertEqual(self.sheets(), self.sheets("whole"))
        for name in self.sheets():
            self.assertEqual(self.read(f"out/{name}"), self.read(f"whole/{name}"))
        self.make(DONE, many(12), "--rows", "12:90", out="end")
        self.assertEqual(self.sheets("end"), ["0012.pdf"])
        self.assertIn("last row of the list is 12", self.make(FINDINGS, many(12), "--rows", "13:90", out="none").err)
        self.assertEqual(self.sheets("none"), [])

    def test_names_of_a_part_are_those_of_the_whole_list(self):
        self.make(DONE, NAME + "\nQuill" + "\n" * 10001 + "Quill\n", "--rows", "1:10")
        self.assertEqual(self.sheets(), ["00001.pdf"])

    def test_parts_of_two_lists_never_lie_in_one_folder(self):
        self.make(DONE, many(12), "--rows", "1:4")
        for text, options in ((many(11), ()), (many(12), ("--size", "large")), (many(12), ("--field", "day-phone=555 0142")),
                              (many(12), ("--today", "2026-11-21")), (many(12), ("--lang", "es"))):
            for force in ((), ("--force",)):
                self.assertIn("another list", self.make(FINDINGS, text, "--rows", "5:8", *options, *force).err)
        self.assertIn("--resume", self.make(FINDINGS, many(12), "--rows", "4:8").err)
        before = self.stamps()
        self.write("out/0002.pdf.ABC123", "half, of another process")
        self.make(DONE, many(12), "--rows", "4:5", "--force")
        after = self.stamps()
        self.assertEqual(sorted(after), ["0001.pdf", "0002.pdf", "0002.pdf.ABC123", "0003.pdf", "0004.pdf", "0005.pdf"])
        self.assertEqual([name for name in before if before[name] != after[name]], ["0004.pdf"])

    def test_a_run_that_was_killed_is_resumed(self):
        process = self.start(60, "1", "out", start_new_session=True)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        before = self.stamps()
        self.write("out/0060.pdf.ABC123", "half")
        order = self.order("--people", self.path("people.csv"), "--resume")
        self.expect(DONE, *order)
        after = self.stamps()
        self.assertLess(len(before), 60)
        self.assertEqual(len(after), 60)
        self.assert_whole(list(after))
        self.assertEqual({name: after[name] for name in before if name in after}, {name: before[name] for name in before if name in after})
        self.expect(DONE, *order)
        self.assertEqual(self.stamps(), after)

    def test_bad_rows_are_told_again_when_resumed(self):
        text = write_csv([PEOPLE[0], {**PEOPLE[0], DATE: "1999"}, PEOPLE[2]])
        self.make(FINDINGS, text)
        told = self.make(FINDINGS, text, "--resume").err
        self.assertIn("Row 2, column 2", told)
        self.assertIn("0 of 1 sheets", told)

    def test_only_the_same_list_is_resumed(self):
        self.make(DONE, many(3))
        before = self.stamps()
        for text, options in ((many(4), ()), (many(3), ("--paper", "letter")), (many(3), ("--today", "2026-11-21"))):
            self.assertIn("another list", self.make(FINDINGS, text, "--resume", *options).err)
        self.assertEqual(self.stamps(), before)
        os.unlink(self.path("out/.list"))
        self.assertIn("another list", self.make(FINDINGS, many(3), "--resume").err)
        self.assertEqual(self.stamps(), before)

    # --- On the way ---

    def start(self, number, jobs, out, **options):
        """A run that has made its first sheet."""
        path = self.write("people.csv", many(number))
        process = subprocess.Popen([CLI, *self.order("--people", path, "--jobs", jobs, out=out)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, **options)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        while not self.sheets(out) and process.poll() is None:
            time.sleep(0.002)
        return process

    def test_an_interrupted_run_leaves_no_half_sheet(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            process = self.start(5000, "3", str(number))
            process.send_signal(number)
            told = process.stderr.read().decode()
            self.assertEqual(process.wait(), -number)
            names = self.sheets(str(number))
            self.assertRegex(told, rf"^pedicle-cli: {len(names)} of 5000 sheets were made\.\n$")
            self.assertTrue(0 < len(names) < 5000)
            self.assert_whole(names, str(number))

    def test_ctrl_c_reaches_every_process_and_leaves_whole_sheets(self):
        process = self.start(5000, "2", "out", start_new_session=True)
        os.killpg(process.pid, signal.SIGINT)
        told = process.stderr.read().decode()
        self.assertEqual(process.wait(), -signal.SIGINT)
        self.assertRegex(told, rf"^pedicle-cli: {len(self.sheets())} of 5000 sheets were made\.\n$")
        self.assert_whole(self.sheets())

    def test_a_process_that_breaks_costs_one_sheet(self):
        for jobs in ("1", "2"):
            process = self.start(60, jobs, jobs)
            os.kill(children(process.pid)[0], signal.SIGKILL)
            told = process.stderr.read().decode()
            status, names = process.wait(), self.sheets(jobs)
            self.assert_whole(names, jobs)
            lost = re.findall(r"people\.csv:\d+: error: Row \d+: The program broke", told)
            # It may have been between two sheets.
            self.assertLessEqual(len(lost), 1)
            self.assertEqual((len(names), status), (60 - len(lost), FINDINGS if lost else DONE), told)

    def test_a_run_that_is_killed_leaves_no_half_sheet(self):
        process = self.start(5000, "2", "out")
        workers = children(process.pid)
        process.kill()
        process.wait()
        end = time.monotonic() + 60
        while any(is_there(pid) for pid in workers):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)
        self.assertEqual(len(workers), 2)
        self.assertLess(len(self.sheets()), 5000)
        self.assert_whole(self.sheets())

    def test_progress_is_for_a_terminal(self):
        path = self.write("people.csv", many(3))
        ours, theirs = pty.openpty()
        process = subprocess.run([CLI, *self.order("--people", path)], check=False, stderr=theirs, stdout=theirs)
        os.close(theirs)
        shown = os.read(ours, 4096).decode()
        os.close(ours)
        self.assertEqual(process.returncode, DONE)
        self.assertIn("[####################..........] 2 of 3", shown)
        self.assertTrue(shown.endswith("\r\033[K"))


unittest.main()
