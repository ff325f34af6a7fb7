# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Content made larger: the shipped one with many procedures, or with a handout of many pages."""
import os
import shutil

PROCEDURE = "kyphoplasty"
LONG = "long"
SECTIONS_OF_4_PAGES = 5


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def with_procedures(content, folder, number):
    """A copy of CONTENT with copies of one procedure, NUMBER procedures in all."""
    shutil.copytree(content, folder)
    decision, one = read(folder, "decision.xml"), read(folder, PROCEDURE + ".xml")
    option = f'<option ref="{PROCEDURE}"/>'
    more = number - decision.count("<option ref=")
    for copy in range(more):
        write(folder, f"copy-{copy}.xml", one.replace(f'<procedure id="{PROCEDURE}"', f'<procedure id="copy-{copy}"'))
    write(folder, "decision.xml", decision.replace(option, option + "".join(f'<option ref="copy-{copy}"/>' for copy in range(more))))


def section(i):
    """Most of a page: what the pages of every handout have."""
    items = "".join(f'<item id="s{i}.i{j}">Walk a little each day. Add more when it feels good, and rest in between.</item>' for j in range(4))
    rows = "".join(f'<row><cell><p id="s{i}.r{j}.a">For pain, day {j}</p></cell><cell><p id="s{i}.r{j}.b">Take it with food. '
                   "Do not drive on strong pain pills.</p></cell></row>" for j in range(3))
    return (f'<section id="s{i}"><heading id="s{i}.h">What happens in week {i}</heading>'
            f'<p id="s{i}.p">Your back may hurt for a while. Some people feel much better in days, some a little, some not at all. '
            'Tell us when the pain is worse than before, or when it keeps you in bed.</p>'
            f"<list>{items}</list>"
            f'<figure id="s{i}.f" src="pictures/prone-table.svg" scale="0.6"><alt id="s{i}.f.alt">A person lies face down, week {i}.</alt></figure>'
            f'<table widths="1 2">{rows}</table>'
            f'<p id="s{i}.q">Ask us, number {i}, if you are not sure what to do. We would rather hear from you too early.</p></section>')


def with_long_handout(content, folder, sections):
    """A copy of CONTENT with one more handout, called LONG, of so many sections."""
    shutil.copytree(content, folder)
    write(os.path.join(folder, "handouts"), LONG + ".xml",
          f'<?xml version="1.0" encoding="UTF-8"?>\n<handout id="{LONG}" format="1" order="9" scope="decision" orientation="portrait">'
          '<title id="title">A long sheet</title><label id="menu" maxlen="30">A long sheet</label><body>'
          + "\n".join(section(i) for i in range(1, sections + 1)) + "</body></handout>")
