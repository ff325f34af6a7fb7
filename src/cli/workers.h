/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Much work of one kind, done by several processes: what the layers below keep for each thread
 * and what their libraries lock is then shared by none, and what breaks one process leaves the
 * others alone. Called before this process has threads. */

#define PEDICLE_WORKERS_MAX 64

/** PedicleWork: does piece @index, in a process of its own. @stop: set when further pieces cannot
 * be done either. Returns: (transfer full) (nullable): what went wrong, in lines; those beyond
 * 4 000 bytes are lost. */
typedef char *(*PedicleWork) (guint index, gboolean *stop, gpointer data);

/** PedicleReport: told in this process, in the order of the pieces. @fault: (nullable). @lost:
 * whether its process ended before the piece was done. */
typedef void (*PedicleReport) (guint index, const char *fault, gboolean lost, gpointer data);

/** pedicle_workers_run: does @n pieces with @n_workers processes at once. SIGINT, SIGTERM and
 * SIGHUP let the pieces that are begun be finished, and no more.
 * @stopped_by: (out): which of them came, or 0
 *
 * Returns: %FALSE with @error when no process can be started. */
gboolean pedicle_workers_run (guint n,
                              guint n_workers,
                              PedicleWork work,
                              PedicleReport report,
                              gpointer data,
                              int *stopped_by,
                              GError **error);

G_END_DECLS
