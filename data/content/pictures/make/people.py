# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How people and things are drawn: one contour, flat fills. Walkers look to the left.

A figure stands at the origin: the middle of the hips above it, the ground at height 0.
Who lies on the back has the head to the left and looks up.
"""

import re

from palette import CLOTH, CLOTH_DARK, HAIR, INK, SKIN_TONE, TROUSERS, WHITE
from sheet import element, group, number, path

LINE = 2.0


def shape(d, fill, line=INK, weight=LINE):
    return path(d, fill=fill, stroke=line, stroke_width=weight, stroke_linejoin="round")


def stroke(d, line=INK, weight=LINE, **more):
    return path(d, fill="none", stroke=line, stroke_width=weight, stroke_linecap="round",
                stroke_linejoin="round", **more)


def limb(d, width, fill):
    """An arm or a leg: a thick line with a contour."""
    return [stroke(d, INK, width + 2 * LINE), stroke(d, fill, width)]


def box(x, y, width, height, fill, corner=3, line=INK):
    return element("rect", x=x, y=y, width=width, height=height, rx=corner, fill=fill, stroke=line,
                   stroke_width=LINE)


def disc(x, y, radius, fill, line=INK):
    return element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=line, stroke_width=LINE)


def at(x, y, *parts):
    return group(None, *parts, transform=f"translate({x} {y})")


def hand(x, y, radius=6):
    return disc(x, y, radius, SKIN_TONE)


FACE = ("M-1 -17C-13 -16 -15 -8 -14.5 -3L-18.5 3Q-18 5.5 -14.5 5.5L-13.5 11Q-12 15.5 -6 14.5"
        "L-4 23L9 23L8 10C18 4 16 -17 -1 -17Z")
MOUTH, EAR = "M-13 9Q-10 11 -8 9", "M2 -2q5 -1 4 4q-1 4 -4 3"
SHORT = "M-14 -7C-14 -24 19 -25 16 0C15 4 12 8 9 9C10 2 8 -4 2 -7C-4 -9 -9 -9 -14 -7Z"


def head(hair):
    """Around its own middle, the neck below."""
    return [shape(FACE, SKIN_TONE), hair,
            element("circle", cx=-9, cy=-1, r=1.5, fill=INK),
            stroke(MOUTH, weight=1.4), stroke(EAR, weight=1.4)]


def lying(d, size=1.0):
    """A path of the head, laid on its back: x and y change places."""
    return re.sub(r"(-?[\d.]+) (-?[\d.]+)",
                  lambda two: f"{number(float(two[2]) * size)} {number(float(two[1]) * size)}", d)


def lying_head(size=1.0):
    """Around its own middle, the neck to the right."""
    return [shape(lying(FACE, size), SKIN_TONE), shape(lying(SHORT, size), HAIR),
            element("circle", cx=-size, cy=-9 * size, r=1.5 * size, fill=INK),
            stroke(lying(MOUTH, size), weight=1.4), stroke(lying(EAR, size), weight=1.4)]


def bun():
    return [disc(17, -4, 6.5, HAIR),
            shape("M-13 -8C-12 -23 17 -23 16 -3C15 5 11 9 8 10C9 4 7 -6 1 -8C-4 -6 -9 -6 -13 -8Z",
                  HAIR)]


def short_hair():
    return shape(SHORT, "#6d5b4e")


def shoe(heel):
    return shape(f"M{heel} 0v-9h-10q-3 4 -11 5q-2 4 0 4Z", "#6c7a86")


def lifted_shoe(heel, toe):
    """The foot behind, just before it leaves the ground."""
    return group(None, shoe(heel), transform=f"rotate(-24 {toe} 0)")


def walking():
    return ([lifted_shoe(38, 15), limb("M4 -84L12 -48L27 -16", 13, "#8fa3b0")],
            [shoe(-9), limb("M-2 -84L-11 -46L-16 -10", 14, TROUSERS)])


def standing():
    return ([shoe(18), limb("M8 -84L11 -48L11 -10", 13, "#8fa3b0")],
            [shoe(3), limb("M-3 -84L-4 -46L-4 -10", 14, TROUSERS)])


def elder(front, behind=(), legs=walking):
    """An older person, upright. `front` and `behind`: the arms, over and under the body."""
    coat = ("M-9 -142C-18 -128 -20 -100 -18 -72Q2 -66 20 -73C22 -100 21 -128 9 -142"
            "Q0 -147 -9 -142Z")
    far, near = legs()
    return [far, behind, near, at(-2, -164, head(bun())),
            shape(coat, CLOTH), stroke("M-9 -142Q-2 -136 8 -142", weight=1.6), front]


def elder_arm(d):
    return limb(d, 11, CLOTH_DARK)


def companion(still=False):
    """A younger adult, taller, the arm not drawn."""
    shirt = "M-9 -150C-20 -138 -21 -104 -18 -78H20C22 -104 22 -136 9 -150Q0 -155 -9 -150Z"
    dark, light = "#6f8796", "#8299a8"
    legs = ([shoe(19), limb("M8 -88L12 -50L12 -10", 13, dark), shoe(3),
             limb("M-3 -88L-4 -48L-4 -10", 14, light)] if still else
            [lifted_shoe(41, 18), limb("M4 -88L14 -50L30 -16", 13, dark), shoe(-10),
             limb("M-2 -88L-12 -48L-17 -10", 14, light)])
    return [legs, at(-2, -172, head(short_hair())), shape(shirt, "#f3d9b0")]


def not_this(x, y):
    """The ring with a bar over what is not to be done."""
    ring = element("circle", cx=x, cy=y, r=86, fill="none", stroke=INK, stroke_width=7)
    bar = f"M{x - 60} {y + 61}L{x + 60} {y - 61}"
    return group("not-this", ring, stroke(bar, WHITE, 11), stroke(bar, weight=7))
