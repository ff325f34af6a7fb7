# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People and things: care without a procedure, the day itself, and going home."""

from palette import (CLOTH, CLOTH_DARK, GROUND, HAIR, INK, LEAF, PILLOW, SKIN_TONE, STEEL,
                     STEEL_LINE, TEAL, TROUSERS, WATER, WATER_LINE, WHITE, WOOD)
from sheet import document, element, group, path

WIDTH, HEIGHT = 480, 230
LINE = 2.0


def scene(*parts):
    return document(WIDTH, HEIGHT, element("rect", width=WIDTH, height=HEIGHT, fill=GROUND), *parts)


def shape(d, fill, line=INK, weight=LINE, **more):
    return path(d, fill=fill, stroke=line, stroke_width=weight, stroke_linejoin="round", **more)


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


def sun(x, y):
    rays = "".join(f"M{x + a} {y + b}L{x + c} {y + d}" for a, b, c, d in (
        (0, -10, 0, -14), (0, 10, 0, 14), (-10, 0, -14, 0), (10, 0, 14, 0), (-7, -7, -10, -10),
        (7, -7, 10, -10), (-7, 7, -10, 10), (7, 7, 10, 10)))
    return [disc(x, y, 6, "#f6d98a"), stroke(rays)]


def moon(x, y):
    return [shape(f"M{x + 3} {y - 9}A9 9 0 1 0 {x + 9} {y + 4}A8 8 0 0 1 {x + 3} {y - 9}Z", "#d5dde6")]


def floor(y=206):
    return group("floor", element("rect", y=y, width=WIDTH, height=HEIGHT - y, fill="#e4ecec"),
                 stroke(f"M0 {y}H{WIDTH}", "#b9c7c8", 1.6))


def medicine():
    glass = group("glass",
                  shape("M84 84L92 178Q93 184 99 184H133Q139 184 140 178L148 84Z", WHITE),
                  path("M88 112L93.600 177Q94 182 99 182H133Q138 182 138.400 177L144 112Z", fill=WATER),
                  stroke("M88 112H144", WATER_LINE), stroke("M100 124L103 166", WHITE, 3))
    bottle = group("bottle", box(186, 92, 72, 92, "#f3d9b0", 9), box(192, 66, 60, 24, TEAL, 4),
                   stroke("M203 71V85M214 71V85M225 71V85M236 71V85", WHITE, 1.6),
                   box(186, 112, 72, 48, WHITE, 0),
                   group(None, shape("M207 132H222V144H207A6 6 0 0 1 207 132Z", "#7fb5ae"),
                         shape("M222 132H237A6 6 0 0 1 237 144H222Z", WHITE)))
    day = group("day-box", box(294, 128, 132, 56, STEEL, 6), box(294, 116, 132, 14, "#b9c7cf", 4),
                stroke("M360 116V184"), sun(327, 157), moon(391, 158))
    pills = group("pills", element("ellipse", cx=276, cy=206, rx=9, ry=5, fill=WHITE, stroke=INK,
                                   stroke_width=LINE),
                  stroke("M271 206H281", INK, 1.4),
                  shape("M160 198H172V208H160A5 5 0 0 1 160 198Z", "#7fb5ae"),
                  shape("M172 198H184A5 5 0 0 1 184 208H172Z", WHITE))
    table = group("table", element("rect", y=164, width=WIDTH, height=66, fill=WOOD),
                  stroke("M0 164H480", "#a8926c", 1.6),
                  stroke("M24 214H112M316 212H440M20 178H62M436 176H462", "#cdb48d", 1.6))
    return scene(table, glass, bottle, day, pills)


