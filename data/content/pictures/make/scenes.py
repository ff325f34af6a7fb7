# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People and things: care without a procedure, the day itself, and going home."""

from palette import (CLOTH, CLOTH_DARK, GROUND, HAIR, INK, LEAF, PILLOW, SKIN_TONE, STEEL,
                     STEEL_LINE, TEAL, TROUSERS, WATER, WATER_LINE, WHITE, WOOD)
from people import (LINE, at, box, companion, disc, elder, elder_arm, hand, limb, not_this, shape,
                    standing, stroke)
from sheet import document, element, group, path

WIDTH, HEIGHT = 480, 230
FLOOR = 206


def scene(*parts):
    return document(WIDTH, HEIGHT, element("rect", width=WIDTH, height=HEIGHT, fill=GROUND), *parts)


def strip(top, fill, line, grain=""):
    """The ground from `top` to the lower edge."""
    return [element("rect", y=top, width=WIDTH, height=HEIGHT - top, fill=fill),
            stroke(f"M0 {top}H{WIDTH}{grain}", line, 1.6)]


def floor(top=FLOOR):
    return group("floor", strip(top, "#e4ecec", "#b9c7c8"))


def footpath(grain):
    return group("path", strip(FLOOR, "#ece3d0", "#c4b594", grain))


def sun():
    rays = "".join(f"M{a} {b}L{c} {d}" for a, b, c, d in (
        (0, -10, 0, -14), (0, 10, 0, 14), (-10, 0, -14, 0), (10, 0, 14, 0), (-7, -7, -10, -10),
        (7, -7, 10, -10), (-7, 7, -10, 10), (7, 7, 10, 10)))
    return [disc(0, 0, 6, "#f6d98a"), stroke(rays)]


def moon():
    return shape("M3 -9A9 9 0 1 0 9 4A8 8 0 0 1 3 -9Z", "#d5dde6")


def capsule(left, right):
    return [shape("M0 -6H-15A6 6 0 0 0 -15 6H0Z", left), shape("M0 -6H15A6 6 0 0 1 15 6H0Z", right)]


def bottle():
    return group("bottle", box(186, 92, 72, 92, "#f3d9b0", 9), box(192, 66, 60, 24, TEAL, 4),
                 stroke("M203 71V85M214 71V85M225 71V85M236 71V85", WHITE, 1.6),
                 box(186, 112, 72, 48, WHITE, 0), at(222, 137, capsule("#7fb5ae", WHITE)))


def medicine():
    glass = group("glass", shape("M84 84L92 178Q93 184 99 184H133Q139 184 140 178L148 84Z", WHITE),
                  path("M88 112L93.6 177Q94 182 99 182H133Q138 182 138.4 177L144 112Z", fill=WATER),
                  stroke("M88 112H144", WATER_LINE), stroke("M100 124L103 166", WHITE, 3))
    day = group("day-box", box(294, 128, 132, 56, STEEL, 6), box(294, 116, 132, 14, "#b9c7cf", 4),
                stroke("M360 116V184"), at(327, 157, sun()), at(391, 158, moon()))
    tablet = element("ellipse", cx=276, cy=206, rx=9, ry=5, fill=WHITE, stroke=INK,
                     stroke_width=LINE)
    pills = group("pills", tablet, stroke("M271 206H281", weight=1.4),
                  at(172, 203, capsule("#7fb5ae", WHITE)))
    table = group("table", strip(164, WOOD, "#a8926c"),
                  stroke("M24 214H112M316 212H440M20 178H62M436 176H462", "#cdb48d", 1.6))
    return scene(table, glass, bottle(), day, pills)


def tree():
    return [shape("M-5 0Q-2 -30 -3 -60H4Q3 -30 6 0Z", WOOD, "#8d9a8c", 1.6),
            shape("M-34 -66C-48 -92 -30 -118 -12 -118C-2 -138 30 -134 32 -112C50 -98 44 -68 28 -62"
                  "C12 -52 -18 -52 -34 -66Z", LEAF, "#8d9a8c", 1.6)]


def bench():
    return [stroke("M-36 0V-30M36 0V-30", weight=4),
            [box(-46, y, 92, 8, WOOD, 2) for y in (-36, -68, -54)],
            stroke("M-38 -36V-70M38 -36V-70", weight=3)]


def movement():
    stick = "M-46 -98q-9 -3 -9 4L-52 -2"
    front = group("arm-and-stick", stroke(stick, weight=5.5), stroke(stick, "#b58a5a", 2.5),
                  elder_arm("M2 -130L-10 -104L-40 -97"), hand(-46, -97))
    behind = [limb("M6 -132L20 -106L16 -82", 10, CLOTH_DARK), hand(15, -78, 5.5)]
    hills = group("hills", path("M0 206V168Q70 138 150 166T330 158T480 170V206Z", fill="#e3eee4"))
    return scene(group("sky", at(424, 44, sun())), hills, group("tree", at(84, FLOOR, tree())),
                 group("bench", at(388, FLOOR, bench())),
                 footpath("M40 217H84M150 221H214M300 216H352M398 222H446"),
                 group("person", at(236, FLOOR, elder(front, behind))))


