/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "handouts-view.h"

#include "box.h"
#include <glib/gi18n.h>

#include "adaptive.h"
#include "choices.h"
#include "closures.h"
#include "field-row.h"
#include "label.h"
#include "language-menu.h"
#include "names.h"
#include "page-preview.h"
#include "pages.h"
#include "print.h"
#include "record.h"
#include "save.h"
#include "tab-stop.h"
#include "words.h"
#include "wrap.h"

#define NAMED 3  /* empty fields that the note names; it counts the others */
#define PAUSE 40 /* milliseconds between the last keystroke and the new pages */

struct _PedicleHandoutsView
{
  GtkWidget parent_instance;

  PedicleAdaptive *adaptive;
  GtkListBox *handouts;
  GtkWidget *option_row;
  GtkLabel *option_label;
  GtkDropDown *option;
  GtkLabel *language_label;
  PedicleLanguageMenu *language;
  GtkLabel *size_label;
  GtkDropDown *size;
  GtkLabel *paper_label;
  GtkDropDown *paper;
  GtkWidget *fields_head;
  GtkBox *fields;
  GtkBox *side;
  GtkWidget *form_scroller;
  GtkBox *form;
  GtkLabel *note;
  GtkWidget *form_button;
  GtkWidget *preview_button;
  GtkWidget *copy_button;
  GtkStack *stack;
  GtkWidget *preview_page;
  PediclePagePreview *preview;
  GtkLabel *error;

  PedicleSession *session;
  GSettings *settings; /* (nullable) */
  const PedicleHandout *handout; /* (nullable): owned by the library */
  char *option_id; /* (nullable): the option that is chosen, for when the content is read again */
  GPtrArray *options; /* (nullable) (element-type PedicleProcedure): those of the handout */
  PediclePages *pages; /* (nullable) */
  guint relayout;      /* source: new pages soon */
  gboolean old;        /* what the pages show has changed while nobody saw them */
  char *giving[3];     /* (nullable): handout, option (nullable), language: of what is being printed or saved */
  gboolean busy;       /* the view itself changes its controls */
};

G_DEFINE_FINAL_TYPE (PedicleHandoutsView, pedicle_handouts_view, GTK_TYPE_WIDGET)

static guint say_signal;

static const char *const sizes[] = { "normal", "large", "very-large" };
static const char *const papers[] = { "a4", "letter" };

static void
say (PedicleHandoutsView *self, const char *sentence)
{
  g_signal_emit (self, say_signal, 0, sentence, TRUE);
}

static const char *
get_option (PedicleHandoutsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->option);

  if (self->handout == NULL || self->handout->for_decision || self->options == NULL || selected >= self->options->len)
    return NULL;
  return ((const PedicleProcedure *) g_ptr_array_index (self->options, selected))->id;
}

static PediclePaper
get_paper (PedicleHandoutsView *self)
{
  return gtk_drop_down_get_selected (self->paper) == 1 ? PEDICLE_PAPER_LETTER : PEDICLE_PAPER_A4;
}

static PediclePages *
lay_out (PedicleHandoutsView *self, PediclePaper paper, GError **error)
{
  GDate today;
  double points = PEDICLE_SIZE_NORMAL;

  pedicle_session_today (&today);
  pedicle_size_parse (sizes[MIN (gtk_drop_down_get_selected (self->size), G_N_ELEMENTS (sizes) - 1)], &points);
  PedicleRequest request = {
    .library = pedicle_session_get_library (self->session),
    .handout = self->handout,
    .option = get_option (self),
    .catalogue = pedicle_session_get_spoken (self->session),
    .visit = pedicle_session_get_visit (self->session),
    .size = points,
    .paper = paper,
    .today = &today,
  };
  return pedicle_pages_new (&request, error);
}

/* From when Print or Save is pressed until it is done: meanwhile another sheet may be chosen, or the patient leave. */
static void
forget_giving (PedicleHandoutsView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->giving); i++)
    g_clear_pointer (&self->giving[i], g_free);
}

