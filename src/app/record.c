/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "record.h"

#include "closures.h"
#include "pages.h"

const PedicleHandout *
pedicle_record_find (PedicleSession *session)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  GPtrArray *handouts = pedicle_library_get_handouts (pedicle_session_get_library (session));

  for (guint i = 0; decision != NULL && i < handouts->len; i++)
    {
      const PedicleHandout *handout = g_ptr_array_index (handouts, i);
      if (handout->for_decision && g_strcmp0 (handout->decision, decision->id) == 0
          && pedicle_handout_is_record (handout))
        return handout;
    }
  return NULL;
}

char *
pedicle_record_text (PedicleSession *session, const PedicleHandout *handout, const char *option, GError **error)
{
  GDate today;

  pedicle_session_today (&today);
  PedicleRequest request = {
    .library = pedicle_session_get_library (session),
    .handout = handout,
    .option = option,
    .catalogue = pedicle_session_get_interface (session),
    .visit = pedicle_session_get_visit (session),
    .size = PEDICLE_SIZE_NORMAL,
    .paper = PEDICLE_PAPER_A4,
    .today = &today,
  };
  g_autoptr (PediclePages) pages = pedicle_pages_new (&request, error);
  return pages != NULL ? pedicle_pages_to_note (pages) : NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strchr (at, '\n')) != NULL; at++)
    n++;
  return n;
}

char *
pedicle_record_copy (
    GtkWidget *widget, PedicleSession *session, const PedicleHandout *handout, const char *option, GError **error)
{
  g_autofree char *text = pedicle_record_text (session, handout, option, error);

  if (text == NULL)
    return NULL;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return pedicle_record_copied (count_lines (text));
}

/* A panel that takes turns with others is mapped until there is found to be no room for it. */
#define SHOWN 1000 /* milliseconds */

typedef struct
{
  PedicleSession *session;
  char *numbers;
  guint shown; /* source: while it has not been seen for long */
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->shown, g_source_remove);
  g_object_unref (watch->session);
  g_free (watch->numbers);
  g_free (watch);
}

static gboolean
on_shown (gpointer data)
{
  Watch *watch = data;

  watch->shown = 0;
  pedicle_session_show_numbers (watch->session, watch->numbers);
  return G_SOURCE_REMOVE;
}

static void
look (GtkWidget *panel)
{
  Watch *watch = g_object_get_data (G_OBJECT (panel), "watch");

  g_clear_handle_id (&watch->shown, g_source_remove);
  if (gtk_widget_get_mapped (panel))
    watch->shown = g_timeout_add (SHOWN, on_shown, watch);
}

void
pedicle_record_watch (GtkWidget *panel, PedicleSession *session, const char *numbers)
{
  Watch *watch = g_new0 (Watch, 1);

  *watch = (Watch){ g_object_ref (session), g_strdup (numbers), 0 };
  g_object_set_data_full (G_OBJECT (panel), "watch", watch, watch_free);
  g_signal_connect_after (panel, "map", G_CALLBACK (look), NULL);
  g_signal_connect_after (panel, "unmap", G_CALLBACK (look), NULL);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (look), panel, G_CONNECT_SWAPPED);
}
