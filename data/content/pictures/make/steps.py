# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The step series: one view of a broken lumbar bone, in which only what changes changes."""

import math
import random

from anatomy import Body, lumbar_arch
from palette import (BELLY, BLUE, BLUE_FILL, BLUE_LINE, BONE, BONE_FAR, BROKEN, BROKEN_LINE,
                     BROKEN_RIM, CANAL, CANAL_LINE, CEMENT, CEMENT_DOT, CEMENT_LINE, CEMENT_SOFT,
                     CORD, CORD_LINE, DISC, DISC_CORE, DISC_LINE, FAT, FIBRE, GROUND, KNOB, LINE,
                     LINE_FAR, MUSCLE, RIM, RIM_FAR, ROOT, SKIN_FILL, SKIN_LINE, SPONGE, STEEL,
                     STEEL_LINE, TEAL, WHITE)
from sheet import Frame, document, element, group, number, pair, path, smooth, straight

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
    above = Frame(SCALE, BACK_X, TOP_Y - (TALL + BETWEEN) * SCALE, 3.0 - pose.lean, (-2.0, TALL + 4.0))
    below = Frame(SCALE, BACK_X, TOP_Y + (TALL + BETWEEN) * SCALE, -3.0, (-2.0, -4.0))
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
        fibres.append(f"M{number(x)} {start}Q{number(x - 3)} {(start + end) // 2} {number(x)} {end}")
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
            PLACE((8.6, 27)), PLACE((8.9, 27.4)), PLACE((11.4, 10)), PLACE((12.2, -3)),
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


def arch(frame, fill, line):
    pillar, spine = lumbar_arch(TALL)
    transverse = [(11.4, 4.6), (14.6, 3.8), (16.6, 5.8), (15.8, 8.4), (12.6, 9.0), (10.8, 7.2)]
    return ([path(smooth(frame.all(spine)), fill=fill, stroke=line, stroke_width="1.8")],
            [path(smooth(frame.all(pillar)), fill=fill, stroke=line, stroke_width="1.8"),
             path(smooth(frame.all(transverse)), fill=KNOB, stroke=line, stroke_width="1.1")])


def spine(pose, broken=True):
    """The three bones and two discs, from the back to the front of the paper."""
    above, below = neighbours(pose)
    whole = Body(DEPTH, TALL)
    spine_a, pillar_a = arch(above, BONE_FAR, LINE_FAR)
    spine_b, pillar_b = arch(below, BONE_FAR, LINE_FAR)
    spine_m, pillar_m = arch(PLACE, BONE, LINE)
    fills = (BROKEN, BROKEN_RIM, LINE) if broken else (BONE, RIM, LINE)
    bridge = [PLACE((x, y)) for x, y in ((-2.2, 2.7), (2.0, 3.1), (2.0, 13.9), (-2.2, 14.6))]
    return [group("spinous-processes", spine_a, spine_b, spine_m),
            group("discs", disc(above, whole, PLACE, pose.body), disc(PLACE, pose.body, below, whole)),
            group("bone-above", pillar_a, bone(above, whole, BONE_FAR, RIM_FAR, LINE_FAR, 3)),
            group("bone-below", pillar_b, bone(below, whole, BONE_FAR, RIM_FAR, LINE_FAR, 5)),
            group("bone", pillar_m, bone(PLACE, pose.body, *fills, 7),
                  path(straight(bridge, True), fill="url(#pedicle-front)" if broken else BONE))]


def seam():
    """Broken and sound bone are one piece: their colours run into each other in the pedicle."""
    ends = PLACE((-2.2, 0))[0], PLACE((2.0, 0))[0]
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
    return group("break",
                 path("".join(marks), fill="none", stroke=BROKEN_LINE, stroke_width="1.2",
                      stroke_opacity="0.55", stroke_linecap="round"),
                 path(straight(PLACE.all(line)), fill="none", stroke=BROKEN_LINE,
                      stroke_width="2", stroke_linejoin="round", stroke_dasharray="8 3"))


# The needle's line: through the middle of the pedicle, slightly downwards to the front.
AXIS = PLACE((4.0, 8.8))
SLOPE = math.radians(14.5)


def on_axis(mm, side=0.0):
    """A point `mm` behind the middle of the pedicle along the needle, `side` millimetres below it."""
    along, across = mm * SCALE, side * SCALE
    return (AXIS[0] + along * math.cos(SLOPE) + across * math.sin(SLOPE),
            AXIS[1] - along * math.sin(SLOPE) + across * math.cos(SLOPE))


