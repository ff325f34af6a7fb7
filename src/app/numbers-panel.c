/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "numbers-panel.h"

#include "box.h"
#include <glib/gi18n.h>

#include "columns.h"
#include "count.h"
#include "icon-array.h"
#include "label.h"
#include "names.h"
#include "record.h"
#include "row.h"
#include "scale-bar.h"
#include "source-list.h"
#include "words.h"
#include "wrap.h"

#define LEAST_CHARS 28 /* of a column, or they stand below each other */
#define COUNT_SCALE 1.25

struct _PedicleNumbersPanel
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkLabel *title;
  GtkLabel *context;
  GtkToggleButton *turn;
  GtkMenuButton *source;
  GtkLabel *source_words;
  GtkBox *outcomes;

  PedicleSession *session;
  PedicleNumbers *numbers;
};

G_DEFINE_FINAL_TYPE (PedicleNumbersPanel, pedicle_numbers_panel, GTK_TYPE_WIDGET)

typedef struct
{
  PedicleSession *session;
  const PedicleCatalogue *spoken;
  const PedicleNumbers *numbers;
  gboolean turned; /* those to whom it does not happen are the ones that are filled, and come first */
} Context;

static void
append_sentence (GtkBox *box, const Context *context, const PedicleText *text, const char *css_class)
{
  if (text != NULL)
    gtk_box_append (box, pedicle_words_label (context->session, context->spoken, text, css_class));
}