def tree(x, ground, size=1.0):
    def at(dx, dy):
        return f"{x + dx * size:.0f} {ground - dy * size:.0f}"
    return [shape(f"M{at(-5, 0)}Q{at(-2, 30)} {at(-3, 60)}H{x + 4 * size:.0f}Q{at(3, 30)} {at(6, 0)}Z",
                  WOOD, "#8d9a8c", 1.6),
            shape(f"M{at(-34, 66)}C{at(-48, 92)} {at(-30, 118)} {at(-12, 118)}C{at(-2, 138)} "
                  f"{at(30, 134)} {at(32, 112)}C{at(50, 98)} {at(44, 68)} {at(28, 62)}"
                  f"C{at(12, 52)} {at(-18, 52)} {at(-34, 66)}Z", LEAF, "#8d9a8c", 1.6)]


def head(x, y, hair):
    """Seen from the side, looking to the left."""
    face = (f"M{x - 1} {y - 17}C{x - 13} {y - 16} {x - 15} {y - 8} {x - 14.5} {y - 3}L{x - 18.5} {y + 3}"
            f"Q{x - 18} {y + 5.5} {x - 14.500} {y + 5.5}L{x - 13.5} {y + 11}Q{x - 12} {y + 15.5} {x - 6} {y + 14.5}"
            f"L{x - 4} {y + 23}H{x + 9}L{x + 8} {y + 10}C{x + 18} {y + 4} {x + 16} {y - 17} {x - 1} {y - 17}Z")
    return [shape(face, SKIN_TONE), hair,
            element("circle", cx=x - 9, cy=y - 1, r=1.5, fill=INK),
            stroke(f"M{x - 13} {y + 9}Q{x - 10} {y + 11} {x - 8} {y + 9}", INK, 1.4),
            stroke(f"M{x + 2} {y - 2}q5 -1 4 4q-1 4 -4 3", INK, 1.4)]


def bun(x, y):
    return [disc(x + 17, y - 4, 6.500, HAIR),
            shape(f"M{x - 13} {y - 8}C{x - 12} {y - 23} {x + 17} {y - 23} {x + 16} {y - 3}"
                  f"C{x + 15} {y + 5} {x + 11} {y + 9} {x + 8} {y + 10}C{x + 9} {y + 4} {x + 7} {y - 6} {x + 1} {y - 8}"
                  f"C{x - 4} {y - 6} {x - 9} {y - 6} {x - 13} {y - 8}Z", HAIR)]


def short_hair(x, y, fill):
    return shape(f"M{x - 14} {y - 7}C{x - 14} {y - 24} {x + 19} {y - 25} {x + 16} {y}"
                 f"C{x + 15} {y + 4} {x + 12} {y + 8} {x + 9} {y + 9}C{x + 10} {y + 2} {x + 8} {y - 4} {x + 2} {y - 7}"
                 f"C{x - 4} {y - 9} {x - 9} {y - 9} {x - 14} {y - 7}Z", fill)


def shoe(x, y):
    """`x`, `y`: the heel on the ground; the toe to the left."""
    return shape(f"M{x} {y}V{y - 9}H{x - 10}Q{x - 13} {y - 5} {x - 21} {y - 4}Q{x - 23} {y} {x - 21} {y}Z", "#6c7a86")


def elder(x, ground, arms_front, arms_back):
    """An older person walking to the left, upright. `x`: the middle of the hips."""
    y = ground
    far = limb(f"M{x + 4} {y - 84}L{x + 12} {y - 48}L{x + 27} {y - 16}", 13, "#8fa3b0")
    near = limb(f"M{x - 2} {y - 84}L{x - 11} {y - 46}L{x - 16} {y - 10}", 14, TROUSERS)
    coat = (f"M{x - 9} {y - 142}C{x - 18} {y - 128} {x - 20} {y - 100} {x - 18} {y - 72}"
            f"Q{x + 2} {y - 66} {x + 20} {y - 73}C{x + 22} {y - 100} {x + 21} {y - 128} {x + 9} {y - 142}"
            f"Q{x} {y - 147} {x - 9} {y - 142}Z")
    foot = group(None, shoe(x + 38, y), transform=f"rotate(-24 {x + 15} {y})")
    return [foot, far, arms_back, shoe(x - 9, y), near,
            head(x - 2, y - 164, bun(x - 2, y - 164)), shape(coat, CLOTH),
            stroke(f"M{x - 9} {y - 142}Q{x - 2} {y - 136} {x + 8} {y - 142}", INK, 1.6), arms_front]