static void
begin_giving (PedicleHandoutsView *self)
{
  forget_giving (self);
  self->giving[0] = g_strdup (self->handout->id);
  self->giving[1] = g_strdup (get_option (self));
  self->giving[2] = g_strdup (pedicle_catalogue_get_language (pedicle_session_get_spoken (self->session)));
}

static void
end_giving (PedicleHandoutsView *self, gboolean given)
{
  if (given && self->giving[0] != NULL)
    pedicle_session_give (self->session, self->giving[0], self->giving[1], self->giving[2]);
  forget_giving (self);
}

static gboolean
is_empty (PedicleHandoutsView *self, const char *field)
{
  const char *const *empty = self->pages != NULL ? pedicle_pages_get_empty_fields (self->pages) : NULL;

  return empty != NULL && g_strv_contains (empty, field);
}

/* Says which fields a finished handout still needs, and marks them in the form. */
static void
show_note (PedicleHandoutsView *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      PedicleFieldRow *field_row = PEDICLE_FIELD_ROW (row);
      gboolean empty = is_empty (self, pedicle_field_row_get_field (field_row)->id);
      pedicle_field_row_set_wanted (field_row, empty);
      if (empty && n++ < NAMED)
        g_ptr_array_add (labels, (gpointer) pedicle_field_row_get_label (field_row));
    }
  g_autofree char *more = pedicle_and_more (n > NAMED ? n - NAMED : 0);
  if (*more != '\0')
    g_ptr_array_add (labels, more);
  g_ptr_array_add (labels, NULL);
  g_autofree char *list = pedicle_join_words ((const char *const *) labels->pdata);
  /* Translators: %s is a list of the labels of fields. */
  g_autofree char *sentence = g_strdup_printf (_("Not ready to be final. Still empty: %s. They print as blanks."), list);
  gtk_label_set_label (self->note, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->note), n > 0);
}

static void
show_pages (PedicleHandoutsView *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->relayout, g_source_remove);
  self->old = FALSE;
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  if (self->handout != NULL)
    self->pages = lay_out (self, get_paper (self), &error);
  pedicle_page_preview_set_pages (self->preview, self->pages);
  gtk_label_set_label (self->error, error != NULL ? error->message : _("There is no handout in the content."));
  gtk_stack_set_visible_child (self->stack, self->pages != NULL ? self->preview_page : GTK_WIDGET (self->error));
  show_note (self);
}

static gboolean
on_relayout (gpointer user_data)
{
  PedicleHandoutsView *self = user_data;

  self->relayout = 0;
  show_pages (self);
  return G_SOURCE_REMOVE;
}

static void
queue_pages (PedicleHandoutsView *self)
{
  g_clear_handle_id (&self->relayout, g_source_remove);
  self->relayout = g_timeout_add (PAUSE, on_relayout, self);
}

/* What was talked about stands on paper too. Pages that nobody sees wait until somebody does. */
static void
on_visit (PedicleHandoutsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    queue_pages (self);
  else
    self->old = TRUE;
}

static void
pedicle_handouts_view_map (GtkWidget *widget)
{
  PedicleHandoutsView *self = PEDICLE_HANDOUTS_VIEW (widget);

  if (self->old)
    show_pages (self);
  GTK_WIDGET_CLASS (pedicle_handouts_view_parent_class)->map (widget);
}

static void
keep_option (PedicleHandoutsView *self)
{
  g_free (self->option_id);
  self->option_id = g_strdup (get_option (self));
}

static void
fill_options (PedicleHandoutsView *self, const char *keep)
{
  g_autoptr (GPtrArray) all = pedicle_session_get_options (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (all, i);
      if (self->handout == NULL || !pedicle_handout_is_for (self->handout, option->id))
        continue;
      g_autofree char *title
          = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session), option->title);
      if (g_strcmp0 (option->id, keep) == 0)
        selected = self->options->len;
      gtk_string_list_append (list, title);
      g_ptr_array_add (self->options, (gpointer) option);
    }
  self->busy = TRUE;
  gtk_drop_down_set_model (self->option, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->option, selected);
  self->busy = FALSE;
  keep_option (self);
  gtk_widget_set_visible (self->option_row, self->handout != NULL && !self->handout->for_decision);
}

