# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A handout of ours as the users of other programs would write it: sources for Typst, browsers and WeasyPrint, FOP, XeLaTeX.

The same words, tables, lists and pictures, fonts, paper and size of text, with a footer that counts pages; tagged where the
program can. Layout is each program's own: nothing is placed by hand.
"""
import os
import shutil
import subprocess
from html import escape

MARGIN = "12.7mm"


def is_column_head(row):
    return bool(row.kids) and all(cell.kind == "TH" for cell in row.kids)


def span(cell):
    return int(cell.attributes.get("ColSpan", "1"))


def width(table):
    return max(sum(span(cell) for cell in row.kids) for row in table.kids)


class Writer:
    """A walk over the tree; each language says how it puts a kind."""

    def __init__(self, tree, landscape):
        self.tree, self.landscape = tree, landscape
        self.title = next(tree.all("H1")).text()

    def put(self, node):
        method = getattr(self, "put_" + node.kind.lower(), None)
        return method(node) if method else self.put_all(node)

    def put_all(self, node):
        own = self.words(" ".join(node.texts)) if node.texts else ""
        return own + "".join(self.put(kid) for kid in node.kids)

    def put_lbl(self, _):
        return ""

    def rows(self, table):
        heads = [row for row in table.kids if is_column_head(row)]
        return heads, [row for row in table.kids if not is_column_head(row)]


class Html(Writer):
    words = staticmethod(escape)

    def element(self, name, node, attributes=""):
        return f"<{name}{attributes}>{self.put_all(node)}</{name}>\n"

    def put_h1(self, node):
        return self.element("h1", node)

    def put_h2(self, node):
        return self.element("h2", node)

    def put_h3(self, node):
        return self.element("h3", node)

    def put_p(self, node):
        return self.element("p", node)

    def put_sect(self, node):
        return self.element("section", node)

    def put_l(self, node):
        return self.element("ol" if node.attributes.get("ListNumbering") == "/Decimal" else "ul", node)

    def put_li(self, node):
        return self.element("li", node)

    def put_link(self, node):
        return self.element("a", node, f' href="{escape(node.address)}"') if node.address else self.put_all(node)

    def put_th(self, node):
        scope = "col" if node.attributes.get("Scope") == "/Column" else "row"
        return self.element("th", node, f' scope="{scope}"' + (f' colspan="{span(node)}"' if span(node) > 1 else ""))

    def put_td(self, node):
        return self.element("td", node, f' colspan="{span(node)}"' if span(node) > 1 else "")

    def put_tr(self, node):
        return self.element("tr", node)

    def put_table(self, node):
        heads, rows = self.rows(node)
        head = f"<thead>{''.join(map(self.put, heads))}</thead>" if heads else ""
        return f"<table>{head}<tbody>{''.join(map(self.put, rows))}</tbody></table>\n"

    def put_figure(self, node):
        return f'<img src="{escape(node.picture)}" alt="{escape(node.alt)}"/>\n'

    def whole(self):
        return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(self.title)}</title><style>
@page {{ size: A4 {"landscape" if self.landscape else "portrait"}; margin: {MARGIN};
  @bottom-left {{ content: "{self.title}"; font: 9pt "Noto Sans" }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 9pt "Noto Sans" }} }}
body {{ font: 14pt/1.3 "Noto Sans"; margin: 0 }}
h1 {{ font-size: 22pt; margin: 0 0 6pt }} h2 {{ font-size: 16pt; margin: 9pt 0 3pt; break-after: avoid }}
h3 {{ font-size: 14pt; margin: 6pt 0 3pt; break-after: avoid }} p {{ margin: 0 0 4pt }} ul, ol {{ margin: 0 0 4pt; padding-left: 18pt }}
section {{ border: 1pt solid #888; padding: 4pt 8pt; margin: 6pt 0 }} section section {{ border: 0; padding: 0 }}
table {{ border-collapse: collapse; width: 100%; margin: 6pt 0 }} th, td {{ border: 0.5pt solid #888; padding: 3pt 5pt; text-align: left;
  vertical-align: top }} tr {{ break-inside: avoid }} img {{ display: block; max-width: 45%; max-height: 50mm; margin: 3pt 0 }}
</style></head><body>
{self.put_all(self.tree)}</body></html>
"""


