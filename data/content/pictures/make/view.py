# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of all steps: a lumbar bone, its neighbours, and what lies around it."""

import math
import random

from anatomy import Body, lumbar_arch
from palette import (BELLY, BONE, BONE_FAR, BROKEN, BROKEN_LINE, BROKEN_RIM, CANAL, CANAL_LINE,
                     CORD, CORD_LINE, DISC, DISC_CORE, DISC_LINE, FAT, FIBRE, GROUND, KNOB, LINE,
                     LINE_FAR, MUSCLE, RIM, RIM_FAR, ROOT, SKIN_FILL, SKIN_LINE, SPONGE)
from sheet import Frame, element, group, number, path, smooth, straight

WIDTH, HEIGHT = 480, 230
SCALE = 4.15
BACK_X, TOP_Y = 166.0, 61.0
DEPTH, TALL, BETWEEN = 31.0, 26.0, 8.0
SKIN = 54.0


class Pose:
    """How far the bone is broken. The spine above leans with the plate."""

    def __init__(self, loss, sink):
        self.body = Body(DEPTH, TALL, loss, sink)
        self.lean = math.degrees(math.atan(loss / DEPTH))


HEALTHY = Pose(0.0, 0.0)
WEDGE = Pose(8.0, 1.8)
LIFTED = Pose(5.0, 0.3)

PLACE = Frame(SCALE, BACK_X, TOP_Y)


def neighbours(pose):
    apart = (TALL + BETWEEN) * SCALE
    above = Frame(SCALE, BACK_X, TOP_Y - apart, 3.0 - pose.lean, (-2.0, TALL + 4.0))
    below = Frame(SCALE, BACK_X, TOP_Y + apart, -3.0, (-2.0, -4.0))
    return above, below


def ground():
    """What lies around the spine: belly side, muscle, fat, skin; pale, so that it stays behind."""
    def edge(mm):
        x = BACK_X + mm * SCALE
        return f"{number(x + 3)} 0C{number(x - 3)} 70 {number(x - 3)} 160 {number(x + 3)} 230"

    def layer(mm, fill):
        return path(f"M0 0L{edge(mm)}L0 230Z", fill=fill)

    fibres = []
    for mm, start, end in ((30, 0, 26), (36, 0, 34), (42.5, 0, 40), (33, 84, 108), (39, 76, 110),
                           (45.5, 60, 150), (30, 200, 230), (36, 205, 230), (42.5, 200, 230)):
        x = BACK_X + mm * SCALE
        middle = f"{number(x - 3)} {(start + end) // 2}"
        fibres.append(f"M{number(x)} {start}Q{middle} {number(x)} {end}")
    return group("ground",
                 element("rect", width=WIDTH, height=HEIGHT, fill=GROUND),
                 layer(SKIN, FAT),
                 layer(47.5, MUSCLE),
                 layer(6.0, BELLY),
                 path("".join(fibres), fill="none", stroke=FIBRE, stroke_width="1.4",
                      stroke_linecap="round"))


def skin():
    x = BACK_X + SKIN * SCALE
    d = f"M{number(x + 3)} 0C{number(x - 3)} 70 {number(x - 3)} 160 {number(x + 3)} 230"
    return group("skin",
                 path(d, fill="none", stroke=SKIN_LINE, stroke_width="9"),
                 path(d, fill="none", stroke=SKIN_FILL, stroke_width="6"))


def canal(pose):
    above, below = neighbours(pose)
    front = [above((0.8, -2)), above((0.6, 14)), above((1.2, 26)), PLACE((1.2, -1)),
             PLACE((0.4, 13)), PLACE((1.2, 27)), below((1.0, 0)), below((0.6, 14)),
             below((1.0, 30))]
    back = [above((17, -2)), above((17, 14)), PLACE((17, -3)), PLACE((17.2, 13)),
            PLACE((17, 28)), below((17, 12)), below((17, 30))]
    d = smooth(front, False) + "L" + smooth(back[::-1], False)[1:] + "Z"
    cord = [above((4.4, -2)), above((4.4, 14)), PLACE((4.6, -3)), PLACE((5.6, 10)),
            PLACE((7.2, 21)), PLACE((8.3, 26.4)), PLACE((8.9, 27.6)), PLACE((9.5, 26.4)),
            PLACE((10.2, 21)), PLACE((11.4, 10)), PLACE((12.2, -3)),
            above((12.6, 14)), above((12.6, -2))]
    roots = []
    for dx in (-2.2, 0.2, 2.6):
        line = [PLACE((8.8 + dx * 0.6, 14)), PLACE((8.8 + dx, 30)), below((8.4 + dx, 4)),
                below((8.4 + dx, 30))]
        roots.append(smooth(line, False))
    return group("canal",
                 path(d, fill=CANAL, stroke=CANAL_LINE, stroke_width="1.2"),
                 path("".join(roots), fill="none", stroke=ROOT, stroke_width="1.1"),
                 path(smooth(cord), fill=CORD, stroke=CORD_LINE, stroke_width="1.2"))


