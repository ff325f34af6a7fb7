# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The step series: one view of a broken lumbar bone, in which only what changes changes."""

import math
import random

from palette import BLUE, CEMENT, GROUND, LINE_FAR, RIM, STEEL_LINE, TEAL, WHITE
from sheet import document, element, group, number, path, smooth, straight
from tools import (DOCK, balloon, balloon_flat, balloon_fold, cannula, cement_feathered, cement_round,
                   needle_open, needle_with_cement, old_plate, plaster, pressed, space, tube)
from view import (WIDTH, HEIGHT, PLACE, HEALTHY, WEDGE, LIFTED, ground, canal, spine, seam, crack,
                  skin)


def mended():
    """New bone where the break was: a dense, firm band, all within the outline."""
    b, along, chance = WEDGE.body, (0.05, 0.15, 0.25, 0.35, 0.45, 0.54, 0.6), random.Random(4)

    def floor_at(u):
        return 0.5 - 0.42 * u + 0.03 * math.sin(19 * u)

    upper = [b.inside(u, 0.1) for u in along]
    lower = [b.inside(u, floor_at(u)) for u in reversed(along)]
    grain = []
    for i in range(40):
        u = 0.06 + 0.5 * i / 40
        v = chance.uniform(0.14, floor_at(u) - 0.05)
        slant = chance.uniform(0.012, 0.028) * (1 if i % 2 else -1)
        grain.append(straight(PLACE.all([b.inside(u - slant, v - 0.035),
                                         b.inside(u + slant, v + 0.035)])))
    return group("new-bone",
                 path(smooth(PLACE.all(upper + lower)), fill=RIM),
                 path("".join(grain), fill="none", stroke=LINE_FAR, stroke_width="1.3",
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
    filler = group("filler", tube(-20.0, DOCK, 2.2),
                   tube(-20.2, DOCK, 0.9, fill=CEMENT, line=CEMENT, weight="0.6"))
    return {
        "vertebra-healthy": picture(HEALTHY, broken=False),
        "vertebra-broken": picture(WEDGE),
        "np-time": healing(),
        "vp-needle": picture(WEDGE, needle_open()),
        "vp-cement": picture(WEDGE, cement_feathered(WEDGE, (0.25, 0.5), 0.48, True),
                             needle_with_cement()),
        "vp-fill": picture(WEDGE, cement_feathered(WEDGE, soft=True), needle_with_cement()),
        "vp-set": picture(WEDGE, cement_feathered(WEDGE), plaster()),
        "kp-needle": picture(WEDGE, balloon_flat(), balloon_fold(), cannula(flow=BLUE)),
        "kp-balloon-up": picture(LIFTED, old_plate(), pressed(LIFTED), balloon(LIFTED),
                                 cannula(flow=BLUE)),
        "kp-balloon-out": picture(LIFTED, old_plate(), pressed(LIFTED), space(LIFTED), cannula()),
        "kp-cement": picture(LIFTED, old_plate(), pressed(LIFTED), cement_round(LIFTED), filler,
                             cannula(flow=CEMENT)),
    }
