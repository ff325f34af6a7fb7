/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problem.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleProblemsView: what is wrong with the content's files, one row for each, to be read and mended. */
#define PEDICLE_TYPE_PROBLEMS_VIEW (pedicle_problems_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleProblemsView, pedicle_problems_view, PEDICLE, PROBLEMS_VIEW, GtkWidget)

/** pedicle_problems_view_show: @usable: whether the program goes on with what could be read. */
void pedicle_problems_view_show (PedicleProblemsView *self, const PedicleProblems *problems, gboolean usable);

G_END_DECLS
