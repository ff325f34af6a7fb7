# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Getting ready, lying flat, and a check of the bones."""

import math

from palette import (CLOTH, CLOTH_DARK, INK, PILLOW, STEEL, STEEL_LINE, TEAL, TROUSERS, WATER,
                     WHITE, WOOD)
from people import (LINE, at, box, companion, disc, hand, limb, lying_head, not_this, shape, shoe,
                    stroke)
from scenes import FLOOR, bottle, capsule, floor, scene
from sheet import element, group, number, path


def clock(radius, hour, minute):
    """Around its own middle; strokes stand where the numbers would."""
    marks, hands = [], []
    for i in range(12):
        turn = math.radians(30 * i)
        for share in (0.82 if i % 3 else 0.72, 0.9):
            marks.append(f"{number(radius * share * math.sin(turn))} "
                         f"{number(-radius * share * math.cos(turn))}")
    for part, length in (((hour + minute / 60) / 12, 0.45), (minute / 60, 0.64)):
        turn = 2 * math.pi * part
        hands.append(f"M0 0L{number(radius * length * math.sin(turn))} "
                     f"{number(-radius * length * math.cos(turn))}")
    ticks = "".join(f"M{a}L{b}" for a, b in zip(marks[::2], marks[1::2]))
    weight = number(max(2.4, radius / 14))
    return [disc(0, 0, radius, WHITE), disc(0, 0, radius, "none", STEEL_LINE), stroke(ticks),
            stroke(hands[0], weight=weight), stroke(hands[1], TEAL, weight), disc(0, 0, 2.4, INK)]


def lying_flat():
    """On the back, on a bed without a slope, the arms beside the body."""
    top = 138
    trunk = shape(f"M132 {top - 40}C150 {top - 52} 186 {top - 50} 216 {top - 46}"
                  f"L262 {top - 40}V{top}H136Q126 {top - 18} 132 {top - 40}Z", CLOTH)
    blanket = shape(f"M214 {top + 2}Q208 {top - 24} 218 {top - 47}C250 {top - 50} 300 {top - 36} "
                    f"352 {top - 34}Q366 {top - 34} 372 {top - 52}Q378 {top - 60} 386 {top - 54}"
                    f"Q394 {top - 30} 396 {top + 2}Z", WATER)
    folds = stroke(f"M228 {top - 38}Q222 {top - 22} 226 {top - 4}M268 {top - 24}Q310 {top - 14} "
                   f"356 {top - 16}M372 {top - 30}Q376 {top - 20} 374 {top - 10}", "#8fb4c9", 1.6)
    arm = [limb(f"M152 {top - 26}L198 {top - 15}L248 {top - 14}", 13, CLOTH_DARK),
           hand(258, top - 14, 7)]
    person = group("person", at(104, top - 36, lying_head(1.3)), trunk, blanket, folds, arm)
    pillow = group("pillow", box(64, top - 16, 76, 18, PILLOW, 9))
    bed = group("bed", box(44, 92, 10, 102, "#b9c7cf", 4), box(406, 112, 10, 82, "#b9c7cf", 4),
                box(54, top, 352, 20, "#dbe8ec", 6), box(54, top + 20, 352, 9, STEEL, 3),
                [[stroke(f"M{x} {top + 30}V190", STEEL_LINE, 5), disc(x, 198, 8, "#6c7a86")]
                 for x in (86, 374)])
    return scene(floor(), group("clock", at(420, 50, clock(32, 10, 10))), bed, pillow, person)


def scanner():
    """The arm that passes above the table, and what it sends down."""
    pillar = box(114, 40, 32, 150, "#e4eaee", 3, STEEL_LINE)
    rays = path("M100 134L110 62H150L160 134Z", fill=TEAL, fill_opacity="0.12")
    arm = [box(84, 32, 92, 26, "#eef2f5", 6, STEEL_LINE),
           box(104, 56, 52, 7, "#b9c7cf", 2, STEEL_LINE)]
    return group("scanner-pillar", pillar), group("scanner", rays, arm)


def scan_picture():
    """What the machine shows: bones of the lower back from the front, and beside them a scale."""
    pale = "#e9eef2"
    bones = [shape(f"M{270 - d} {34 + 18 * i}q{11 + d} 2 {22 + 2 * d} 0q-2 5 0 12"
                   f"q-{11 + d} -2 -{22 + 2 * d} 0q2 -7 0 -12Z", pale, pale, 1)
             for i, d in enumerate((0, 1, 2, 3))]
    bars = [element("rect", x=312, y=34 + 24 * i, width=18, height=20, fill=fill, stroke=pale,
                    stroke_width="1.4") for i, fill in enumerate(("#8fd1c9", "#6b7884", "#46535f"))]
    mark = shape("M307 68L299 63.5V72.5Z", pale, pale, 1)
    return group("screen", box(254, 22, 92, 94, "#46535f", 6), bones, bars, mark,
                 stroke("M300 117V128", STEEL_LINE, 5), stroke("M282 130H318", STEEL_LINE, 5))