/* "16 of 100" is what the eye should find in its sentence. */
static void
append_count (GtkBox *box, const Context *context, const PedicleOutcome *outcome, gboolean happens)
{
  const PedicleText *text = happens ? outcome->happens : outcome->happens_not;
  guint shown = happens ? outcome->shown : outcome->per - outcome->shown, start, end;

  if (text == NULL)
    return;
  GtkWidget *label = pedicle_words_label (context->session, context->spoken, text, NULL);
  gtk_box_append (box, label);
  if (!pedicle_count_find (gtk_label_get_text (GTK_LABEL (label)), shown, outcome->per, &start, &end))
    return;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *stress[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_scale_new (COUNT_SCALE) };
  for (guint i = 0; i < G_N_ELEMENTS (stress); i++)
    {
      stress[i]->start_index = start;
      stress[i]->end_index = end;
      pango_attr_list_insert (attributes, stress[i]);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
append_drawing (PedicleRow *row, const Context *context, const PedicleOutcome *outcome)
{
  const PedicleText *sentence = context->turned ? outcome->happens_not : outcome->happens;
  g_autofree char *name = pedicle_words_plain (context->session, context->spoken, sentence);
  int shown = (int) (context->turned ? outcome->per - outcome->shown : outcome->shown);

  if (context->numbers->kind == PEDICLE_NUMBERS_SHARE && outcome->per <= PEDICLE_ICON_ARRAY_MAX)
    pedicle_row_append (row, pedicle_icon_array_new (shown, (int) outcome->per, context->numbers->of, name));
}

static void
append_bar (GtkBox *box, const Context *context, const PedicleText *sentence, double value, gboolean hatched)
{
  g_autofree char *name = pedicle_words_plain (context->session, context->spoken, sentence);

  append_sentence (box, context, sentence, NULL);
  if (context->numbers->is_change)
    return;
  gtk_box_append (box, pedicle_scale_bar_new (context->numbers->scale_low, context->numbers->scale_high, value,
                                              hatched, name));
}

/* @xalign: 0 for the low end, 1 for the high one */
static void
append_end (PedicleRow *row, const Context *context, const PedicleText *text, float xalign)
{
  if (text == NULL)
    return;
  GtkWidget *label = pedicle_words_label (context->session, context->spoken, text, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_hexpand (label, xalign > 0);
  pedicle_row_append (row, label);
}

/* Each value below its sentence, and what the ends of the scale mean. */
static void
append_bars (GtkBox *box, const Context *context, const PedicleOutcome *outcome)
{
  append_bar (box, context, outcome->happens, outcome->value, FALSE);
  append_bar (box, context, outcome->happens_not, outcome->against, TRUE);
  if (context->numbers->is_change)
    return;
  GtkWidget *ends = pedicle_row_new (12);

  append_end (PEDICLE_ROW (ends), context, context->numbers->scale_low_text, 0);
  append_end (PEDICLE_ROW (ends), context, context->numbers->scale_high_text, 1);
  gtk_box_append (box, ends);
}

/* How sure the number is. Returns: (transfer full) */
static char *
format_standing (const Context *context, const PedicleOutcome *outcome)
{
  g_autofree char *certainty = pedicle_words_phrase (context->session, context->spoken,
                                                     pedicle_phrases_certainty (outcome->certainty), NULL, "");
  g_autofree char *range = NULL;

  if (outcome->range != NULL)
    {
      g_autofree char *plain = pedicle_words_plain (context->session, context->spoken, outcome->range);
      range = pedicle_words_phrase (context->session, context->spoken, PEDICLE_PHRASE_RANGE, "range", plain);
    }
  else if (!outcome->has_range)
    range = pedicle_words_phrase (context->session, context->spoken, PEDICLE_PHRASE_RANGE_UNKNOWN, NULL, "");
  gboolean both = range != NULL && *range != '\0' && *certainty != '\0';
  return g_strconcat (range != NULL ? range : "", both ? " \u00b7 " : "", certainty, NULL);
}

/* What holds for all outcomes is said once. Returns: (transfer full) (nullable) */
static char *
format_shared_standing (const Context *context)
{
  g_autofree char *shared = NULL;

  for (guint i = 0; i < context->numbers->outcomes->len; i++)
    {
      g_autofree char *own = format_standing (context, g_ptr_array_index (context->numbers->outcomes, i));
      if (shared != NULL && !g_str_equal (shared, own))
        return NULL;
      g_free (shared);
      shared = g_steal_pointer (&own);
    }
  return context->numbers->outcomes->len > 1 ? g_steal_pointer (&shared) : NULL;
}

static const PedicleText *
option_title (const Context *context, const PedicleOutcome *outcome)
{
  const char *id = outcome->control ? outcome->comparator : outcome->option;
  const PedicleProcedure *option
      = id != NULL ? pedicle_library_find_procedure (pedicle_session_get_library (context->session), id) : NULL;

  return option != NULL ? option->title : NULL;
}

static GtkWidget *
new_outcome (const Context *context, const PedicleOutcome *outcome, gboolean with_standing)
{
  GtkWidget *cell = pedicle_row_new (12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const PedicleText *title = option_title (context, outcome);

  gtk_widget_set_hexpand (words, TRUE);
  append_drawing (PEDICLE_ROW (cell), context, outcome);
  /* Without a title of its own, as a pretended procedure is, the sentence still stands beside the other. */
  if (title == NULL && context->numbers->outcomes->len > 1)
    gtk_box_append (GTK_BOX (words), pedicle_label_new ("", "heading"));
  append_sentence (GTK_BOX (words), context, title, "heading");
  if (context->numbers->kind == PEDICLE_NUMBERS_SCALE)
    append_bars (GTK_BOX (words), context, outcome);
  else
    {
      append_count (GTK_BOX (words), context, outcome, !context->turned);
      append_count (GTK_BOX (words), context, outcome, context->turned);
    }
  if (with_standing)
    {
      g_autofree char *standing = format_standing (context, outcome);
      gtk_box_append (GTK_BOX (words), pedicle_label_new (standing, "caption"));
    }
  pedicle_row_append (PEDICLE_ROW (cell), words);
  return cell;
}

static GtkBox *
append_column (PedicleColumns *columns)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  pedicle_columns_append (columns, column);
  return GTK_BOX (column);
}

/* What is not known, and what else to know: in @n_columns, one for each where there are both. */
static void
append_notes (PedicleColumns *columns, const Context *context, guint n_columns)
{
  const PedicleNumbers *numbers = context->numbers;
  guint n_unknowns = numbers->unknowns != NULL ? numbers->unknowns->len : 0;
  guint n = n_unknowns + (numbers->notes != NULL ? numbers->notes->len : 0);
  guint first = n_columns == 1 ? n : n_unknowns > 0 && n_unknowns < n ? n_unknowns : (n + 1) / 2;
  GtkBox *column = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || i == first)
        column = append_column (columns);
      if (i < n_unknowns)
        append_sentence (column, context, g_ptr_array_index (numbers->unknowns, i), "unknown");
      else
        append_sentence (column, context, g_ptr_array_index (numbers->notes, i - n_unknowns), NULL);
    }
}

/* One outcome and the notes share a row; several have the row for themselves. */
static void
show_outcomes (PedicleNumbersPanel *self, const Context *context)
{
  const PedicleNumbers *numbers = context->numbers;
  guint n = numbers->outcomes != NULL ? numbers->outcomes->len : 0;
  g_autofree char *standing = n > 0 ? format_shared_standing (context) : NULL;
  GtkWidget *row = pedicle_columns_new (24, LEAST_CHARS), *notes = row;

  for (guint i = 0; i < n; i++)
    pedicle_columns_append (PEDICLE_COLUMNS (row),
                            new_outcome (context, g_ptr_array_index (numbers->outcomes, i), standing == NULL));
  gtk_box_append (self->outcomes, row);
  if (standing != NULL)
    gtk_box_append (self->outcomes, pedicle_label_new (standing, "caption"));
  if (n > 1)
    {
      notes = pedicle_columns_new (24, LEAST_CHARS);
      gtk_box_append (self->outcomes, notes);
    }
  append_notes (PEDICLE_COLUMNS (notes), context, n == 1 ? 1 : 2);
}

static void
set_context (PedicleNumbersPanel *self, const Context *context)
{
  const PedicleNumbers *numbers = context->numbers;
  g_autoptr (GString) line = g_string_new (NULL);

  if (numbers->group != NULL)
    {
      g_autofree char *group = pedicle_words_plain (context->session, context->spoken, numbers->group);
      g_autofree char *whole
          = pedicle_words_phrase (context->session, context->spoken, PEDICLE_PHRASE_FOR_WHOM, "group", group);
      g_string_append (line, whole);
    }
  if (numbers->time != NULL)
    {
      g_autofree char *time = pedicle_words_plain (context->session, context->spoken, numbers->time);
      g_autofree char *whole
          = pedicle_words_phrase (context->session, context->spoken, PEDICLE_PHRASE_WHEN, "time", time);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " \u00b7 " : "", whole);
    }
  gtk_label_set_label (self->context, line->str);
  gtk_widget_set_visible (GTK_WIDGET (self->context), line->len > 0);
}

