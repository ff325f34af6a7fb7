# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The spine from the chest to the lower back; each bone whole, and broken (hidden)."""

import math
from collections import namedtuple

from anatomy import Body, lumbar_arch, thoracic_arch
from palette import (BONE, BONE_FAR, BROKEN, BROKEN_LINE, BROKEN_RIM, CANAL, CANAL_LINE, CORD,
                     CORD_LINE, DISC, DISC_LINE, LINE, LINE_FAR)
from sheet import Frame, document, group, path, smooth, straight

WIDTH, HEIGHT = 220, 420
SCALE, LEFT, TOP = 0.965, 106.0, 16.0

# Millimetres, and degrees that the front is tipped up; steep: of the spinous process, downwards.
Level = namedtuple("Level", "name depth height disc tilt reach steep")
LEVELS = (
    Level("T5", 24.5, 19.0, 4.0, -16, 36, 54), Level("T6", 25.5, 19.5, 4.0, -11, 37, 56),
    Level("T7", 26.0, 20.0, 4.5, -6, 37, 54), Level("T8", 27.0, 21.0, 5.0, -1, 36, 50),
    Level("T9", 27.5, 22.0, 5.0, 5, 33, 44), Level("T10", 28.5, 23.0, 5.5, 11, 29, 36),
    Level("T11", 29.5, 24.0, 6.0, 16, 25, 26), Level("T12", 30.0, 25.0, 7.0, 20, 23, 14),
    Level("L1", 31.0, 26.0, 8.0, 20, 26, None), Level("L2", 32.0, 26.5, 9.0, 13, 28, None),
    Level("L3", 33.0, 27.0, 10.5, 4, 29, None), Level("L4", 34.0, 27.5, 12.0, -7, 28, None),
    Level("L5", 35.0, 28.0, 10.0, -21, 23, None))
SACRUM_TILT = -38


def place_all():
    """Where each bone stands: follow the curve from plate to plate."""
    frames, x, y = [], LEFT, TOP
    tilts = [level.tilt for level in LEVELS] + [SACRUM_TILT]
    for level, after in zip(LEVELS, tilts[1:]):
        turn = math.radians(level.tilt)
        half = level.depth / 2
        corner = x + half * math.cos(turn) * SCALE, y + half * math.sin(turn) * SCALE
        frames.append(Frame(SCALE, *corner, level.tilt))
        for length, angle in ((level.height, level.tilt), (level.disc, (level.tilt + after) / 2)):
            x -= length * SCALE * math.sin(math.radians(angle))
            y += length * SCALE * math.cos(math.radians(angle))
    turn = math.radians(SACRUM_TILT)
    corner = x + 16 * math.cos(turn) * SCALE, y + 16 * math.sin(turn) * SCALE
    return frames, Frame(SCALE, *corner, SACRUM_TILT)


def body_of(level, broken=False):
    loss = level.height * 0.3 if broken else 0.0
    return Body(level.depth, level.height, loss, 1.0 if broken else 0.0, 1.1, 1.2)


def bone(level, frame, broken):
    if level.steep is None:
        pillar, process = lumbar_arch(level.height, level.reach)
    else:
        pillar, process = thoracic_arch(level.height, level.reach, level.steep)
    body = body_of(level, broken)
    parts = [path(smooth(frame.all(shape))) for shape in (process, pillar)]
    parts.append(path(smooth(frame.all(body.outline(fine=False))), stroke_width="1.7",
                      fill=BROKEN_RIM if broken else None))
    if broken:
        crack = [body.inside(u, v) for u, v in ((0.0, 0.42), (0.12, 0.30), (0.2, 0.42),
                                                (0.34, 0.24), (0.42, 0.34), (0.56, 0.18))]
        parts.append(path(straight(frame.all(crack)), fill="none", stroke_width="1.4",
                          stroke_linejoin="round", stroke_dasharray="4 1.6"))
    return parts


def disc(upper_frame, upper, lower_frame, lower):
    ts = (0.02, 0.25, 0.5, 0.75, 0.98)
    first = [upper_frame(upper.bottom(t)) for t in ts]
    second = [lower_frame(lower.top(t)) for t in reversed(ts)]
    back = (first[-1][0] + second[0][0]) / 2 + 1.4, (first[-1][1] + second[0][1]) / 2
    front = (first[0][0] + second[-1][0]) / 2 - 1.4, (first[0][1] + second[-1][1]) / 2
    return path(smooth(first + [back] + second + [front]), fill=DISC, stroke=DISC_LINE,
                stroke_width="1")


