/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleTopicRow: a topic in the list at the side, with its mark of having been discussed.
 * Signal: toggled (gboolean discussed): the mark was set or taken away by hand. */
#define PEDICLE_TYPE_TOPIC_ROW (pedicle_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (PedicleTopicRow, pedicle_topic_row, PEDICLE, TOPIC_ROW, GtkListBoxRow)

GtkWidget *pedicle_topic_row_new (const char *topic, const char *question);
/** pedicle_topic_row_get_topic: the topic's id. */
const char *pedicle_topic_row_get_topic (PedicleTopicRow *self);
void pedicle_topic_row_set_discussed (PedicleTopicRow *self, gboolean discussed);

G_END_DECLS