/* A clinic's own value stands in its layer; what the layer has is not asked again, nor what another option's sheet has. */
static gboolean
is_asked (PedicleHandoutsView *self, const PedicleField *field)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (pedicle_session_get_library (self->session));

  return pedicle_field_is_for (field, get_option (self))
         && (field->who == PEDICLE_WHO_PATIENT || overlay == NULL
             || !g_hash_table_contains (overlay->values, field->id));
}

static void
fill_fields (PedicleHandoutsView *self)
{
  guint n = 0;

  pedicle_box_clear (self->fields);
  for (guint i = 0; self->handout != NULL && i < self->handout->fields->len; i++)
    {
      const PedicleField *field = g_ptr_array_index (self->handout->fields, i);
      if (!is_asked (self, field))
        continue;
      gtk_box_append (self->fields, pedicle_field_row_new (self->session, field));
      n++;
    }
  gtk_widget_set_visible (self->fields_head, n > 0);
}

static void
show_handout (PedicleHandoutsView *self, const char *option)
{
  fill_options (self, option);
  fill_fields (self);
  gtk_widget_set_visible (self->copy_button, self->handout != NULL && pedicle_handout_is_record (self->handout));
  show_pages (self);
}

static void
on_handout_selected (PedicleHandoutsView *self, GtkListBoxRow *row)
{
  if (row == NULL || self->busy)
    return;
  g_autofree char *option = g_strdup (get_option (self));
  self->handout = pedicle_library_find_handout (pedicle_session_get_library (self->session),
                                                gtk_widget_get_name (GTK_WIDGET (row)));
  show_handout (self, option);
}

static GtkWidget *
new_handout_row (PedicleHandoutsView *self, const PedicleHandout *handout)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name
      = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session), handout->menu);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), pedicle_label_new (name, NULL));
  gtk_widget_set_name (row, handout->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkListBoxRow *
find_row (PedicleHandoutsView *self, const char *handout)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->handouts, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), handout) == 0)
      return row;
  return gtk_list_box_get_row_at_index (self->handouts, 0);
}

/* @keep: (nullable): the handout that is to be chosen; @option: (nullable): and for which option. */
static void
fill_handouts (PedicleHandoutsView *self, const char *keep, const char *option)
{
  const PedicleLibrary *library = pedicle_session_get_library (self->session);
  GPtrArray *handouts = pedicle_library_get_handouts (library);
  GtkListBoxRow *row;

  self->busy = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->handouts, 0)) != NULL)
    gtk_list_box_remove (self->handouts, GTK_WIDGET (row));
  for (guint i = 0; i < handouts->len; i++)
    gtk_list_box_append (self->handouts, new_handout_row (self, g_ptr_array_index (handouts, i)));
  row = find_row (self, keep);
  gtk_list_box_select_row (self->handouts, row);
  self->busy = FALSE;
  self->handout = row != NULL ? pedicle_library_find_handout (library, gtk_widget_get_name (GTK_WIDGET (row))) : NULL;
  show_handout (self, option);
}

/* The content was read again: the same sheet stays, where there still is one. */
static void
on_library (PedicleHandoutsView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->handouts);
  g_autofree char *handout = row != NULL ? g_strdup (gtk_widget_get_name (GTK_WIDGET (row))) : NULL;
  g_autofree char *option = g_strdup (self->option_id);

  fill_handouts (self, handout, option);
}

static void
on_option (PedicleHandoutsView *self)
{
  if (self->busy || self->session == NULL)
    return;
  keep_option (self);
  fill_fields (self);
  queue_pages (self);
}

static void
on_form (PedicleHandoutsView *self)
{
  if (self->busy || self->session == NULL)
    return;
  if (self->settings != NULL)
    {
      g_settings_set_string (self->settings, "text-size", sizes[gtk_drop_down_get_selected (self->size)]);
      g_settings_set_string (self->settings, "paper", papers[gtk_drop_down_get_selected (self->paper)]);
    }
  queue_pages (self);
}