def disc(upper_frame, upper, lower_frame, lower):
    """The disc between the lower plate of one body and the upper plate of the next."""
    ts = (0.02, 0.2, 0.4, 0.6, 0.8, 0.98)
    first = [upper_frame(upper.bottom(t)) for t in ts]
    second = [lower_frame(lower.top(t)) for t in reversed(ts)]
    back = (first[-1][0] + second[0][0]) / 2 + 5, (first[-1][1] + second[0][1]) / 2
    front = (first[0][0] + second[-1][0]) / 2 - 5, (first[0][1] + second[-1][1]) / 2
    rings = []
    for share in (0.3, 0.7):
        line = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                for a, b in zip(first, second[::-1])]
        rings.append(smooth(line[:3], False, 0.8))
        rings.append(smooth(line[3:], False, 0.8))
    return [path(smooth(first + [back] + second + [front]), fill=DISC, stroke=DISC_LINE,
                 stroke_width="1.4"),
            path(smooth([((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
                         for a, b in zip(first[1:5], second[::-1][1:5])], False),
                 fill="none", stroke=DISC_CORE, stroke_width="5", stroke_linecap="round")]


def bone(frame, body, fill, rim, line, seed, columns=13):
    """A body in section: firm rim, spongy inside."""
    texture = "".join(straight(frame.all(s)) for s in body.trabeculae(seed, columns))
    return [path(smooth(frame.all(body.outline())), fill=rim, stroke=line, stroke_width="2.2"),
            path(smooth(frame.all(body.outline(1.1))), fill=fill),
            path(texture, fill="none", stroke=SPONGE, stroke_width="1.1", stroke_linecap="round")]


# Where the spongy bone of the body goes over into the pedicle.
BRIDGE = [(-2.9, 4.2), (-0.9, 3.4), (0.4, 3.1), (2.6, 3.2), (2.6, 13.6), (0.2, 14.1), (-1.2, 13.8),
          (-2.9, 12.8)]


def arch(frame, fill, line):
    pillar, spine = lumbar_arch(TALL)
    # The pedicle's two lines spring from the back wall; between them bone runs through.
    pillar = [(0.0, 2.6)] + pillar[1:-1] + [(-0.4, 14.6)]
    transverse = [(11.4, 4.6), (14.6, 3.8), (16.6, 5.8), (15.8, 8.4), (12.6, 9.0), (10.8, 7.2)]
    return ([path(smooth(frame.all(spine)), fill=fill, stroke=line, stroke_width="1.8")],
            [path(straight(frame.all(BRIDGE), True), fill=fill),
             path(smooth(frame.all(pillar), False), fill=fill, stroke=line, stroke_width="1.8",
                  stroke_linecap="round"),
             path(smooth(frame.all(transverse)), fill=KNOB, stroke=line, stroke_width="1.1")])


def spine(pose, broken=True):
    """The three bones and two discs, from the back to the front of the paper."""
    above, below = neighbours(pose)
    whole = Body(DEPTH, TALL)
    spine_a, pillar_a = arch(above, BONE_FAR, LINE_FAR)
    spine_b, pillar_b = arch(below, BONE_FAR, LINE_FAR)
    spine_m, pillar_m = arch(PLACE, BONE, LINE)
    fills = (BROKEN, BROKEN_RIM, LINE) if broken else (BONE, RIM, LINE)
    return [group("spinous-processes", spine_a, spine_b, spine_m),
            group("discs", disc(above, whole, PLACE, pose.body),
                  disc(PLACE, pose.body, below, whole)),
            group("bone-above", bone(above, whole, BONE_FAR, RIM_FAR, LINE_FAR, 3), pillar_a),
            group("bone-below", bone(below, whole, BONE_FAR, RIM_FAR, LINE_FAR, 5), pillar_b),
            group("bone", bone(PLACE, pose.body, *fills, 7), pillar_m,
                  path(straight(PLACE.all(BRIDGE), True),
                       fill="url(#pedicle-front)") if broken else [])]


def seam():
    """Broken and sound bone are one piece: their colours run into each other in the pedicle."""
    ends = PLACE((-2.6, 0))[0], PLACE((2.0, 0))[0]
    return (f'<linearGradient id="pedicle-front" gradientUnits="userSpaceOnUse" '
            f'x1="{number(ends[0])}" y1="0" x2="{number(ends[1])}" y2="0">\n'
            f'  <stop offset="0" stop-color="{BROKEN}"/>\n'
            f'  <stop offset="1" stop-color="{BONE}"/>\n</linearGradient>')


def crack(pose):
    """The break: a fine broken line from the front wall, and crushed bone under the plate."""
    b = pose.body
    line = [b.inside(u, v) for u, v in ((-0.01, 0.36), (0.06, 0.30), (0.10, 0.37), (0.17, 0.27),
                                        (0.23, 0.33), (0.31, 0.22), (0.38, 0.28), (0.46, 0.18))]
    marks = []
    chance = random.Random(11)
    for i in range(9):
        u = 0.1 + i * 0.055
        v = 0.11 + chance.uniform(0, 0.04)
        marks.append(straight(PLACE.all([b.inside(u, v), b.inside(u + 0.035, v + 0.05)])))
    crushed = path("".join(marks), fill="none", stroke=BROKEN_LINE, stroke_width="1.2",
                   stroke_opacity="0.55", stroke_linecap="round")
    return group("break", crushed if pose is WEDGE else [],
                 path(straight(PLACE.all(line)), fill="none", stroke=BROKEN_LINE,
                      stroke_width="2", stroke_linejoin="round", stroke_dasharray="8 3"))