def movement():
    x, y = 236, 206
    back = limb(f"M{x + 6} {y - 132}L{x + 20} {y - 106}L{x + 16} {y - 82}", 10, CLOTH_DARK)
    hand = disc(x + 15, y - 78, 5.5, SKIN_TONE)
    stick = [stroke(f"M{x - 46} {y - 98}q-9 -3 -9 4L{x - 52} {y - 2}", INK, 5.5),
             stroke(f"M{x - 46} {y - 98}q-9 -3 -9 4L{x - 52} {y - 2}", "#b58a5a", 2.5)]
    arm = limb(f"M{x + 2} {y - 130}L{x - 10} {y - 104}L{x - 40} {y - 97}", 11, CLOTH_DARK)
    front = group("arm-and-stick", stick, arm, disc(x - 46, y - 97, 6, SKIN_TONE))
    path_home = group("path", element("rect", y=206, width=WIDTH, height=24, fill="#ece3d0"),
                      stroke("M0 206H480", "#b9ab8c", 1.6),
                      stroke("M40 217H84M150 221H214M300 216H352M398 222H446", "#cfc2a3", 1.6))
    bench = group("bench", stroke("M352 206V176M424 206V176", INK, 4), box(342, 170, 92, 8, WOOD, 2),
                  box(342, 138, 92, 8, WOOD, 2), box(342, 152, 92, 8, WOOD, 2),
                  stroke("M350 170V136M426 170V136", INK, 3))
    hills = group("hills", path("M0 206V168Q70 138 150 166T330 158T480 170V206Z", fill="#e3eee4"))
    return scene(group("sky", sun(424, 44)), hills, group("tree", tree(84, 206)), bench, path_home,
                 group("person", elder(x, y, front, back + [hand])))


def table_and_patient():
    carriage = group("table", box(48, 148, 372, 10, STEEL, 4), box(56, 136, 356, 13, "#c7dbe0", 5),
                     shape("M318 158H390L380 206H328Z", STEEL), box(306, 202, 98, 8, "#b9c7cf", 3))
    pillows = group("pillows", box(146, 119, 62, 19, PILLOW, 9), box(244, 119, 54, 19, PILLOW, 9),
                    box(340, 121, 44, 16, PILLOW, 8), box(74, 124, 58, 13, PILLOW, 6))
    legs = limb("M290 108Q330 112 362 118L392 110", 15, TROUSERS)
    foot = shape("M386 102Q398 101 403 108Q407 114 404 126Q402 134 397 134Q392 131 392 120L384 117Z", SKIN_TONE)
    body = shape("M148 116C146 98 164 88 190 90C222 92 248 90 274 86C298 86 308 98 304 114"
                 "Q298 122 270 121H172Q152 123 148 116Z", CLOTH)
    skull = shape("M104 122C96 112 98 98 110 94C124 90 136 98 136 110Q142 112 150 108L152 122"
                  "Q138 124 130 124Q114 128 104 122Z", SKIN_TONE)
    hair = shape("M100 104C100 92 118 86 130 94C138 99 138 108 136 112C128 116 124 108 118 103"
                 "C112 100 104 101 100 104Z", HAIR)
    arm = limb("M164 108Q146 128 118 129L84 126", 9, SKIN_TONE)
    sleeve = shape("M158 98Q178 98 180 110Q168 122 156 126Q146 120 148 112Z", CLOTH_DARK)
    face = [stroke("M106 112q3 2 6 0", INK, 1.5)]
    drape = group("drape", shape("M196 89C222 92 246 90 270 86L276 116L282 146H190L192 116Z", "#9ccbc5"),
                  stroke("M206 100L202 140M262 98L268 140", "#6fa9a2", 1.6),
                  shape("M224 90Q234 86 246 88L244 93Q234 92 226 95Z", SKIN_TONE, weight=1.4))
    needle = group("needle", stroke("M236 90L246 66", STEEL_LINE, 3), box(242.5, 58, 9, 9, TEAL, 2))
    return carriage, pillows, legs, foot, skull, hair, face, body, arm, sleeve, drape, needle