static guint
position (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return 0;
}

static void
restore_form (PedicleHandoutsView *self)
{
  g_autofree char *size = self->settings != NULL ? g_settings_get_string (self->settings, "text-size") : NULL;
  g_autofree char *paper = self->settings != NULL ? g_settings_get_string (self->settings, "paper") : NULL;

  if (paper == NULL || *paper == '\0')
    {
      g_free (paper);
      paper = g_strdup (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? "letter" : "a4");
    }
  self->busy = TRUE;
  gtk_drop_down_set_selected (self->size, position (sizes, G_N_ELEMENTS (sizes), size));
  gtk_drop_down_set_selected (self->paper, position (papers, G_N_ELEMENTS (papers), paper));
  self->busy = FALSE;
}

static void
on_replaced (PedicleHandoutsView *self)
{
  forget_giving (self);
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  pedicle_page_preview_set_pages (self->preview, NULL);
  fill_handouts (self, NULL, NULL);
}

/* What is still empty stays in sight below the form; where there is little room it is the form's last line. */
static void
place_note (PedicleHandoutsView *self, gboolean narrow)
{
  GtkWidget *note = GTK_WIDGET (self->note), *box = gtk_widget_get_parent (note);

  if ((box == GTK_WIDGET (self->form)) == narrow)
    return;
  g_object_ref (note);
  gtk_box_remove (GTK_BOX (box), note);
  if (narrow)
    gtk_box_append (self->form, note);
  else
    gtk_box_insert_child_after (self->side, note, self->form_scroller);
  g_object_unref (note);
}

static void
on_narrow (PedicleHandoutsView *self)
{
  gboolean narrow = pedicle_adaptive_get_narrow (self->adaptive);

  place_note (self, narrow);
  gtk_widget_set_visible (self->form_button, narrow);
  gtk_widget_set_visible (self->preview_button, narrow);
}

static void
on_show_form (PedicleHandoutsView *self)
{
  pedicle_adaptive_set_show_sidebar (self->adaptive, TRUE);
}

static void
on_show_preview (PedicleHandoutsView *self)
{
  pedicle_adaptive_set_show_sidebar (self->adaptive, FALSE);
}

static void
on_larger (PedicleHandoutsView *self)
{
  pedicle_page_preview_zoom (self->preview, 1);
}

static void
on_smaller (PedicleHandoutsView *self)
{
  pedicle_page_preview_zoom (self->preview, -1);
}

static void
on_fit (PedicleHandoutsView *self)
{
  pedicle_page_preview_zoom (self->preview, 0);
}

/* Keystrokes that wait for their layout belong on the paper. */
static gboolean
make_ready (PedicleHandoutsView *self)
{
  if (self->relayout != 0 || self->old)
    show_pages (self);
  if (self->pages == NULL)
    say (self, gtk_label_get_label (self->error));
  return self->pages != NULL;
}

static void
on_printed (gboolean printed, const GError *error, gpointer user_data)
{
  end_giving (user_data, printed);
  if (error != NULL)
    say (user_data, error->message);
}

void
pedicle_handouts_view_print (PedicleHandoutsView *self)
{
  g_return_if_fail (PEDICLE_IS_HANDOUTS_VIEW (self));

  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_pages_unref);
  g_autoptr (GError) error = NULL;
  if (!make_ready (self))
    return;
  for (PediclePaper paper = 0; paper < PEDICLE_PAPER_N; paper++)
    {
      PediclePages *laid_out = lay_out (self, paper, &error);
      if (laid_out == NULL)
        {
          say (self, error->message);
          return;
        }
      g_ptr_array_add (pages, laid_out);
    }
  begin_giving (self);
  pedicle_print_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), get_paper (self),
                     (PediclePages *const *) pages->pdata, on_printed, G_OBJECT (self));
}

static void
on_saved (const char *path, const GError *error, gpointer user_data)
{
  end_giving (user_data, path != NULL);
  if (error != NULL)
    say (user_data, error->message);
  else if (path != NULL)
    g_signal_emit (user_data, say_signal, 0, _("The handout is saved"), FALSE);
}

