/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "label.h"

#define LEAST_CHARS 10 /* of a line */

/* Without a least width a label finds its own: by a line for each letter, each of which is set with all that follow. That
 * took longer than all else that is done to show a page. */
void
pedicle_label_wrap (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  glong n_chars = g_utf8_strlen (gtk_label_get_text (label), -1);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_WORD);
  gtk_label_set_width_chars (label, n_chars > LEAST_CHARS ? LEAST_CHARS : -1);
  gtk_label_set_xalign (label, 0);
}

GtkWidget *
pedicle_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  pedicle_label_wrap (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