def tube(start, end, width, fill=STEEL, line=STEEL_LINE, point=0.0, weight="1.6"):
    """A straight tube along the needle's line; `point` is the length of its bevel."""
    half = width / 2
    corners = [on_axis(start, half), on_axis(start + point, -half), on_axis(end, -half),
               on_axis(end, half)]
    return path(straight(corners, True), fill=fill, stroke=line, stroke_width=weight,
                stroke_linejoin="round")


TIP, DOCK, HUB = -27.5, -9.0, 56.5
NEEDLE, CANNULA = 2.8, 3.4


def handle(at, length=6.5, half=3.2):
    """The hub that a hand holds: teal, with two wings."""
    body = [on_axis(at, -half), on_axis(at + length, -half), on_axis(at + length, half),
            on_axis(at, half)]
    wings = [on_axis(at + 1.4, -half - 2.6), on_axis(at + 3.6, -half - 2.6),
             on_axis(at + 3.6, half + 2.6), on_axis(at + 1.4, half + 2.6)]
    return [path(straight(wings, True), fill=TEAL, stroke=TEAL, stroke_width="3",
                 stroke_linejoin="round"),
            path(straight(body, True), fill=TEAL, stroke=TEAL, stroke_width="3",
                 stroke_linejoin="round"),
            path(straight([on_axis(at + 5, -half + 0.6), on_axis(at + 5, half - 0.6)]),
                 fill="none", stroke=WHITE, stroke_width="1.4", stroke_opacity="0.8",
                 stroke_linecap="round")]


def knob(at):
    """The end of the inner stylet: a cap on the hub."""
    cap = [on_axis(at, -2.2), on_axis(at + 3.0, -2.2), on_axis(at + 3.0, 2.2), on_axis(at, 2.2)]
    return [path(straight(cap, True), fill=STEEL, stroke=STEEL_LINE, stroke_width="1.6",
                 stroke_linejoin="round")]


def hose(fill):
    """A soft tube from the hub out of the picture; `fill` is what runs through it."""
    start, bend = on_axis(HUB + 6.5), on_axis(HUB + 12.5)
    d = (f"M{pair(start)}C{pair(bend)} {number(bend[0] + 10)} 92 {number(bend[0] - 2)} 140"
         f"S{number(bend[0] - 6)} 210 {number(bend[0] + 4)} 240")
    return group("tube",
                 path(d, fill="none", stroke=STEEL_LINE, stroke_width="8.4"),
                 path(d, fill="none", stroke=WHITE, stroke_width="5.4"),
                 path(d, fill="none", stroke=fill, stroke_width="3.2"))


def needle_open():
    """Vertebroplasty: one needle to the front third."""
    return group("needle", tube(TIP, HUB, NEEDLE, point=2.4), handle(HUB), knob(HUB + 7.0))


def needle_with_cement():
    return group("needle", hose(CEMENT), tube(TIP + 3, HUB, NEEDLE),
                 tube(TIP + 2.6, HUB, 1.0, fill=CEMENT, line=CEMENT, weight="0.6"), handle(HUB))


def cannula(*inner, flow=None):
    """Kyphoplasty: a wider tube that stops at the back of the body; tools pass through it."""
    core = [tube(DOCK - 0.4, HUB, 1.2, fill=flow, line=flow, weight="0.6")] if flow else []
    return group("needle", *([hose(flow)] if flow else []), *inner, tube(DOCK, HUB, CANNULA), core,
                 handle(HUB))


def blob(body, middle, radii, factors, turn=0.0):
    """A closed shape in the body's own coordinates, so that it follows the plates."""
    points = []
    for i, factor in enumerate(factors):
        angle = 2 * math.pi * i / len(factors)
        du, dv = radii[0] * factor * math.cos(angle), radii[1] * factor * math.sin(angle)
        points.append(body.inside(middle[0] + du, middle[1] + dv + turn * du))
    return PLACE.all(points)


ROUND = (1.0, 1.02, 1.0, 0.97, 1.0, 1.03, 1.01, 0.98, 1.0, 1.02, 0.98, 1.0)


def stipple(body, middle, radii, colour):
    """Dots inside the cement, in rows: a pattern that grey paper keeps."""
    dots = []
    for row in range(-3, 4):
        for column in range(-5, 6):
            du, dv = (column + 0.5 * (row % 2)) / 5, row / 3.5
            if du * du + dv * dv < 0.75:
                spot = PLACE(body.inside(middle[0] + du * radii[0], middle[1] + dv * radii[1]))
                dots.append(f"M{pair(spot)}h0.1")
    return path("".join(dots), fill="none", stroke=colour, stroke_width="2.4",
                stroke_linecap="round")


