/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include "inline.h"
#include "label.h"

#define BLANK "\u2026"
#define ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

/* A placeholder in a text on the screen: the value, or a mark that it is open. */
static char *
show_placeholder (PedicleSession *session, const PedicleCatalogue *catalogue, const char *name)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  const PedicleField *field = decision != NULL ? pedicle_decision_find_field (decision, name) : NULL;
  g_autofree char *value = NULL;

  if (field != NULL)
    value = pedicle_words_value (session, catalogue, field);
  if (value == NULL || *value == '\0')
    {
      const PedicleOverlay *overlay = pedicle_library_get_overlay (pedicle_session_get_library (session));
      g_free (value);
      value = g_strdup (overlay != NULL ? g_hash_table_lookup (overlay->values, name) : NULL);
    }
  return value != NULL && *value != '\0' ? g_strdup_printf (ISOLATE "%s" POP_ISOLATE, value) : g_strdup (BLANK);
}

static void
append_run (GString *out, const PedicleRun *run, const char *shown)
{
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_auto (GStrv) words = NULL;

  if (run->style & PEDICLE_STYLE_NUM)
    {
      words = g_strsplit (escaped, " ", -1);
      g_free (escaped);
      escaped = g_strjoinv ("\u00a0", words);
    }
  g_string_append (out, run->style & PEDICLE_STYLE_STRONG ? "<b>" : "");
  g_string_append (out, run->style & PEDICLE_STYLE_EM ? "<i>" : "");
  g_string_append (out, escaped);
  g_string_append (out, run->style & PEDICLE_STYLE_EM ? "</i>" : "");
  g_string_append (out, run->style & PEDICLE_STYLE_STRONG ? "</b>" : "");
}

static GPtrArray *
look_up (const PedicleCatalogue *catalogue, const PedicleText *text, gboolean *english)
{
  PedicleTranslationState state = PEDICLE_STATE_SOURCE;
  const char *markup = pedicle_catalogue_lookup (catalogue, text, &state);

  *english = state != PEDICLE_STATE_SOURCE && state != PEDICLE_STATE_TRANSLATED;
  return pedicle_inline_parse (markup, NULL);
}

char *
pedicle_words_markup (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleText *text)
{
  if (text == NULL)
    return g_strdup ("");

  gboolean english = FALSE;
  g_autoptr (GPtrArray) runs = look_up (catalogue, text, &english);
  g_autoptr (GString) out = g_string_new (english ? "<span lang=\"en\">" : "");
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = g_ptr_array_index (runs, i);
      g_autofree char *value = run->field != NULL ? show_placeholder (session, catalogue, run->field) : NULL;
      append_run (out, run, value != NULL ? value : run->text);
    }
  g_string_append (out, english ? "</span>" : "");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
pedicle_words_plain (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleText *text)
{
  g_autofree char *markup = pedicle_words_markup (session, catalogue, text);
  char *plain = NULL;

  if (!pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL))
    return g_steal_pointer (&markup);
  return plain;
}

char *
pedicle_words_phrase (PedicleSession *session,
                      const PedicleCatalogue *catalogue,
                      const char *phrase,
                      const char *name,
                      const char *value)
{
  PedicleText *text = pedicle_library_find_phrase (pedicle_session_get_library (session), phrase);
  gboolean english = FALSE;

  if (text == NULL)
    return g_strdup (value != NULL ? value : "");

  g_autoptr (GPtrArray) runs = look_up (catalogue, text, &english);
  GString *out = g_string_new (NULL);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = g_ptr_array_index (runs, i);
      if (run->field == NULL)
        g_string_append (out, run->text);
      else if (g_strcmp0 (run->field, name) == 0)
        g_string_append (out, value);
    }
  return g_string_free (out, FALSE);
}

static char *
show_sites (const char *value)
{
  g_auto (GStrv) sites = g_strsplit (value, ",", -1);
  return g_strjoinv (", ", sites);
}

char *
pedicle_words_value (PedicleSession *session, const PedicleCatalogue *catalogue, const PedicleField *field)
{
  const char *value = pedicle_visit_get_value (pedicle_session_get_visit (session), field->id);

  if (value == NULL || *value == '\0')
    return g_strdup ("");
  if (field->type == PEDICLE_FIELD_SITES)
    return show_sites (value);
  const PedicleText *choice = pedicle_field_find_choice (field, value);
  return choice != NULL ? pedicle_words_plain (session, catalogue, choice) : g_strdup (value);
}

GtkWidget *
pedicle_words_label (PedicleSession *session,
                     const PedicleCatalogue *catalogue,
                     const PedicleText *text,
                     const char *css_class)
{
  g_autofree char *markup = pedicle_words_markup (session, catalogue, text);
  GtkWidget *label = pedicle_label_new (NULL, css_class);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  pedicle_label_wrap (GTK_LABEL (label));
  return label;
}

static void
direct (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    direct (child, direction);
}

void
pedicle_words_direct (GtkWidget *widget, const PedicleCatalogue *catalogue)
{
  direct (widget, pedicle_catalogue_is_rtl (catalogue) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}