def prone():
    carriage, pillows, legs, foot, skull, hair, face, body, arm, sleeve, drape, needle = \
        table_and_patient()
    arc = "M236 22C300 14 322 66 322 112C322 168 300 204 236 196"
    behind = group("x-ray-behind", stroke(arc, STEEL_LINE, 20), stroke(arc, "#eef2f5", 16),
                   stroke("M306 60Q314 84 314 112Q314 146 304 168", "#c4ced6", 2))
    above = group("x-ray", box(206, 18, 62, 22, "#eef2f5", 5, STEEL_LINE),
                  box(212, 38, 50, 7, "#b9c7cf", 2, STEEL_LINE),
                  shape("M210 182H264L258 206H216Z", "#eef2f5", STEEL_LINE))
    rays = path("M226 182L214 46H260L248 182Z", fill="#0f766e", fill_opacity="0.08")
    rows = [shape(f"M{402 + dx} {y}q11 2 22 0q-2 5 0 11q-11 -2 -22 0q2 -6 0 -11Z", "#e9eef2", "#e9eef2", 1)
            for dx, y in ((2, 34), (0, 50), (1, 82))]
    rows.append(shape("M402 70q11 0 22 -4q-2 6 0 11q-11 -2 -22 0q1 -4 0 -7Z", "#e9eef2", "#e9eef2", 1))
    screen = group("screen", stroke("M414 0V20", STEEL_LINE, 5), box(368, 20, 94, 82, "#46535f", 6),
                   rows, stroke("M452 48L418 72", "#8fd1c9", 3))
    return scene(floor(210), screen, behind, rays, carriage, pillows, group("patient-head", skull, hair, face),
                 group("patient", legs, foot, body, sleeve, arm), drape, needle, above)


def companion(x, ground, arm):
    """A younger adult beside: taller, short hair, the same way."""
    y = ground
    far = limb(f"M{x + 4} {y - 88}L{x + 14} {y - 50}L{x + 30} {y - 16}", 13, "#6f8796")
    near = limb(f"M{x - 2} {y - 88}L{x - 12} {y - 48}L{x - 17} {y - 10}", 14, "#8299a8")
    shirt = (f"M{x - 9} {y - 150}C{x - 20} {y - 138} {x - 21} {y - 104} {x - 18} {y - 78}"
             f"H{x + 20}C{x + 22} {y - 104} {x + 22} {y - 136} {x + 9} {y - 150}Q{x} {y - 155} {x - 9} {y - 150}Z")
    foot = group(None, shoe(x + 41, y), transform=f"rotate(-24 {x + 18} {y})")
    skull = head(x - 2, y - 172, short_hair(x - 2, y - 172, "#6d5b4e"))
    return [foot, far, shoe(x - 10, y), near, skull, shape(shirt, "#f3d9b0"), arm]


def escort():
    y = 206
    house = group("house", box(34, 112, 112, 94, "#f7efde", 2), box(76, 150, 30, 56, TEAL, 2),
                  disc(100, 180, 2, WHITE, WHITE), box(48, 132, 20, 22, "#f6d98a", 1),
                  box(114, 132, 20, 22, "#f6d98a", 1), shape("M22 116L90 62L158 116Z", "#c9d5da"))
    ground = group("path", element("rect", y=y, width=WIDTH, height=24, fill="#ece3d0"),
                   stroke(f"M0 {y}H480", "#b9ab8c", 1.6),
                   stroke("M170 217H214M260 221H330M396 216H446", "#cfc2a3", 1.6))
    car = group("car", shape("M352 190V166Q354 158 364 156L378 132Q382 126 392 126H446Q456 126 460 134"
                             "L470 156Q474 160 474 168V190Z", "#b9cbd3"),
                shape("M376 154L388 136H412V154Z", WATER), shape("M420 154V136H444Q448 136 450 140L456 154Z", WATER),
                disc(380, 192, 14, "#6c7a86"), disc(380, 192, 5, STEEL), disc(446, 192, 14, "#6c7a86"),
                disc(446, 192, 5, STEEL))
    x = 286
    helping = [limb(f"M{x + 2} {y - 136}L{x - 12} {y - 108}L{x - 50} {y - 106}", 11, "#e5c48f"),
               disc(x - 57, y - 106, 6, SKIN_TONE)]
    own = limb("M218 76L216 104L202 128", 11, CLOTH_DARK)
    return scene(house, ground, car, group("companion", companion(x, y, [])),
                 group("patient", elder(216, y, group("arm", own, disc(200, 131, 6, SKIN_TONE)), [])),
                 group("helping-arm", helping))