# Cement between the trabeculae, in upright streaks: place, upper and lower end of each.
STREAKS = ((0.085, 0.52, 0.60), (0.115, 0.40, 0.72), (0.15, 0.46, 0.66), (0.18, 0.30, 0.80),
           (0.215, 0.36, 0.74), (0.25, 0.22, 0.86), (0.285, 0.31, 0.79), (0.32, 0.19, 0.84),
           (0.355, 0.28, 0.90), (0.39, 0.22, 0.81), (0.425, 0.33, 0.88), (0.46, 0.27, 0.76),
           (0.495, 0.38, 0.83), (0.53, 0.31, 0.70), (0.565, 0.43, 0.76), (0.60, 0.40, 0.58),
           (0.63, 0.52, 0.66))
MIDDLE = (0.34, 0.55)


def cement_feathered(pose, reach, soft):
    """Cement pressed into spongy bone: a cloud with feathered edges. `reach` 1 is all of it."""
    streaks = []
    for u, top, bottom in STREAKS:
        lean = 0.012 if top * 100 % 2 else -0.012
        ends = [(MIDDLE[0] + (x - MIDDLE[0]) * reach, MIDDLE[1] + (v - MIDDLE[1]) * reach)
                for x, v in ((u + lean, top), (u - lean, bottom))]
        streaks.append(straight(PLACE.all([pose.body.inside(*end) for end in ends])))
    d = "".join(streaks)
    fill = CEMENT_SOFT if soft else CEMENT
    dots = [] if soft else [stipple(pose.body, (0.35, 0.56), (0.24, 0.26), CEMENT_DOT)]
    return group("cement",
                 path(d, fill="none", stroke=CEMENT_LINE, stroke_width="8.6",
                      stroke_linecap="round"),
                 path(d, fill="none", stroke=fill, stroke_width="5.2", stroke_linecap="round"),
                 *dots)


BALLOON = ((0.37, 0.56), (0.29, 0.30))
TILT = -0.18


