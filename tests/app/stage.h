/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"
#include <adwaita.h>

/** What the tests of widgets share: a window to stand in, time to pass, and what is left afterwards. */

/** stage_start: begins the test of windows of the program. Returns: (transfer full): what they belong to */
AdwApplication *stage_start (int *argc, char ***argv);

/** stage_run: runs the tests. @application: (transfer full). Returns: what main() returns */
int stage_run (AdwApplication *application);

/** stage_present: shows @widget in a window of this size and waits until it is drawn. Returns: (transfer full) */
GtkWindow *stage_present (GtkWidget *widget, int width, int height);

/** stage_open: shows the program's window in this size and waits until it is drawn. Returns: (transfer none) */
PedicleWindow *stage_open (AdwApplication *application, PedicleSession *session, int width, int height);

/** stage_close: closes the program's window; fails when anything keeps it. */
void stage_close (PedicleWindow *window);

/** stage_clear: closes the window; fails when @widget outlives it. */
void stage_clear (GtkWindow *window, GtkWidget *widget);

/** stage_wait: lets the main loop run for so many milliseconds. */
void stage_wait (guint milliseconds);

/** stage_find: Returns: (nullable): the first widget of @type inside @root. */
GtkWidget *stage_find (GtkWidget *root, GType type);

/** stage_find_label: Returns: (nullable): the first label inside @root whose text is @text. */
GtkWidget *stage_find_label (GtkWidget *root, const char *text);

/** stage_copy: Returns: a folder of its own with what is in @folder, to be changed and then given to stage_remove(). */
char *stage_copy (const char *folder);

/** stage_replace: @old, which is there once, becomes @new in a file of that folder. */
void stage_replace (const char *folder, const char *file, const char *old, const char *new);

/** stage_remove: removes and frees what stage_copy() gave. */
void stage_remove (char *folder);

/** stage_draw: Returns: (transfer full): the widget as it is painted, so many times as large. */
cairo_surface_t *stage_draw (GtkWidget *widget, int scale);

/** stage_paint: Returns: a digest of the widget's pixels at its present size. */
char *stage_paint (GtkWidget *widget);

/** stage_coverage: Returns: how much of the widget is painted over, 0 for nothing to 1 for all. */
double stage_coverage (GtkWidget *widget);
