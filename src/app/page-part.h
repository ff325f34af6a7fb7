/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reading.h"

G_BEGIN_DECLS

/** PediclePagePart: a part of a page for a screen reader: it has words, a role and a place, and paints nothing, since the
 * page paints itself. */
#define PEDICLE_TYPE_PAGE_PART (pedicle_page_part_get_type ())
G_DECLARE_FINAL_TYPE (PediclePagePart, pedicle_page_part, PEDICLE, PAGE_PART, GtkWidget)

/** pedicle_page_part_show: the parts of @parent become the children of @reading, each with its own. What is there
 * already and is of the same kind stays and says what is new: a letter that is typed changes little on a page. */
void pedicle_page_part_show (GtkWidget *parent, const PedicleReading *reading);

/** pedicle_page_part_place: gives the parts of @parent, whose own place on the page begins at @x and @y (in points),
 * theirs. @scale: pixels for a point. */
void pedicle_page_part_place (GtkWidget *parent, double x, double y, double scale);

/** pedicle_page_part_clear: removes the parts of @parent. */
void pedicle_page_part_clear (GtkWidget *parent);

G_END_DECLS