def bones():
    """A scan of the bones: on the back, the lower legs on a block, a nurse beside."""
    top = 146
    table = group("table", box(22, top, 220, 10, "#c7dbe0", 4), box(18, top + 9, 228, 9, STEEL, 3),
                  shape(f"M54 {top + 18}H196L190 {FLOOR}H60Z", STEEL))
    block = group("block", box(184, top - 36, 54, 36, WOOD, 3))
    trunk = shape(f"M72 {top - 34}C84 {top - 42} 110 {top - 39} 132 {top - 36}Q154 {top - 32} "
                  f"154 {top - 14}Q154 {top} 142 {top}H74Q66 {top - 16} 72 {top - 34}Z", CLOTH)
    legs = [limb(f"M142 {top - 17}L178 {top - 54}L222 {top - 46}", 14, TROUSERS),
            group(None, shoe(5), transform=f"translate(228 {top - 42}) rotate(96)")]
    arm = [limb(f"M86 {top - 22}L112 {top - 11}L134 {top - 13}", 10, CLOTH_DARK),
           hand(141, top - 13, 5.5)]
    person = group("person", legs, at(50, top - 26, lying_head()), trunk, arm)
    pillow = group("pillow", box(26, top - 12, 48, 14, PILLOW, 6))
    pillar, moving = scanner()
    desk = group("desk", box(252, 132, 106, 8, WOOD, 2), stroke("M264 142V204M346 142V204",
                                                               STEEL_LINE, 5))
    board = group("clipboard", shape("M-66 -138L-42 -142L-36 -100L-60 -96Z", "#b58a5a"),
                  shape("M-62 -132L-43 -135L-38.5 -104L-57.5 -101Z", WHITE, weight=1.4),
                  stroke("M-57 -125L-44 -127M-56 -118L-43 -120M-55 -111L-47 -112.5", "#8b98a5", 2))
    arms = [limb("M-1 -138L-10 -110L-36 -108", 11, "#e5c48f"), hand(-43, -108)]
    nurse = group("nurse", at(424, FLOOR, companion(still=True), board, arms))
    return scene(floor(), pillar, table, block, pillow, person, moving, desk, scan_picture(), nurse)


def plate():
    """A laid place seen from above, with bread; around its own middle."""
    fork = "M-62 46V-2M-69 -32V-14Q-69 -2 -62 -2Q-55 -2 -55 -14V-32M-62 -32V-10"
    knife = "M60 46V-36Q70 -20 67 8H60"
    bread = shape("M-24 -10Q-34 -22 -22 -29Q0 -37 22 -29Q34 -22 24 -10V20Q24 26 18 26H-18"
                  "Q-24 26 -24 20Z", "#f3d9b0")
    crust = stroke("M-17 -11Q-24 -20 -15 -23Q0 -28 15 -23Q24 -20 17 -11V18H-17Z", "#cdb48d", 1.6)
    return group("plate", disc(0, 0, 49, WHITE), disc(0, 0, 37, "#eef2f5", "#b9c7cf"), bread,
                 crust, stroke(fork, STEEL_LINE, 4), stroke(knife, STEEL_LINE, 4))


def fasting():
    """No meal for a time before. The hands stand where they say no hour in particular."""
    return scene(group("clock", at(126, 115, clock(78, 10, 10))), at(346, 115, plate()),
                 not_this(346, 115))


def medicine_list():
    sheet = group("sheet", box(96, 22, 164, 196, "#b58a5a", 8), box(106, 36, 144, 174, WHITE, 2),
                  box(150, 14, 56, 26, STEEL, 5, STEEL_LINE), disc(178, 22, 3.4, WHITE, STEEL_LINE))
    round_tablet = [disc(0, 0, 9, WHITE), stroke("M-5 0H5", weight=1.4)]
    oval = element("ellipse", cx=0, cy=0, rx=14, ry=7.5, fill="#f3d9b0", stroke=INK,
                   stroke_width=LINE)
    drop = shape("M0 -12Q10 0 10 4A10 9 0 0 1 -10 4Q-10 0 0 -12Z", WATER)
    rows, lines = [], []
    for i, thing in enumerate((capsule("#7fb5ae", WHITE), round_tablet, oval, drop)):
        y = 64 + 40 * i
        rows.append(at(136, y, thing))
        lines.append(f"M166 {y - 6}H238M166 {y + 7}H{(222, 206, 230, 212)[i]}")
    rules = stroke("M114 84H242M114 124H242M114 164H242", "#d5dde2", 1.4)
    pen = group("pen", shape("M276 196L282 180L330 92L344 100L296 188Z", TEAL),
                shape("M276 196L282 180L296 188Z", WOOD), stroke("M322 106L336 114", WHITE, 1.6))
    table = group("table", element("rect", width=480, height=230, fill="#f1e8d8"))
    return scene(table, sheet, group("list", rules, rows, stroke("".join(lines), "#8b98a5", 4)),
                 pen, at(178, 22, bottle()))


def all_pictures():
    return {"lying-flat": lying_flat(), "bones": bones(), "fasting": fasting(),
            "medicine-list": medicine_list()}
