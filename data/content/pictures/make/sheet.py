# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small SVG writer that knows only what the picture loader accepts."""

import math


def number(value):
    """One decimal is finer than any printer shows at this size."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def pair(point):
    return f"{number(point[0])} {number(point[1])}"


def rounded(point):
    return round(point[0], 1), round(point[1], 1)


def smooth(points, closed=True, tension=1.0):
    """A path through all points (Catmull-Rom), in relative steps, which are shorter to write."""
    count = len(points)

    def at(index):
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    def handle(before, after):
        return (after[0] - before[0]) * tension / 6, (after[1] - before[1]) * tension / 6

    parts, pen = ["M" + pair(points[0])], rounded(points[0])
    for i in range(count if closed else count - 1):
        here, there = at(i), at(i + 1)
        out = handle(at(i - 1), there)
        back = handle(here, at(i + 2))
        first = here[0] + out[0], here[1] + out[1]
        second = there[0] - back[0], there[1] - back[1]
        parts.append("c" + " ".join(pair((p[0] - pen[0], p[1] - pen[1]))
                                    for p in (first, second, there)))
        pen = rounded((pen[0] + round(there[0] - pen[0], 1), pen[1] + round(there[1] - pen[1], 1)))
    return "".join(parts) + ("Z" if closed else "")


def straight(points, closed=False):
    return "M" + "L".join(pair(p) for p in points) + ("Z" if closed else "")


def element(name, **attributes):
    """One element. Underscores in names become hyphens; None is left out."""
    words = [name]
    for key, value in attributes.items():
        if value is not None:
            value = number(value) if isinstance(value, float) else value
            words.append(f'{key.replace("_", "-")}="{value}"')
    return "<" + " ".join(words) + "/>"


def path(d, **attributes):
    return element("path", d=d, **attributes)


def flat(items):
    """All strings in lists of lists of strings, in order."""
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            yield from flat(item)


def group(identifier, *children, **attributes):
    """A group; children may be strings or nested lists of strings."""
    lines = "\n".join("  " + line for item in flat(children) for line in item.split("\n"))
    words = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    name = f' id="{identifier}"' if identifier else ""
    return f"<g{name}{words}>\n{lines}\n</g>"


def document(width, height, *children):
    body = "\n".join(flat(children))
    return ("<!-- SPDX-FileCopyrightText: 2026 Pedicle contributors -->\n"
            "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
            "<!-- Drawn by make/make.py: change it there. -->\n"
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}">\n{body}\n</svg>\n')


class Frame:
    """Millimetres of one bone to units of the picture: scale, turn (degrees, clockwise), place."""

    def __init__(self, scale, x, y, turn=0.0, pivot=(0.0, 0.0)):
        self.scale, self.x, self.y, self.pivot = scale, x, y, pivot
        self.sine, self.cosine = math.sin(math.radians(turn)), math.cos(math.radians(turn))

    def __call__(self, point):
        dx, dy = point[0] - self.pivot[0], point[1] - self.pivot[1]
        x = dx * self.cosine - dy * self.sine + self.pivot[0]
        y = dx * self.sine + dy * self.cosine + self.pivot[1]
        return (self.x + self.scale * x, self.y + self.scale * y)

    def all(self, points):
        return [self(p) for p in points]