def gap(level, above, frame):
    """The disc above a broken bone fills the room that the fallen plate left."""
    ts = (0.06, 0.2, 0.4, 0.6, 0.8, 0.92)
    whole, broken = body_of(level), body_of(level, True)
    middle = -above.disc / 2
    upper = [(x, max(y - 2.4, middle)) for x, y in (whole.top(t) for t in ts)]
    lower = [(x, y + 0.8) for x, y in (broken.top(t) for t in reversed(ts))]
    edge = -level.depth
    side = [(edge + 0.6, broken.top(0)[1] + 1.4), (edge - 0.9, broken.top(0)[1] * 0.5),
            (edge - 0.9, middle)]
    return [path(smooth(frame.all(upper + lower + side), tension=0.6), fill=DISC, stroke="none"),
            path(smooth(frame.all(side), False), fill="none", stroke=DISC_LINE,
                 stroke_width="1")]


def canal(frames, sacrum):
    front, back, cord_front, cord_back = [], [], [], []
    for level, frame in zip(LEVELS, frames):
        wide = 15.0 if level.steep else 16.5
        for share in (0.1, 0.8):
            front.append(frame((0.6, level.height * share)))
            back.append(frame((wide, level.height * share)))
            if level.steep:
                cord_front.append(frame((3.8, level.height * share)))
                cord_back.append(frame((10.6, level.height * share)))
    end = frames[8]((8.0, LEVELS[8].height + 3.0))
    first = frames[8]
    cord = cord_front + [first((5.0, 8)), end, first((10.6, 8))] + cord_back[::-1]
    front.append(sacrum((0.6, 6)))
    back.append(sacrum((13.0, 6)))
    d = smooth(front, False) + "L" + smooth(back[::-1], False)[1:] + "Z"
    return group("canal", path(d, fill=CANAL, stroke=CANAL_LINE, stroke_width="1"),
                 path(smooth(cord), fill=CORD, stroke=CORD_LINE, stroke_width="1"))


def sacrum_shape(frame):
    """Only the top of the sacrum, pale: what the last bone stands on."""
    block = [(-31.6, 1.2), (-30, 0.4), (-23, 1.3), (-9, 1.3), (-1.4, 0.3), (0.4, 1.6), (2.4, 9),
             (5.4, 17.6), (4.6, 19), (-2, 20.6), (-10, 21), (-18, 22.6), (-23.4, 21.6),
             (-25.4, 16), (-28.6, 9), (-31, 3.4)]
    crest = [(2.2, 5), (7, 2.4), (10.4, -4.4), (13.4, -5.4), (15.4, -1), (17, 5), (20.6, 8.4),
             (23.4, 14), (22, 16.6), (14, 18), (8, 19.4), (5, 17), (3, 11)]
    words = {"fill": BONE_FAR, "stroke": LINE_FAR, "stroke_width": "1.2"}
    return group("sacrum", path(smooth(frame.all(crest)), **words),
                 path(smooth(frame.all(block)), **words))


def whole():
    frames, sacrum = place_all()
    discs = [disc(frames[i], body_of(LEVELS[i]), frames[i + 1], body_of(LEVELS[i + 1]))
             for i in range(len(LEVELS) - 1)]
    discs.append(disc(frames[-1], body_of(LEVELS[-1]), sacrum, Body(32.0, 20.0)))
    bones = [group(f"v-{level.name}", bone(level, frame, False), fill=BONE, stroke=LINE,
                   stroke_width="1.3")
             for level, frame in zip(LEVELS, frames)]
    wedges = [group(f"v-{level.name}-wedge", gap(level, LEVELS[i - 1], frames[i]) if i else [],
                    bone(level, frames[i], True), fill=BROKEN, stroke=BROKEN_LINE,
                    stroke_width="1.6", display="none")
              for i, level in enumerate(LEVELS)]
    return document(WIDTH, HEIGHT, canal(frames, sacrum), sacrum_shape(sacrum),
                    group("discs", discs), *bones, *wedges)
