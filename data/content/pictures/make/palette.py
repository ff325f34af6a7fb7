# SPDX-FileCopyrightText: 2026 Pedicle contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours of all pictures of bones. Each pair of neighbours differs in grey as well."""

GROUND, FAT, MUSCLE, FIBRE, BELLY = "#f4f8f9", "#fbf1e4", "#f8e6db", "#e9cdbd", "#fbf4ec"
SKIN_FILL, SKIN_LINE = "#ecc7ae", "#a8775c"
BONE, RIM, LINE = "#f7efde", "#e7d7b4", "#7d6d4f"
BONE_FAR, RIM_FAR, LINE_FAR = "#f6f0e4", "#ebe0c8", "#a39474"
SPONGE, KNOB = "#d3bf94", "#fffaf0"
BROKEN, BROKEN_RIM, BROKEN_LINE = "#fbe6dc", "#f1c3b2", "#b42318"
DISC, DISC_LINE, DISC_CORE = "#d3e2ec", "#88a3b8", "#eef5f9"
CANAL, CANAL_LINE, CORD, CORD_LINE, ROOT = "#fdf8df", "#cdbd84", "#f3e3a4", "#bfa75a", "#d9c780"
STEEL, STEEL_LINE, TEAL, WHITE = "#dde3e8", "#56636f", "#0f766e", "#ffffff"
BLUE, BLUE_FILL, BLUE_LINE = "#7fb9d8", "#bfe3f5", "#1f6a97"
CEMENT, CEMENT_SOFT, CEMENT_LINE, CEMENT_DOT = "#8b98a5", "#b4bec7", "#46535f", "#e6ebef"
# People and things
INK, SKIN_TONE, HAIR = "#4b5560", "#e3b896", "#d3d7dc"
CLOTH, CLOTH_DARK, TROUSERS = "#8fc0b9", "#74aba3", "#a9bac6"
WATER, WATER_LINE, WOOD, LEAF, PILLOW = "#cfe6f2", "#6f9fbd", "#e6d3b3", "#cfe0cc", "#fdfdfb"