class Typst(Writer):
    @staticmethod
    def words(text):
        return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '";'

    def block(self, call, node):
        return f"#{call}[{self.put_all(node)}]\n"

    def put_h1(self, node):
        return self.block("heading(level: 1)", node)

    def put_h2(self, node):
        return self.block("heading(level: 2)", node)

    def put_h3(self, node):
        return self.block("heading(level: 3)", node)

    def put_p(self, node):
        return self.block("par", node)

    def put_sect(self, node):
        return self.block("section", node)

    def put_l(self, node):
        items = "".join(f"[{self.put_all(item)}]," for item in node.kids)
        return f"#{'enum' if node.attributes.get('ListNumbering') == '/Decimal' else 'list'}({items})\n"

    def put_link(self, node):
        return f'#link("{node.address}")[{self.put_all(node)}]' if node.address else self.put_all(node)

    def cell(self, cell):
        text = self.put_all(cell)
        weight = f"#strong[{text}]" if cell.kind == "TH" else text
        return f"table.cell(colspan: {span(cell)})[{weight}]," if span(cell) > 1 else f"[{weight}],"

    def put_table(self, node):
        heads, rows = self.rows(node)
        head = "".join(f"table.header({''.join(map(self.cell, row.kids))})," for row in heads)
        cells = "".join(self.cell(cell) for row in rows for cell in row.kids)
        return f"#table(columns: ({'1fr,' * width(node)}), {head}{cells})\n"

    def put_figure(self, node):
        alt = node.alt.replace("\\", "\\\\").replace('"', '\\"')
        return f'#image("{node.picture}", alt: "{alt}", width: 45%, height: 40mm, fit: "contain")\n'

    def whole(self):
        return f"""#let name = sys.inputs.at("name", default: "")
#set document(title: {self.words(self.title)[1:-1]})
#set page(paper: "a4", flipped: {str(self.landscape).lower()}, margin: {MARGIN}, footer: context [
  #set text(size: 9pt)
  {self.words(self.title)} #h(1fr) Page #counter(page).display("1 of 1", both: true)])
#set text(font: "Noto Sans", size: 14pt, lang: "en")
#set par(spacing: 0.7em)
#show heading: set block(above: 0.9em, below: 0.5em)
#set table(stroke: 0.5pt + gray)
#let section(body) = block(stroke: 1pt + gray, inset: 6pt, width: 100%, body)
{self.put_all(self.tree)}"""


class Fo(Html):
    """XSL-FO."""
    sizes = {"h1": "22pt", "h2": "16pt", "h3": "14pt"}

    def element(self, name, node, attributes=""):
        inner = self.put_all(node)
        if name in self.sizes:
            return (f'<fo:block role="{name.upper()}" font-weight="bold" font-size="{self.sizes[name]}" space-before="6pt" '
                    f'keep-with-next="always">{inner}</fo:block>')
        if name == "section":
            return f'<fo:block border="1pt solid #888888" padding="4pt" space-before="6pt" space-after="6pt">{inner}</fo:block>'
        return f'<fo:block space-after="4pt">{inner}</fo:block>'

    def put_l(self, node):
        marks = (kid.text() for item in node.kids for kid in item.kids if kid.kind == "Lbl")
        items = "".join(
            '<fo:list-item><fo:list-item-label end-indent="label-end()"><fo:block>' + escape(mark) + "</fo:block></fo:list-item-label>"
            '<fo:list-item-body start-indent="body-start()"><fo:block>' + self.put_all(item) + "</fo:block></fo:list-item-body></fo:list-item>"
            for mark, item in zip(marks, node.kids))
        return f'<fo:list-block provisional-distance-between-starts="24pt" provisional-label-separation="4pt">{items}</fo:list-block>'

    def put_link(self, node):
        if not node.address:
            return self.put_all(node)
        return f'<fo:basic-link external-destination="{escape(node.address)}">{self.put_all(node)}</fo:basic-link>'

    def row(self, row):
        return "<fo:table-row>" + "".join(
            f'<fo:table-cell number-columns-spanned="{span(cell)}" border="0.5pt solid #888888" padding="3pt"'
            + (' font-weight="bold"' if cell.kind == "TH" else "") + f"><fo:block>{self.put_all(cell)}</fo:block></fo:table-cell>"
            for cell in row.kids) + "</fo:table-row>"

    def put_table(self, node):
        heads, rows = self.rows(node)
        head = f"<fo:table-header>{''.join(map(self.row, heads))}</fo:table-header>" if heads else ""
        return ('<fo:table table-layout="fixed" width="100%" space-before="6pt">' + '<fo:table-column column-width="proportional-column-width(1)"/>' * width(node)
                + head + f"<fo:table-body>{''.join(map(self.row, rows))}</fo:table-body></fo:table>")

    def put_figure(self, node):
        return (f'<fo:block><fo:external-graphic src="url({escape(node.picture)})" fox:alt-text="{escape(node.alt)}" '
                'content-width="scale-to-fit" content-height="scale-to-fit" width="80mm" height="40mm"/></fo:block>')

    def whole(self):
        paper = 'page-width="297mm" page-height="210mm"' if self.landscape else 'page-width="210mm" page-height="297mm"'
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="en"
  font-family="Noto Sans" font-size="14pt">
