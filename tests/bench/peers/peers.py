# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other programs that make a PDF file of a text, tagged where they can: which are there, how they are called, what version they are.

Each is found by its name in PATH, or by a variable of the environment with its path: TYPST, WEASYPRINT, CHROMIUM, SOFFICE, FOP, XELATEX;
PEERS_PYTHON is a Python that has the modules typst and weasyprint. Where there is no program typst, that Python's module stands for it.
"""
import json
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
TYPST_MODULE = "Typst's Python module"
UA = json.dumps({"PDFUACompliance": {"type": "boolean", "value": "true"}, "UseTaggedPDF": {"type": "boolean", "value": "true"}})
ONCE = ("import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], root='/', format='pdf', pdf_standards=['ua-1'])")


def find(variable, *names):
    return os.environ.get(variable) or next((path for path in map(shutil.which, names) if path), None)


def has_module(name):
    python = os.environ.get("PEERS_PYTHON")
    return python and subprocess.run([python, "-c", "import " + name], capture_output=True, check=False).returncode == 0


def version(command):
    """The first number with a dot that the program says of itself."""
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\d+(\.\d+)+", said.stdout) or re.search(r"\d+(\.\d+)+", said.stderr)
    return found.group() if found else "of an unknown version"


def module_version(name):
    return version([os.environ["PEERS_PYTHON"], "-c", f"import importlib.metadata as m; print(m.version('{name}'))"])


class Peer:
    """tagged: what it is asked for; command: from the folder of the sources to what is run; result: the file's name there."""

    def __init__(self, name, said, tagged, command, result="sheet.pdf"):
        self.name, self.version, self.tagged, self.command, self.result = name, said, tagged, command, result


def fop_configuration(folder):
    """FOP is told its two fonts, as its users do: looking through all of them takes it seconds."""
    fonts = ""
    for weight, style in (("normal", "regular"), ("bold", "bold")):
        path = subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans:style=" + style], check=True, capture_output=True, text=True).stdout
        fonts += f'<font embed-url="file://{path}"><font-triplet name="Noto Sans" style="normal" weight="{weight}"/></font>'
    path = os.path.join(folder, "fop.xconf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'<fop version="1.0"><accessibility>true</accessibility><renderers><renderer mime="application/pdf">'
                   f'<pdf-ua-mode>PDF/UA-1</pdf-ua-mode><fonts>{fonts}</fonts></renderer></renderers></fop>')
    return path


def typst_peers():
    program = find("TYPST", "typst")
    if program:
        yield Peer("Typst", version([program, "--version"]), "PDF/UA-1", lambda folder: [
            program, "compile", "--root", "/", "--pdf-standard", "ua-1", folder + "/sheet.typ", folder + "/sheet.pdf"])
    if has_module("typst"):
        python = os.environ["PEERS_PYTHON"]
        yield Peer(TYPST_MODULE, module_version("typst"), "PDF/UA-1",
                   lambda folder: [python, "-c", ONCE, folder + "/sheet.typ", folder + "/sheet.pdf"])


def weasyprint_peers():
    program = find("WEASYPRINT", "weasyprint")
    if program is None and has_module("weasyprint"):
        program = os.path.join(os.path.dirname(os.environ["PEERS_PYTHON"]), "weasyprint")
    if program:
        yield Peer("WeasyPrint", version([program, "--version"]), "PDF/UA-1", lambda folder: [
            program, "-q", "--pdf-variant", "pdf/ua-1", folder + "/sheet.html", folder + "/sheet.pdf"])


def other_peers():
    chromium = find("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
    if chromium:
        yield Peer("Chromium", version([chromium, "--version"]), "tagged", lambda folder: [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/chromium",
            f"--print-to-pdf={folder}/sheet.pdf", f"file://{folder}/sheet.html"])
    soffice = find("SOFFICE", "soffice", "libreoffice")
    if soffice:
        yield Peer("LibreOffice", version([soffice, "--version"]), "PDF/UA-1", lambda folder: [
            soffice, f"-env:UserInstallation=file://{folder}/office", "--headless", "--writer", "--infilter=HTML (StarWriter)",
            "--convert-to", "pdf:writer_pdf_Export:" + UA, "--outdir", folder, folder + "/sheet.html"])
    fop = find("FOP", "fop")
    if fop:
        yield Peer("FOP", version([fop, "-version"]), "PDF/UA-1", lambda folder: [
            fop, "-q", "-c", fop_configuration(folder), "-fo", folder + "/sheet.fo", "-pdf", folder + "/sheet.pdf"])
    xelatex = find("XELATEX", "xelatex")
    if xelatex:
        yield Peer("XeLaTeX, one pass", version([xelatex, "--version"]), "not tagged", lambda folder: [
            xelatex, "-interaction=batchmode", "-halt-on-error", "-output-directory", folder, folder + "/sheet.tex"])


def installed():
    return [*typst_peers(), *weasyprint_peers(), *other_peers()]


def loops():
    """(name, script) of those that make many sheets in one process."""
    if has_module("typst"):
        yield "Typst " + module_version("typst"), os.path.join(HERE, "loop_typst.py")
    if has_module("weasyprint"):
        yield "WeasyPrint " + module_version("weasyprint"), os.path.join(HERE, "loop_weasyprint.py")
