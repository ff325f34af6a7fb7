# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What acts in the steps: needle, balloon, cement, and the traces that they leave."""

import math
import random

from palette import (BLUE, BLUE_FILL, BLUE_LINE, BROKEN_LINE, CEMENT, CEMENT_DOT, CEMENT_LINE,
                     CEMENT_SOFT, LINE, LINE_FAR, STEEL, STEEL_LINE, TEAL, WHITE)
from sheet import element, group, number, pair, path, smooth, straight
from view import SCALE, BACK_X, SKIN, PLACE, WEDGE

# The needle's line: through the middle of the pedicle, slightly downwards to the front.
AXIS = PLACE((4.0, 8.8))
SLOPE = math.radians(14.5)


def on_axis(mm, side=0.0):
    """The point `mm` behind the middle of the pedicle along the needle, `side` mm below it."""
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
NEEDLE, CANNULA = 2.6, 3.0


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
    """The same needle at the same place; its core is out, and cement runs through it."""
    return group("needle", hose(CEMENT), tube(TIP, HUB, NEEDLE, point=2.4),
                 tube(TIP + 0.8, HUB, 1.0, fill=CEMENT, line=CEMENT, weight="0.6"), handle(HUB))


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


# The whole of the cement in a treated body, in its own coordinates: middle and half-lengths.
CLOUD, CLOUD_SIZE = (0.365, 0.545), (0.3, 0.37)


def cement_feathered(pose, middle=CLOUD, reach=1.0, soft=False):
    """Cement pressed into spongy bone: a cloud that runs out between the upright trabeculae into
    fine tongues. `reach` 1 is all of it.
    """
    chance = random.Random(21)
    half = CLOUD_SIZE[0] * reach, CLOUD_SIZE[1] * reach

    def inside(across, down):
        return pose.body.inside(middle[0] + half[0] * across, middle[1] + half[1] * down)

    core = []
    for i in range(18):
        angle = 2 * math.pi * i / 18
        lobe = 0.86 + 0.06 * math.sin(3 * angle + 1.2) + 0.05 * math.sin(5 * angle)
        core.append(inside(math.cos(angle) * lobe, math.sin(angle) * lobe))
    tongues, columns = [], max(8, round(21 * reach))
    for i in range(columns):
        across = 1.7 * (i + 0.5) / columns - 0.85 + chance.uniform(-0.025, 0.025)
        rim = math.sqrt(1 - across * across)
        up, down = (rim * chance.uniform(0.74, 1.1) for _ in range(2))
        tongues.append(straight(PLACE.all([inside(across, -up), inside(across, down)])))
    cloud, streaks = smooth(PLACE.all(core)), "".join(tongues)
    fill = CEMENT_SOFT if soft else CEMENT
    both = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    dots = [] if soft else [stipple(pose.body, middle, (half[0] * 0.8, half[1] * 0.74),
                                    CEMENT_DOT)]
    return group("cement",
                 path(streaks, fill="none", stroke=CEMENT_LINE, stroke_width="4.2", **both),
                 path(cloud, fill=CEMENT_LINE, stroke=CEMENT_LINE, stroke_width="2", **both),
                 path(streaks, fill="none", stroke=fill, stroke_width="2.6", **both),
                 path(cloud, fill=fill), *dots)


BALLOON = ((0.365, 0.525), (0.29, 0.335))
TILT = -0.22


def pressed(pose):
    """The spongy bone that the balloon pressed aside: a denser shell around it."""
    shell = []
    for first, size in ((0, 1.1), (2, 1.19)):
        ring = blob(pose.body, BALLOON[0], [r * size for r in BALLOON[1]], (1.0,) * 64, TILT)
        shell += [smooth(ring[i:i + 3], False) for i in range(first, 62, 4)]
    return path("".join(shell), fill="none", stroke=LINE_FAR, stroke_width="1.2",
                stroke_linecap="round")


def balloon(pose):
    shape = smooth(blob(pose.body, *BALLOON, (1.0,) * 14, TILT))
    shine = blob(pose.body, BALLOON[0], (0.21, 0.24), (1.0,) * 16, TILT)[9:13]
    return group("balloon",
                 tube(-32.0, DOCK, 1.0, fill=BLUE, line=BLUE_LINE, weight="1.2"),
                 path(shape, fill=BLUE_FILL, stroke=BLUE_LINE, stroke_width="2.4",
                      fill_opacity="0.9"),
                 tube(-31.4, -30.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 tube(-17.4, -16.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 path(smooth(shine, False), fill="none", stroke=WHITE, stroke_width="3.4",
                      stroke_linecap="round"))


def balloon_flat():
    """The balloon as it goes in: folded around its tube. Drawn with the same parts as the full one, point for point, so
    that the one can fill up to the other."""
    middle, half, thick = -23.7, 7.9, 1.6
    rim = []
    for i in range(14):
        angle = 2 * math.pi * i / 14
        bulge = math.copysign(abs(math.sin(angle)) ** 0.6, math.sin(angle))
        rim.append(on_axis(middle + half * math.cos(angle), thick * bulge))
    shine = [on_axis(at, -0.8) for at in (-28.0, -26.6, -25.2, -23.8)]
    return group("balloon",
                 tube(-32.0, DOCK, 1.0, fill=BLUE, line=BLUE_LINE, weight="1.2"),
                 path(smooth(rim), fill=BLUE_FILL, stroke=BLUE_LINE, stroke_width="2.2",
                      fill_opacity="0.9"),
                 tube(-31.4, -30.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 tube(-17.4, -16.2, 1.6, fill=BLUE_LINE, line=BLUE_LINE),
                 path(smooth(shine, False), fill="none", stroke=WHITE, stroke_width="0.8",
                      stroke_linecap="round"))


def balloon_fold():
    fold = [on_axis(-29.5, 0.2), on_axis(-23.6, -0.3), on_axis(-17.9, 0.2)]
    return group("fold", path(smooth(fold, False), fill="none", stroke=BLUE_LINE, stroke_width="1.2"))


def space(pose):
    """The room that the balloon left."""
    shape = smooth(blob(pose.body, *BALLOON, ROUND, TILT))
    return group("space", path(shape, fill=WHITE, stroke=LINE, stroke_width="2",
                               stroke_dasharray="2.2 4", stroke_linecap="round"))


def cement_round(pose):
    shape = smooth(blob(pose.body, BALLOON[0], (0.305, 0.35), ROUND, TILT))
    return group("cement", path(shape, fill=CEMENT, stroke=CEMENT_LINE, stroke_width="2.2"),
                 stipple(pose.body, BALLOON[0], (0.285, 0.33), CEMENT_DOT))


def old_plate():
    """Where the plate lay before the balloon lifted it."""
    line = [PLACE(WEDGE.body.top(t)) for t in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.88)]
    return group("plate-before", path(smooth(line, False), fill="none", stroke=BROKEN_LINE,
                                      stroke_width="2.4", stroke_dasharray="0.1 4.8",
                                      stroke_linecap="round"))


def plaster():
    """A small dressing where the needle went in."""
    spot = on_axis((BACK_X + (SKIN + 1.0) * SCALE - AXIS[0]) / SCALE / math.cos(SLOPE))
    return group("dressing", element("rect", x=number(spot[0] - 3.4), y=number(spot[1] - 17),
                                     width="8.6", height="34", rx="4", fill=WHITE, stroke=TEAL,
                                     stroke_width="2"),
                 path(f"M{number(spot[0] + 0.9)} {number(spot[1] - 5)}v10", fill="none",
                      stroke=TEAL, stroke_width="2.4", stroke_linecap="round"))