<fo:layout-master-set><fo:simple-page-master master-name="page" {paper} margin="{MARGIN}">
<fo:region-body margin-bottom="8mm"/><fo:region-after extent="6mm"/></fo:simple-page-master></fo:layout-master-set>
<fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(self.title)}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
<fo:page-sequence master-reference="page"><fo:static-content flow-name="xsl-region-after"><fo:block font-size="9pt">{escape(self.title)}
  Page <fo:page-number/> of <fo:page-number-citation-last ref-id="end"/></fo:block></fo:static-content>
<fo:flow flow-name="xsl-region-body">{self.put_all(self.tree)}<fo:block id="end"/></fo:flow></fo:page-sequence></fo:root>
"""


class Tex(Writer):
    SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
               "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "☐": r"$\square$"}

    def words(self, text):
        return "".join(self.SPECIAL.get(letter, letter) for letter in text)

    def put_h1(self, node):
        return f"\\section*{{{self.put_all(node)}}}\n"

    def put_h2(self, node):
        return f"\\subsection*{{{self.put_all(node)}}}\n"

    def put_h3(self, node):
        return f"\\subsubsection*{{{self.put_all(node)}}}\n"

    def put_p(self, node):
        return f"{self.put_all(node)}\n\n"

    def put_l(self, node):
        name = "enumerate" if node.attributes.get("ListNumbering") == "/Decimal" else "itemize"
        return f"\\begin{{{name}}}{''.join(chr(92) + 'item ' + self.put_all(item) for item in node.kids)}\\end{{{name}}}\n\n"

    def put_link(self, node):
        address = (node.address or "").replace("%", r"\%").replace("#", r"\#")
        return f"\\href{{{address}}}{{{self.put_all(node)}}}" if address else self.put_all(node)

    def row(self, row, columns):
        def cell(one):
            text = self.put_all(one).replace("\n\n", " ")
            share = 0.96 * span(one) / columns
            return f"\\multicolumn{{{span(one)}}}{{p{{{share:.3f}\\linewidth}}}}{{{text}}}" if span(one) > 1 else text
        return " & ".join(map(cell, row.kids)) + "\\\\ \\hline\n"

    def put_table(self, node):
        heads, rows = self.rows(node)
        columns = width(node)
        head = "".join(self.row(row, columns) for row in heads) + "\\endhead\n" if heads else ""
        return ("\\begin{longtable}{" + f"p{{{0.9 / columns:.3f}\\linewidth}}" * columns + "}\\hline\n" + head
                + "".join(self.row(row, columns) for row in rows) + "\\end{longtable}\n")

    def put_figure(self, node):
        name = os.path.splitext(os.path.basename(node.picture))[0]
        return f"\\includegraphics[width=0.45\\linewidth,height=40mm,keepaspectratio]{{{name}.pdf}}\n\n"

    def whole(self):
        return rf"""\documentclass{{article}}
\usepackage[a4paper,{"landscape," if self.landscape else ""}margin={MARGIN},includefoot]{{geometry}}
\usepackage{{fontspec,graphicx,longtable,amssymb}}
\usepackage[pdftitle={{{self.words(self.title)}}},pdflang=en,hidelinks]{{hyperref}}
\setmainfont{{Noto Sans}}
\makeatletter\renewcommand\normalsize{{\@setfontsize\normalsize{{14pt}}{{18pt}}}}\normalsize\makeatother
\setlength\parindent{{0pt}}\setlength\parskip{{4pt}}\raggedright
\begin{{document}}
{self.put_all(self.tree)}\end{{document}}
"""


def write(tree, folder, landscape):
    """sheet.html, sheet.typ, sheet.fo, sheet.tex in FOLDER, with the pictures that XeLaTeX can read where they can be made."""
    for writer, ending in ((Html, "html"), (Typst, "typ"), (Fo, "fo"), (Tex, "tex")):
        with open(os.path.join(folder, "sheet." + ending), "w", encoding="utf-8") as file:
            file.write(writer(tree, landscape).whole())
    for figure in tree.all("Figure") if shutil.which("rsvg-convert") else ():
        name = os.path.splitext(os.path.basename(figure.picture))[0] + ".pdf"
        subprocess.run(["rsvg-convert", "-f", "pdf", "-o", os.path.join(folder, name), figure.picture], check=True)
