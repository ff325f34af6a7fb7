/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTopicTable: every topic as a row, every option as a column.
 * Signal: chosen (topic id): a topic is to be shown by itself. */
#define PEDICLE_TYPE_TOPIC_TABLE (pedicle_topic_table_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTopicTable, pedicle_topic_table, PEDICLE, TOPIC_TABLE, GtkWidget)

/** pedicle_topic_table_show: the rows in the order of what matters.
 * @apart: only what sets the options apart: no answer that all share, none told twice; but harms are always told whole */
void pedicle_topic_table_show (PedicleTopicTable *self, PedicleSession *session, gboolean apart);

/** pedicle_topic_table_set_quiet: for the patient's window: without buttons to hide an option. */
void pedicle_topic_table_set_quiet (PedicleTopicTable *self);

/** pedicle_topic_table_reveal: scrolls so far that the row of @topic, an id, begins the part in sight. */
void pedicle_topic_table_reveal (PedicleTopicTable *self, const char *topic);

/** pedicle_topic_table_scroll: by so many small steps, down when positive. */
void pedicle_topic_table_scroll (PedicleTopicTable *self, int by);

G_END_DECLS