def brace():
    """A firm back brace over the clothes: a stiff back panel, a front panel, two straps."""
    hull = ("M-15 -122Q-21 -100 -20 -66Q0 -60 22 -67Q24 -100 19 -124Q2 -117 -15 -122Z")
    panel = shape("M7 -120Q14 -121 19 -124Q24 -100 22 -67Q15 -64 9 -63.5Q6 -92 7 -120Z", "#b9c7cf")
    straps = [shape(f"M-{a} {y}Q0 {y + 6} {b} {y + 1}V{y + 11}Q0 {y + 16} -{a + 1} {y + 10}Z", TEAL)
              for a, b, y in ((19, 22.5, -112), (21, 23.5, -87))]
    buckles = [box(-13, y, 9, 10, WHITE, 1.5) for y in (-110, -85)]
    return group("brace", shape(hull, PILLOW), panel, straps, buckles)


def brace_worn():
    chair = group("chair", stroke("M-86 0V-56M-50 0V-110", weight=5),
                  stroke("M-92 -56H-50", weight=7), stroke("M-50 -112V-60", "#b58a5a", 2))
    arm = [elder_arm("M3 -133L-16 -124L-43 -115"), hand(-50, -114)]
    window = group("window", box(300, 34, 104, 92, WATER, 3), stroke("M352 34V126M300 80H404"),
                   box(292, 126, 120, 9, WHITE, 2))
    plant = group("plant", at(376, FLOOR, shape("M-16 -34H16L12 0H-12Z", "#f3d9b0"), [
        shape(d, LEAF, "#7d927a", 1.6) for d in (
            "M0 -34Q-28 -44 -26 -72Q-2 -66 0 -34Z", "M0 -34Q28 -44 28 -70Q4 -66 0 -34Z",
            "M0 -34Q-12 -62 2 -88Q14 -62 0 -34Z")]))
    return scene(window, floor(), plant, at(200, FLOOR, chair),
                 group("person", at(200, FLOOR, elder([brace(), arm], legs=standing))))


def patient():
    """Face down, arms up beside the head, drape and needle on the back."""
    skull = shape("M104 122C96 112 98 98 110 94C124 90 136 98 136 110Q142 112 150 108L152 122"
                  "Q138 124 130 124Q114 128 104 122Z", SKIN_TONE)
    hair = shape("M100 104C100 92 118 86 130 94C138 99 138 108 136 112C128 116 124 108 118 103"
                 "C112 100 104 101 100 104Z", HAIR)
    feet = shape("M386 102Q398 101 403 108Q407 114 404 126Q402 134 397 134Q392 131 392 120"
                 "L384 117Z", SKIN_TONE)
    trunk = shape("M148 116C146 98 164 88 190 90C222 92 248 90 274 86C298 86 308 98 304 114"
                  "Q298 122 270 121H172Q152 123 148 116Z", CLOTH)
    sleeve = shape("M158 98Q178 98 180 110Q168 122 156 126Q146 120 148 112Z", CLOTH_DARK)
    drape = group("drape", shape("M196 89C222 92 246 90 270 86L276 116L282 146H190L192 116Z",
                                 "#9ccbc5"),
                  stroke("M206 100L202 140M262 98L268 140", "#6fa9a2", 1.6),
                  shape("M224 90Q234 86 246 88L244 93Q234 92 226 95Z", SKIN_TONE, weight=1.4))
    needle = group("needle", stroke("M236 90L246 66", STEEL_LINE, 3),
                   box(242.5, 58, 9, 9, TEAL, 2))
    return [group("patient-head", skull, hair, stroke("M106 112q3 2 6 0", weight=1.5)),
            group("patient", limb("M290 108Q330 112 362 118L392 110", 15, TROUSERS), feet, trunk,
                  sleeve, limb("M164 108Q146 128 118 129L84 126", 9, SKIN_TONE)), drape, needle]


def table():
    return group("table", box(48, 148, 372, 10, STEEL, 4), box(56, 136, 356, 13, "#c7dbe0", 5),
                 shape("M318 158H390L380 206H328Z", STEEL), box(306, 202, 98, 8, "#b9c7cf", 3))


def pillows():
    return group("pillows", box(146, 119, 62, 19, PILLOW, 9), box(244, 119, 54, 19, PILLOW, 9),
                 box(340, 121, 44, 16, PILLOW, 8), box(74, 124, 58, 13, PILLOW, 6))


def screen():
    """The X-ray picture: a few bones in a row, one of them broken, and the needle."""
    pale = "#e9eef2"
    whole = [shape(f"M{x} {y}q11 2 22 0q-2 5 0 11q-11 -2 -22 0q2 -6 0 -11Z", pale, pale, 1)
             for x, y in ((404, 27), (402, 43), (403, 75))]
    broken = shape("M402 63q11 0 22 -4q-2 6 0 11q-11 -2 -22 0q1 -4 0 -7Z", pale, pale, 1)
    return group("screen", stroke("M414 0V20", STEEL_LINE, 5),
                 box(368, 16, 94, 80, "#46535f", 6), whole, broken,
                 stroke("M452 41L418 65", "#8fd1c9", 3))


