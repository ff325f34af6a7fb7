# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of many scripts, with all fonts and with few: test_letters.py CLI. A page has each letter in a real face and its
words can be taken from the file in the order of reading; else it is refused, with what to install."""
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

from pdffile import File, tagged_words

CLI = os.path.abspath(sys.argv.pop())
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
HEADING, ITEM, COLD = "phrases/flags.now.legs", "phrases/cement.today.rest", "phrases/cement.today.ice"
# (language, what stands for two items of the going-home sheet; numbers and names in it stand the other way round)
WORDS = {
    "am": ("እግሮችዎ ደካማ ከሆኑ ይደውሉ።", "ዛሬ ያርፉ።"),
    "ar": ("ساقاك ضعيفتان، أو لا تستطيع المشي (MRI) الآن.", "استرح اليوم. اجلس أو استلق كما يريحك."),
    "he": ("הרגליים שלך חלשות, או שאינך יכול ללכת (MRI) עכשיו.", "נוח היום. שב או שכב בכל דרך נוחה."),
    "hi": ("आपके पैर कमज़ोर हैं या आप चल नहीं सकते।", "आज आराम करें।"),
    "km": ("ជើងរបស់អ្នកខ្សោយ ឬអ្នកមិនអាចដើរបាន។", "សម្រាកថ្ងៃនេះ។"),
    "zh_CN": ("您的腿突然无力或麻木。", "今天休息。"),
}
SCRIPTS = {"am": "Ethiopic", "ar": "Arabic", "he": "Hebrew", "hi": "Devanagari", "km": "Khmer", "zh_CN": "Chinese"}
ICE = {"ar": "هل يؤلمك؟ لف الثلج بقماش. ضعه <num>20 دقيقة</num> كل مرة.",
       "he": "כואב? עטוף קרח בבד. השתמש בו <num>20 דקות</num> בכל פעם."}
ENGLISH = ("Your legs are newly weak or numb, or you cannot walk.", "Rest today. Lie or sit in any way that feels good.")
ENGLISH_ICE = "Is it sore? Wrap ice in a cloth. Use it for <num>20 minutes</num> at a time."
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]")


def find_fonts(*names):
    """Paths of these files in the folders of the system, or None when one is missing."""
    there = {name: os.path.join(folder, name) for top in FOLDERS for folder, _, files in os.walk(top) for name in files}
    return [there[name] for name in names] if all(name in there for name in names) else None


def plain(words):
    """Letters alone, however a program wrote them: forms of letters, marks of direction and spaces left out."""
    return re.sub(r"\s", "", MARKS.sub("", unicodedata.normalize("NFKC", words)))


class Letters(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        self.path = os.path.join(self.folder, "sheet.pdf")

    def fonts(self, *names):
        found = find_fonts(*names)
        if found is None:
            self.skipTest("Noto Sans is not installed file by file")
        folder = os.path.join(self.folder, "fonts")
        os.mkdir(folder)
        for path in found:
            os.symlink(path, os.path.join(folder, os.path.basename(path)))
        return folder

    def write(self, language):
        entries = [(HEADING, ENGLISH[0], WORDS[language][0]), (ITEM, ENGLISH[1], WORDS[language][1])]
        if language in ICE:
            entries.append((COLD, ENGLISH_ICE, ICE[language]))
        folder = os.path.join(self.folder, "po")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, language + ".po"), "w", encoding="utf-8") as file:
            file.write(f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n')
            for name, english, words in entries:
                file.write(f'msgctxt "{name}"\nmsgid "{english}"\nmsgstr "{words}"\n\n')
        return folder

    def export(self, language="en", fonts=None, fields=None):
        environment = dict(os.environ)
        if language != "en":
            environment["PEDICLE_TRANSLATIONS_DIR"] = self.write(language)
        if fonts is not None:
            environment["PEDICLE_FONTS_DIR"] = fonts
        return subprocess.run(
            [CLI, "export", "--handout", "going-home", "--procedure", "kyphoplasty", "--lang", language, "--today",
             "2026-11-20", *(["--fields", "-"] if fields else []), "-o", self.path],
            env=environment, input=fields, capture_output=True, text=True, check=False)

    def refused(self, done, *words):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertFalse(os.path.exists(self.path), "a page that lacks letters was written")
        for one in words:
            self.assertIn(one, done.stderr)

    def test_a_script_without_a_font(self):
        few = self.fonts("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")
        self.assertEqual(self.export(fonts=few).returncode, 0)
        os.remove(self.path)
        for language, script in SCRIPTS.items():
            with self.subTest(language=language):
                package = "fonts-noto-cjk" if language == "zh_CN" else "fonts-noto-core"
                letter = WORDS[language][0][0]
                self.refused(self.export(language, few), f"the {script} script", f"“{letter}”", f"the package {package}")

    def test_all_scripts_are_told_at_once_and_none_by_a_persons_letter(self):
        few = self.fonts("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")
        done = self.export("am", few, fields="patient-name=שרה ខ្ញុំ\n")
        self.refused(done, "Ethiopic", "Hebrew", "Khmer", "U+05D0", "U+1780")
        for letter in "שרהខ្ញុំ":
            self.assertNotIn(f"“{letter}”", done.stderr)

    def test_real_faces_only(self):
        bare = self.fonts("NotoSans-Regular.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")
        self.refused(self.export(fonts=bare), "the bold face for the Latin script", "the package fonts-noto-core")

    def test_real_faces_only_of_other_scripts(self):
        bare = self.fonts("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSansDevanagari-Regular.ttf")
        self.refused(self.export("hi", bare, fields="patient-name=Maria\nclinic-name=अस्पताल\n"),
                     "the bold face for the Devanagari script", "the package fonts-noto-core")

    def test_words_of_every_script(self):
        """They can be read by the eye (a real, embedded face), by copying and by a screen reader."""
        for language, script in SCRIPTS.items():
            with self.subTest(language=language):
                if os.path.exists(self.path):
                    os.remove(self.path)
                done = self.export(language)
                if language == "zh_CN" and done.returncode != 0:
                    self.refused(done, "the Chinese script", "fonts-noto-cjk")
                    continue
                self.assertEqual(done.returncode, 0, done.stderr)
                told = subprocess.run(["pdfinfo", "-struct-text", self.path], capture_output=True, check=True).stdout.decode()
                tagged = plain("".join(re.findall(r'^ +"(.*)"$', told, re.M)))
                copied = plain(subprocess.run(["pdftotext", "-raw", self.path, "-"], capture_output=True, check=True).stdout.decode())
                file = File(self.path)
                read = plain("".join(tagged_words(file, page) for page in file.pages()))
                self.assertNotIn("\ufffd", read)
                for words in (*WORDS[language], re.sub("<.*?>", "", ICE.get(language, ""))):
                    self.assertIn(plain(words), read)
                    # poppler 22.12 stops within a line where a syllable of several glyphs gives its own text, as these do
                    if language not in ("hi", "km"):
                        self.assertIn(plain(words), tagged)
                    # word by word, since pdftotext puts lines of two directions in an order of its own
                    for word in words.split():
                        self.assertIn(plain(word), copied, script)


if __name__ == "__main__":
    unittest.main(verbosity=2)