def ice():
    back = shape("M170 0C170 22 160 32 136 40C104 50 92 74 88 110L78 230H158L160 168L158 128"
                 "C166 160 168 196 160 230H320C312 196 314 160 322 128L320 168L322 230H402L392 110"
                 "C388 74 376 50 344 40C320 32 310 22 310 0Z", SKIN_TONE)
    spine_line = stroke("M240 16V96", "#b98b69", 2, stroke_dasharray="1 9")
    folds = stroke("M186 66Q196 88 190 108M294 66Q284 88 290 108", "#b98b69", 2)
    waist = shape("M160 206Q240 216 320 206L326 230H154Z", CLOTH)
    cloth = group("cloth", shape("M186 124Q240 116 294 124Q300 126 300 132V192Q300 199 293 200Q240 206 187 200"
                                 "Q180 199 180 192V132Q180 126 186 124Z", WHITE),
                  stroke("M190 134Q240 127 290 134M190 190Q240 196 290 190", TEAL, 2.4),
                  stroke("M190 140Q240 133 290 140M190 184Q240 190 290 184", TEAL, 1.4))
    flake = "".join(f"M240 162L{240 + dx} {162 + dy}" for dx, dy in
                    ((0, -18), (0, 18), (15.6, -9), (-15.6, 9), (15.6, 9), (-15.6, -9)))
    barbs = "M235 149L240 153L245 149M235 175L240 171L245 175M249 152L248 158L254 160M231 172L232 166L226 164" \
            "M254 164L248 166L249 172M226 160L232 158L231 152"
    return scene(group("back", back, spine_line, folds), group("clothes", waist), cloth,
                 group("cold", stroke(flake + barbs, WATER_LINE, 3)))


def lifting():
    y = 206
    x = 150
    arm = limb(f"M{x + 2} {y - 130}L{x + 1} {y - 102}L{x - 10} {y - 78}", 11, CLOTH_DARK)
    bag = group("light-bag", stroke(f"M{x - 22} {y - 50}Q{x - 12} {y - 84} {x - 2} {y - 50}", INK, 2.4),
                box(x - 28, y - 52, 32, 30, "#f3d9b0", 3))
    crate = group("heavy-box", box(300, 126, 112, 80, WOOD, 3), stroke("M300 152H412M300 180H412", INK, 1.6),
                  box(336, 112, 40, 14, "#b9c7cf", 3), shape("M318 112L328 66H384L394 112Z", "#8299a8"),
                  stroke("M340 66Q340 50 356 50Q372 50 372 66", INK, 4))
    no = group("not-this", element("circle", cx=356, cy=128, r=86, fill="none", stroke=INK,
                                   stroke_width=7),
               stroke("M296 189L416 67", WHITE, 11), stroke("M296 189L416 67", INK, 7))
    return scene(floor(y), group("person", elder(x, y, [bag, arm, disc(x - 12, y - 75, 6, SKIN_TONE)], [])),
                 crate, no)


def all_pictures():
    return {"np-medicine": medicine(), "np-movement": movement(), "prone-table": prone(),
            "escort": escort(), "ice": ice(), "lifting": lifting()}