def prone():
    arc, cover = "M236 22C300 14 322 66 322 112C322 168 300 204 236 196", "#eef2f5"
    arm = group("x-ray-arm", stroke(arc, STEEL_LINE, 20), stroke(arc, cover, 16),
                stroke("M306 60Q314 84 314 112Q314 146 304 168", "#c4ced6", 2))
    ends = group("x-ray", box(206, 18, 62, 22, cover, 5, STEEL_LINE),
                 box(212, 38, 50, 7, "#b9c7cf", 2, STEEL_LINE),
                 shape("M210 182H264L258 206H216Z", cover, STEEL_LINE))
    rays = path("M226 182L214 46H260L248 182Z", fill=TEAL, fill_opacity="0.08")
    return scene(floor(210), screen(), arm, rays, table(), pillows(), patient(), ends)


def house():
    return group("house", box(34, 112, 112, 94, "#f7efde", 2), box(76, 150, 30, 56, TEAL, 2),
                 disc(100, 180, 2, WHITE, WHITE), box(48, 132, 20, 22, "#f6d98a", 1),
                 box(114, 132, 20, 22, "#f6d98a", 1), shape("M22 116L90 62L158 116Z", "#c9d5da"))


def car():
    wheels = [[disc(x, 192, 14, "#6c7a86"), disc(x, 192, 5, STEEL)] for x in (380, 446)]
    return group("car", shape("M352 190V166Q354 158 364 156L378 132Q382 126 392 126H446"
                              "Q456 126 460 134L470 156Q474 160 474 168V190Z", "#b9cbd3"),
                 shape("M376 154L388 136H412V154Z", WATER),
                 shape("M420 154V136H444Q448 136 450 140L456 154Z", WATER), wheels)


def escort():
    own = group("arm", elder_arm("M2 -130L0 -102L-14 -78"), hand(-16, -75))
    helping = [limb("M2 -136L-12 -108L-50 -106", 11, "#e5c48f"), hand(-57, -106)]
    return scene(house(), footpath("M170 217H214M260 221H330M396 216H446"), car(),
                 group("companion", at(286, FLOOR, companion())),
                 group("patient", at(216, FLOOR, elder(own))),
                 group("helping-arm", at(286, FLOOR, helping)))


def ice():
    back = shape("M170 0C170 22 160 32 136 40C104 50 92 74 88 110L78 230H158L160 168L158 128"
                 "C166 160 168 196 160 230H320C312 196 314 160 322 128L320 168L322 230H402L392 110"
                 "C388 74 376 50 344 40C320 32 310 22 310 0Z", SKIN_TONE)
    middle = stroke("M240 16V96", "#b98b69", 2, stroke_dasharray="1 9")
    folds = stroke("M186 66Q196 88 190 108M294 66Q284 88 290 108", "#b98b69", 2)
    waist = shape("M160 206Q240 216 320 206L326 230H154Z", CLOTH)
    cloth = group("cloth", shape("M186 124Q240 116 294 124Q300 126 300 132V192Q300 199 293 200"
                                 "Q240 206 187 200Q180 199 180 192V132Q180 126 186 124Z", WHITE),
                  stroke("M190 134Q240 127 290 134M190 190Q240 196 290 190", TEAL, 2.4),
                  stroke("M190 140Q240 133 290 140M190 184Q240 190 290 184", TEAL, 1.4))
    # One arm of the snowflake, turned six times.
    flake = [group(None, stroke("M0 0V-18M-5 -13L0 -9L5 -13", WATER_LINE, 3),
                   transform=f"rotate({turn})") for turn in range(0, 360, 60)]
    return scene(group("back", back, middle, folds), group("clothes", waist), cloth,
                 group("cold", at(240, 162, flake)))


def lifting():
    bag = group("light-bag", stroke("M-22 -50Q-12 -84 -2 -50", weight=2.4),
                box(-28, -52, 32, 30, "#f3d9b0", 3))
    arm = [elder_arm("M2 -130L1 -102L-10 -78"), hand(-12, -75)]
    heavy = group("heavy-box", box(300, 126, 112, 80, WOOD, 3),
                  stroke("M300 152H412M300 180H412", weight=1.6),
                  box(336, 112, 40, 14, "#b9c7cf", 3),
                  shape("M318 112L328 66H384L394 112Z", "#8299a8"),
                  stroke("M340 66Q340 50 356 50Q372 50 372 66", weight=4))
    return scene(floor(), group("person", at(150, FLOOR, elder([bag, arm]))), heavy,
                 not_this(356, 128))


def all_pictures():
    return {"np-medicine": medicine(), "np-movement": movement(), "np-brace": brace_worn(),
            "prone-table": prone(),
            "escort": escort(), "ice": ice(), "lifting": lifting()}