static void
refresh (PedicleNumbersPanel *self)
{
  Context context = { self->session, pedicle_session_get_spoken (self->session), self->numbers,
                      gtk_toggle_button_get_active (self->turn) };

  pedicle_box_clear (self->outcomes);
  show_outcomes (self, &context);
  pedicle_words_direct (GTK_WIDGET (self->outcomes), context.spoken);
}

static void
show_source (PedicleNumbersPanel *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  pedicle_source_list_add_numbers (ids, self->numbers);
  g_autofree char *words = pedicle_source_list_format (self->session, ids);
  gtk_label_set_markup (self->source_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->source), *words != '\0');
}

/* Several panels stand beside each other. */
static void
name_buttons (PedicleNumbersPanel *self)
{
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *source = pedicle_name_of (_("Source"), title), *turn = pedicle_name_of (_("Turn it round"), title);

  pedicle_name_menu_button (self->source, source);
  pedicle_name_button (GTK_WIDGET (self->turn), turn);
}

static void
pedicle_numbers_panel_dispose (GObject *object)
{
  PedicleNumbersPanel *self = PEDICLE_NUMBERS_PANEL (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_pointer (&self->numbers, pedicle_numbers_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_numbers_panel_parent_class)->dispose (object);
}

static void
pedicle_numbers_panel_class_init (PedicleNumbersPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_numbers_panel_dispose;
  g_type_ensure (PEDICLE_TYPE_ROW);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/numbers-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, title);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, context);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, turn);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, source);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, source_words);
  gtk_widget_class_bind_template_child (widget_class, PedicleNumbersPanel, outcomes);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "numbers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_numbers_panel_init (PedicleNumbersPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pedicle_numbers_panel_new (PedicleSession *session, const PedicleNumbers *numbers)
{
  PedicleNumbersPanel *self = g_object_new (PEDICLE_TYPE_NUMBERS_PANEL, NULL);
  Context context = { session, pedicle_session_get_spoken (session), numbers, FALSE };
  g_autofree char *title = pedicle_words_plain (session, context.spoken, numbers->title);

  self->session = g_object_ref (session);
  self->numbers = pedicle_numbers_ref ((PedicleNumbers *) numbers);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->turn), numbers->kind == PEDICLE_NUMBERS_SHARE);
  set_context (self, &context);
  show_source (self);
  name_buttons (self);
  g_autofree char *mark = g_strconcat ("turned ", numbers->id, NULL);
  pedicle_talk_bind (pedicle_session_get_talk (session), mark, G_OBJECT (self->turn), "active");
  refresh (self);
  pedicle_record_watch (GTK_WIDGET (self), session, numbers->id);
  return GTK_WIDGET (self);
}