void
pedicle_handouts_view_save (PedicleHandoutsView *self)
{
  g_return_if_fail (PEDICLE_IS_HANDOUTS_VIEW (self));

  if (!make_ready (self))
    return;
  begin_giving (self);
  pedicle_save_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->pages, on_saved, G_OBJECT (self));
}

void
pedicle_handouts_view_copy (PedicleHandoutsView *self)
{
  g_return_if_fail (PEDICLE_IS_HANDOUTS_VIEW (self));

  g_autoptr (GError) error = NULL;
  gboolean shown = self->handout != NULL && pedicle_handout_is_record (self->handout);
  const PedicleHandout *handout = shown ? self->handout : pedicle_record_find (self->session);
  g_autofree char *said = pedicle_record_copy (GTK_WIDGET (self), self->session, handout,
                                               shown ? get_option (self) : NULL, &error);
  g_signal_emit (self, say_signal, 0, said != NULL ? said : error->message, said == NULL);
}

void
pedicle_handouts_view_choose_record (PedicleHandoutsView *self)
{
  g_return_if_fail (PEDICLE_IS_HANDOUTS_VIEW (self));

  const PedicleHandout *handout = pedicle_record_find (self->session);
  if (handout == NULL)
    return;
  GtkListBoxRow *row = find_row (self, handout->id);
  gtk_list_box_select_row (self->handouts, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
pedicle_handouts_view_dispose (GObject *object)
{
  PedicleHandoutsView *self = PEDICLE_HANDOUTS_VIEW (object);

  g_clear_handle_id (&self->relayout, g_source_remove);
  forget_giving (self);
  g_clear_pointer ((GtkWidget **) &self->adaptive, gtk_widget_unparent);
  g_clear_pointer (&self->pages, pedicle_pages_unref);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->option_id, g_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_handouts_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, adaptive);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, handouts);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, option_row);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, option);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, option_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, language);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, language_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, size);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, size_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, paper);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, paper_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, fields_head);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, fields);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, note);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, side);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, form_scroller);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, form);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, form_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, preview_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, preview_page);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, preview);
  gtk_widget_class_bind_template_child (widget_class, PedicleHandoutsView, error);
}

static gboolean
pedicle_handouts_view_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (PEDICLE_HANDOUTS_VIEW (widget)->handouts);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
pedicle_handouts_view_class_init (PedicleHandoutsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_handouts_view_dispose;
  widget_class->grab_focus = pedicle_handouts_view_grab_focus;
  widget_class->map = pedicle_handouts_view_map;
  say_signal = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                             G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_type_ensure (PEDICLE_TYPE_ADAPTIVE);
  g_type_ensure (PEDICLE_TYPE_LANGUAGE_MENU);
  g_type_ensure (PEDICLE_TYPE_PAGE_PREVIEW);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/handouts-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_handout_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_option);
  gtk_widget_class_bind_template_callback (widget_class, say);
  gtk_widget_class_bind_template_callback (widget_class, on_form);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_show_form);
  gtk_widget_class_bind_template_callback (widget_class, on_show_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_larger);
  gtk_widget_class_bind_template_callback (widget_class, on_smaller);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_handouts_view_init (PedicleHandoutsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pedicle_tab_stop_list (self->handouts);
  pedicle_choices_fit (self->option);
  pedicle_choices_fit (self->size);
  pedicle_choices_fit (self->paper);
  pedicle_name_drop_down (self->option, self->option_label);
  pedicle_name_drop_down (self->size, self->size_label);
  pedicle_name_drop_down (self->paper, self->paper_label);
}

void
pedicle_handouts_view_set_session (PedicleHandoutsView *self, PedicleSession *session, GSettings *settings)
{
  g_return_if_fail (PEDICLE_IS_HANDOUTS_VIEW (self));

  g_set_object (&self->session, session);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (on_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "language-changed", G_CALLBACK (queue_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed", G_CALLBACK (on_visit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  pedicle_language_menu_set_session (self->language, session, self->language_label);
  restore_form (self);
  fill_handouts (self, NULL, NULL);
}
