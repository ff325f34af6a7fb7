# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of a vertebra seen from the side, in millimetres, the belly to the left.

The origin is the upper corner of the back wall; x grows to the back, y downwards.
"""

import math
import random


class Body:
    """A vertebral body. `loss`: of the front wall; `sink`: how far the upper plate fell in."""

    def __init__(self, depth, height, loss=0.0, sink=0.0, hollow=1.3, waist=1.3):
        self.depth, self.height, self.loss, self.sink = depth, height, loss, sink
        self.hollow, self.waist = hollow, waist

    def top(self, t):
        """The upper plate, t from 0 at the front to 1 at the back."""
        t = min(max(t, 0.0), 1.0)
        bow = self.hollow * (4 * t * (1 - t)) ** 0.8
        fall = self.sink * max(0.0, 1 - ((t - 0.45) / 0.42) ** 2) ** 1.5
        return -self.depth * (1 - t), self.loss * (1 - t) ** 1.1 + bow + fall

    def bottom(self, t):
        t = min(max(t, 0.0), 1.0)
        bow = self.hollow * (4 * t * (1 - t)) ** 0.8
        return -self.depth * (1 - t), self.height - bow

    def inside(self, u, v):
        """u from the front wall to the back wall, v from the upper to the lower plate."""
        upper, lower = self.top(u), self.bottom(u)
        waist = self.waist * 4 * v * (1 - v)
        shift = waist * (1 - u) - waist * 0.6 * u
        if self.loss:
            # The broken front wall no longer curves in, it bulges a little.
            shift -= self.waist * 1.2 * (1 - u) * max(0.0, 1 - ((v - 0.38) / 0.4) ** 2)
        return upper[0] + shift, upper[1] + (lower[1] - upper[1]) * v

    def outline(self, inset=0.0, fine=True):
        """The contour, clockwise from the upper front corner, drawn in by `inset` millimetres."""
        du, dv = inset / self.depth, inset / self.height
        near, far, low, deep = du, 1 - du, dv, 1 - dv
        round_u, round_v = 1.5 / self.depth, 1.7 / self.height
        steps = (0.14, 0.3, 0.5, 0.7, 0.86) if fine else (0.2, 0.5, 0.8)
        rises = (0.2, 0.38, 0.6, 0.8) if fine else (0.25, 0.55, 0.85)
        across = [near + round_u] + [near + (far - near) * s for s in steps] + [far - round_u]
        along = [low + round_v] + [low + (deep - low) * s for s in rises]
        along.append(deep - round_v)
        points = [self.inside(u, low) for u in across]
        points += [self.inside(far, v) for v in along]
        points += [self.inside(u, deep) for u in reversed(across)]
        points += [self.inside(near, v) for v in reversed(along)]
        return points

    def trabeculae(self, seed, columns=13, rows=5, gap=0.28):
        """Short strokes of the spongy bone: upright ones, and few across."""
        chance = random.Random(seed)
        strokes = []
        for i in range(columns):
            u = 0.07 + 0.86 * (i + 0.5) / columns + chance.uniform(-0.012, 0.012)
            for j in range(rows):
                if chance.random() < gap:
                    continue
                v = 0.08 + 0.84 * j / rows + chance.uniform(0.0, 0.03)
                end = min(v + 0.84 / rows * chance.uniform(0.55, 0.95), 0.93)
                lean = chance.uniform(-0.012, 0.012)
                strokes.append([self.inside(u, v), self.inside(u + lean, end)])
        return strokes


def lumbar_arch(height=26.0, reach=28.0):
    """Pedicle with joint processes, and the spinous process of a lumbar bone. Two outlines."""
    k = height / 26.0
    pillar = [(-1.2, 2.0), (3.0, 2.8), (7.0, 1.6), (9.6, -2.2), (11.2, -6.4), (13.6, -8.0),
              (15.6, -6.6), (16.2, -2.4), (17.2, 1.6), (19.8, 4.6), (21.0, 9.0), (21.2, 15.0),
              (22.4, 21.0), (22.6, 27.0), (20.8, 31.6), (18.4, 32.2), (16.9, 29.2), (16.4, 24.0),
              (14.4, 18.6), (11.0, 15.2), (7.0, 13.4), (3.0, 14.2), (-1.2, 15.0)]
    back = 18.0 + reach
    spine = [(17.5, 7.4), (22.0, 8.8), (28.0, 11.6), (back - 8, 12.8), (back - 2.0, 13.2),
             (back + 0.8, 15.4), (back + 1.2, 20.0), (back + 0.4, 25.6), (back - 2.4, 28.0),
             (back - 7.0, 27.4), (30.0, 24.2), (25.0, 22.6), (20.0, 22.4), (17.5, 17.0)]
    return [(x, y * k) for x, y in pillar], [(x, y * k) for x, y in spine]


def thoracic_arch(height, reach, steep):
    """The same for a bone of the chest: upright joints, a spinous process `steep` degrees down."""
    k = height / 21.0
    pillar = [(-1.0, 1.4), (3.0, 2.0), (6.4, 0.6), (8.4, -3.0), (10.2, -6.6), (12.2, -6.4),
              (12.8, -2.0), (13.8, 3.0), (15.6, 7.0), (16.2, 13.0), (16.4, 19.0), (15.6, 23.6),
              (13.6, 24.4), (12.6, 20.4), (11.4, 14.8), (9.0, 11.0), (5.6, 9.8), (2.4, 10.4),
              (-1.0, 11.4)]
    along = math.cos(math.radians(steep)), math.sin(math.radians(steep))
    root = 13.0, 9.4 * k

    def spot(distance, side):
        return root[0] + distance * along[0] - side * along[1], \
            root[1] + distance * along[1] + side * along[0]

    spine = [spot(0, -5.0), spot(reach * 0.3, -3.8), spot(reach * 0.65, -2.5),
             spot(reach - 3, -2.9), spot(reach, -1.6), spot(reach + 0.4, 1.4), spot(reach - 3, 2.9),
             spot(reach * 0.6, 3.4), spot(reach * 0.28, 4.9), spot(1, 7.0)]
    return [(x, y * k) for x, y in pillar], spine