def balloon(pose):
    shape = smooth(blob(pose.body, *BALLOON, (1.0,) * 14, TILT))
    shine = blob(pose.body, (BALLOON[0][0], BALLOON[0][1]), (0.21, 0.2), (1.0,) * 16, TILT)[9:13]
    return group("balloon",
                 tube(-32.0, DOCK, 1.0, fill=BLUE, line=BLUE_LINE, weight="1.2"),
                 path(shape, fill=BLUE_FILL, stroke=BLUE_LINE, stroke_width="2.4",
                      fill_opacity="0.9"),
                 tube(-31.4, -30.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 tube(-17.4, -16.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 path(smooth(shine, False), fill="none", stroke=WHITE, stroke_width="3.4",
                      stroke_linecap="round"))


def balloon_flat():
    """The balloon as it goes in: folded around its tube."""
    middle, ends = -23.6, (-31.0, -16.4)
    rim = [on_axis(ends[0] - 0.6), on_axis(ends[0] + 2, -1.3), on_axis(middle, -1.6),
           on_axis(ends[1] - 2, -1.3), on_axis(ends[1] + 0.6), on_axis(ends[1] - 2, 1.3),
           on_axis(middle, 1.6), on_axis(ends[0] + 2, 1.3)]
    fold = [on_axis(ends[0] + 1.5, 0.2), on_axis(middle, -0.3), on_axis(ends[1] - 1.5, 0.2)]
    return group("balloon",
                 tube(-32.0, DOCK, 1.0, fill=BLUE, line=BLUE_LINE, weight="1.2"),
                 path(smooth(rim), fill=BLUE_FILL, stroke=BLUE_LINE, stroke_width="2.2"),
                 path(smooth(fold, False), fill="none", stroke=BLUE_LINE, stroke_width="1.2"))


def space(pose):
    """The room that the balloon left."""
    shape = smooth(blob(pose.body, *BALLOON, ROUND, TILT))
    return group("space", path(shape, fill=WHITE, stroke=LINE, stroke_width="2",
                               stroke_dasharray="2.2 4", stroke_linecap="round"))


def cement_round(pose):
    shape = smooth(blob(pose.body, BALLOON[0], (0.31, 0.33), ROUND, TILT))
    return group("cement", path(shape, fill=CEMENT, stroke=CEMENT_LINE, stroke_width="2.2"),
                 stipple(pose.body, BALLOON[0], (0.29, 0.31), CEMENT_DOT))


def old_plate():
    """Where the plate lay before the balloon lifted it."""
    line = [PLACE(WEDGE.body.top(t)) for t in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.88)]
    return group("plate-before", path(smooth(line, False), fill="none", stroke=BROKEN_LINE,
                                      stroke_width="1.8", stroke_dasharray="1 4.5",
                                      stroke_linecap="round"))


def plaster():
    """A small dressing where the needle went in."""
    spot = on_axis((BACK_X + (SKIN + 1.0) * SCALE - AXIS[0]) / SCALE / math.cos(SLOPE))
    x, y = number(spot[0]), number(spot[1])
    return group("dressing", element("rect", x=number(spot[0] - 3.4), y=number(spot[1] - 16),
                                     width="8", height="32", rx="3.6", fill=WHITE,
                                     stroke=TEAL, stroke_width="2"),
                 path(f"M{x} {number(spot[1] - 4)}v8", fill="none", stroke=TEAL,
                      stroke_width="2.4", stroke_linecap="round"))


def mended():
    """New bone where the break was: a dense, firm band, all within the outline."""
    b, along = WEDGE.body, (0.05, 0.15, 0.25, 0.35, 0.45, 0.54)
    upper = [b.inside(u, 0.14) for u in along]
    lower = [b.inside(u, 0.46 - 0.3 * u) for u in reversed(along)]
    grain = []
    for i in range(14):
        u = 0.07 + i * 0.034 + 0.008 * (i % 3)
        grain.append(straight(PLACE.all([b.inside(u, 0.15 + 0.03 * (i % 2)), b.inside(u, 0.42 - 0.3 * u - 0.04 * (i % 4))])))
    return group("new-bone",
                 path(smooth(PLACE.all(upper + lower)), fill=RIM),
                 path("".join(grain), fill="none", stroke=LINE, stroke_width="1.3",
                      stroke_linecap="round"))


def calendar():
    """Leaves of a calendar, most of the days ticked off."""
    leaves = [element("rect", x=286 + d, y=52 - d, width=154, height=140, rx=8, fill=WHITE,
                      stroke=STEEL_LINE, stroke_width="1.6") for d in (10, 5, 0)]
    head = path("M286 76V60Q286 52 294 52H432Q440 52 440 60V76Z", fill=TEAL, stroke=STEEL_LINE,
                stroke_width="1.6")
    rings = path("M316 40V62M363 40V62M410 40V62", fill="none", stroke=STEEL_LINE, stroke_width="5",
                 stroke_linecap="round")
    days, ticks = [], []
    for row in range(4):
        for column in range(5):
            x, y = 299 + column * 26.5, 85 + row * 26
            days.append(element("rect", x=number(x), y=y, width=21, height=20, rx=3, fill=GROUND,
                                stroke="#b9c7cf", stroke_width="1.4"))
            if row < 3:
                ticks.append(f"M{number(x + 5)} {y + 10}l4 5l7 -9")
    return group("calendar", leaves, head, rings, days,
                 path("".join(ticks), fill="none", stroke=TEAL, stroke_width="2.6",
                      stroke_linecap="round", stroke_linejoin="round"))


def healing():
    """The broken bone keeps its shape and heals, while the days go by."""
    return document(WIDTH, HEIGHT, ground(), canal(WEDGE), spine(WEDGE, False), mended(), skin(),
                    calendar())


def picture(pose, *more, broken=True):
    return document(WIDTH, HEIGHT, *([seam()] if broken else []), ground(), canal(pose),
                    *spine(pose, broken), *([crack(pose)] if broken else []), skin(), *more)


def all_pictures():
    filler = tube(-20.0, DOCK, 2.2)
    return {
        "vertebra-healthy": picture(HEALTHY, broken=False),
        "vertebra-broken": picture(WEDGE),
        "np-time": healing(),
        "vp-needle": picture(WEDGE, needle_open()),
        "vp-cement": picture(WEDGE, cement_feathered(WEDGE, 0.62, True), needle_with_cement()),
        "vp-set": picture(WEDGE, cement_feathered(WEDGE, 1.0, False), plaster()),
        "kp-needle": picture(WEDGE, balloon_flat(), cannula(flow=BLUE)),
        "kp-balloon-up": picture(LIFTED, old_plate(), balloon(LIFTED), cannula(flow=BLUE)),
        "kp-balloon-out": picture(LIFTED, old_plate(), space(LIFTED), cannula()),
        "kp-cement": picture(LIFTED, old_plate(), cement_round(LIFTED), filler,
                             cannula(flow=CEMENT)),
    }
