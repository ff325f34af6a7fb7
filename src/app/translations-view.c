/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "translations-view.h"

#include "box.h"
#include <glib/gi18n.h>

#include "adaptive.h"
#include "catalogue-file.h"
#include "choices.h"
#include "coverage-bar.h"
#include "names.h"
#include "page-preview.h"
#include "pages.h"
#include "unit-row.h"
#include "words.h"
#include "wrap.h"

struct _PedicleTranslationsView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *start;
  GtkBox *languages;
  PedicleAdaptive *adaptive;
  GtkLabel *name;
  GtkLabel *status;
  GtkWidget *error_box;
  GtkLabel *error;
  PedicleCoverageBar *coverage;
  GtkLabel *counts;
  GtkToggleButton *problems;
  GtkToggleButton *need_work;
  GtkToggleButton *empty;
  GtkToggleButton *all;
  GtkListView *list;
  GtkLabel *detail;
  GtkLabel *detail_note;
  GtkLabel *handout_label;
  GtkDropDown *handout;
  GtkWidget *option_place;
  GtkLabel *option_label;
  GtkDropDown *option;
  PediclePagePreview *preview;
  GtkLabel *page_error;
  GtkWidget *list_button;
  GtkWidget *page_button;

  PedicleSession *session;
  PedicleCatalogueFile *file; /* (nullable) */
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  PedicleUnits units; /* the filter that is chosen */
  char *handout_id;   /* (nullable): the choices, for when the content is read again */
  char *option_id;    /* (nullable) */
  gboolean busy;      /* the view itself changes the choices */
};

G_DEFINE_FINAL_TYPE (PedicleTranslationsView, pedicle_translations_view, GTK_TYPE_WIDGET)

static guint say_signal;

static PedicleCatalogue *
get_catalogue (PedicleTranslationsView *self)
{
  return self->file != NULL ? pedicle_catalogue_file_get_catalogue (self->file) : NULL;
}

static const PedicleHandout *
get_handout (PedicleTranslationsView *self)
{
  GPtrArray *handouts = pedicle_library_get_handouts (pedicle_session_get_library (self->session));
  guint selected = gtk_drop_down_get_selected (self->handout);

  return selected < handouts->len ? g_ptr_array_index (handouts, selected) : NULL;
}

/* The chosen option, or the first that the handout is for. */
static const char *
get_option (PedicleTranslationsView *self, const PedicleHandout *handout)
{
  g_autoptr (GPtrArray) options = pedicle_session_get_options (self->session);
  guint selected = gtk_drop_down_get_selected (self->option);

  if (handout->for_decision)
    return NULL;
  if (selected < options->len)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, selected);
      if (pedicle_handout_is_for (handout, option->id))
        return option->id;
    }
  for (guint i = 0; i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      if (pedicle_handout_is_for (handout, option->id))
        return option->id;
    }
  return NULL;
}

/* Blank, as it would leave the printer: a translator's page is nobody's. */
static void
show_page (PedicleTranslationsView *self)
{
  const PedicleHandout *handout = get_handout (self);
  g_autoptr (PediclePages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  if (handout == NULL || get_catalogue (self) == NULL)
    return;
  pedicle_session_today (&today);
  PedicleRequest request = {
    .library = pedicle_session_get_library (self->session),
    .handout = handout,
    .option = get_option (self, handout),
    .catalogue = get_catalogue (self),
    .size = PEDICLE_SIZE_NORMAL,
    .paper = PEDICLE_PAPER_A4,
    .today = &today,
  };
  pages = pedicle_pages_new (&request, &error);
  pedicle_page_preview_set_pages (self->preview, pages);
  gtk_label_set_label (self->page_error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->page_error), error != NULL);
  gtk_widget_set_visible (self->option_place, !handout->for_decision);
}

static void
show_counts (PedicleTranslationsView *self, GListModel *units)
{
  const char *const names[PEDICLE_UNITS_N] = { _("Problems"), _("Need work"), _("Empty"), _("All") };
  GtkToggleButton *buttons[PEDICLE_UNITS_N] = { self->problems, self->need_work, self->empty, self->all };
  guint counts[PEDICLE_UNITS_N] = { 0 };
  PedicleCoverage coverage;

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (PedicleUnit) unit = g_list_model_get_item (units, i);
      for (PedicleUnits each = 0; each < PEDICLE_UNITS_N; each++)
        counts[each] += pedicle_unit_is_of (unit, each) ? 1 : 0;
    }
  for (PedicleUnits each = 0; each < PEDICLE_UNITS_N; each++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", names[each], counts[each]);
      gtk_button_set_label (GTK_BUTTON (buttons[each]), label);
    }
  pedicle_catalogue_cover (get_catalogue (self), pedicle_session_get_library (self->session), &coverage);
  g_autofree char *words
      = g_strdup_printf (_("%u translated, %u need work, %u empty, %u broken"),
                         coverage.units[PEDICLE_STATE_TRANSLATED], coverage.units[PEDICLE_STATE_FUZZY],
                         coverage.units[PEDICLE_STATE_MISSING], coverage.units[PEDICLE_STATE_BROKEN]);
  gtk_label_set_label (self->counts, words);
  pedicle_coverage_bar_show (self->coverage, &coverage, words);
}

static void
show_status (PedicleTranslationsView *self)
{
  const GError *error = pedicle_catalogue_file_get_error (self->file);
  const char *path = pedicle_catalogue_file_get_path (self->file);
  PedicleCatalogue *catalogue = get_catalogue (self);
  g_autofree char *base = g_path_get_basename (path != NULL ? path : "");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M:%S");
  const char *language = catalogue != NULL ? pedicle_language_name (pedicle_catalogue_get_language (catalogue)) : "";
  /* Translators: a language, and the time of day when its file was read. */
  g_autofree char *status = g_strdup_printf (_("%s, read at %s; read again when it is saved"), language, time);

  gtk_label_set_label (self->name, base);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), path);
  gtk_widget_set_visible (self->error_box, error != NULL);
  if (error != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_("%s\nThe last good version is shown."), error->message);
      gtk_label_set_label (self->error, catalogue != NULL ? sentence : error->message);
    }
  else
    gtk_label_set_label (self->status, status);
}

static char *
get_selected_context (PedicleTranslationsView *self)
{
  PedicleUnit *unit = gtk_single_selection_get_selected_item (self->selection);

  return unit != NULL ? g_strdup (pedicle_unit_get_text (unit)->context) : NULL;
}

/* The same unit stays selected when the list is made anew. */
static void
select_context (PedicleTranslationsView *self, const char *context)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (guint i = 0; context != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PedicleUnit) unit = g_list_model_get_item (model, i);
      if (g_str_equal (pedicle_unit_get_text (unit)->context, context))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
show_detail (PedicleTranslationsView *self)
{
  PedicleUnit *unit = gtk_single_selection_get_selected_item (self->selection);
  const PedicleText *text = unit != NULL ? pedicle_unit_get_text (unit) : NULL;
  g_autofree char *place = NULL;

  if (text != NULL && pedicle_unit_get_line (unit) > 0)
    /* Translators: the name of a unit of translation, and its line in the file. */
    place = g_strdup_printf (_("%s, line %d"), text->context, pedicle_unit_get_line (unit));
  else if (text != NULL)
    place = g_strdup (text->context);
  gtk_label_set_label (self->detail, place != NULL ? place : "");
  gtk_label_set_label (self->detail_note, text != NULL && text->note != NULL ? text->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail_note), text != NULL && text->note != NULL);
}

static void
refresh (PedicleTranslationsView *self)
{
  PedicleCatalogue *catalogue = get_catalogue (self);

  if (self->file == NULL)
    return;
  show_status (self);
  if (catalogue == NULL)
    return;
  g_autofree char *context = get_selected_context (self);
  g_autoptr (GListStore) units = pedicle_unit_list (catalogue, pedicle_session_get_library (self->session));
  show_counts (self, G_LIST_MODEL (units));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (units));
  select_context (self, context);
  show_detail (self);
  show_page (self);
}

static void
on_file_changed (PedicleTranslationsView *self)
{
  PedicleCatalogue *catalogue = get_catalogue (self);

  if (pedicle_catalogue_file_get_error (self->file) == NULL && catalogue != NULL)
    pedicle_session_use_catalogue (self->session, catalogue);
  refresh (self);
}

static gboolean
filter_unit (gpointer item, gpointer user_data)
{
  return pedicle_unit_is_of (item, PEDICLE_TRANSLATIONS_VIEW (user_data)->units);
}

static void
on_filter (PedicleTranslationsView *self)
{
  GtkToggleButton *buttons[PEDICLE_UNITS_N] = { self->problems, self->need_work, self->empty, self->all };

  for (PedicleUnits each = 0; each < PEDICLE_UNITS_N; each++)
    if (gtk_toggle_button_get_active (buttons[each]))
      self->units = each;
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
pedicle_translations_view_open (PedicleTranslationsView *self, GFile *file)
{
  g_return_if_fail (PEDICLE_IS_TRANSLATIONS_VIEW (self));

  g_clear_object (&self->file);
  self->file = pedicle_catalogue_file_new (file);
  g_signal_connect_object (self->file, "changed", G_CALLBACK (on_file_changed), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->adaptive));
  on_file_changed (self);
}

static void
on_response (GtkNativeDialog *dialog, int response, PedicleTranslationsView *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      pedicle_translations_view_open (self, file);
    }
  g_object_unref (dialog);
}

void
pedicle_translations_view_choose (PedicleTranslationsView *self)
{
  g_return_if_fail (PEDICLE_IS_TRANSLATIONS_VIEW (self));

  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open a translation"), parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Translations (.po)"));
  gtk_file_filter_add_suffix (filter, "po");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_language_clicked (GtkButton *button, PedicleTranslationsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue = pedicle_translations_get (
      pedicle_session_get_translations (self->session), gtk_widget_get_name (GTK_WIDGET (button)), &error);

  if (catalogue == NULL || pedicle_catalogue_get_path (catalogue) == NULL)
    {
      g_signal_emit (self, say_signal, 0, error != NULL ? error->message : _("This language has no file."), TRUE);
      return;
    }
  g_autoptr (GFile) file = g_file_new_for_path (pedicle_catalogue_get_path (catalogue));
  pedicle_translations_view_open (self, file);
}

static void
fill_languages (PedicleTranslationsView *self)
{
  const char *const *languages = pedicle_translations_get_languages (pedicle_session_get_translations (self->session));

  pedicle_box_clear (self->languages);
  for (; *languages != NULL; languages++)
    {
      if (g_str_equal (*languages, "en"))
        continue;
      GtkWidget *button = gtk_button_new_with_label (pedicle_language_name (*languages));
      gtk_widget_set_name (button, *languages);
      gtk_widget_add_css_class (button, "pill");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_language_clicked), self, 0);
      gtk_box_append (self->languages, button);
    }
}

static void
fill_choices (PedicleTranslationsView *self)
{
  const PedicleCatalogue *interface = pedicle_session_get_interface (self->session);
  GPtrArray *handouts = pedicle_library_get_handouts (pedicle_session_get_library (self->session));
  g_autoptr (GPtrArray) options = pedicle_session_get_options (self->session);
  g_autoptr (GtkStringList) handout_list = gtk_string_list_new (NULL), option_list = gtk_string_list_new (NULL);
  guint handout_at = 0, option_at = 0;

  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = g_ptr_array_index (handouts, i);
      g_autofree char *name = pedicle_words_plain (self->session, interface, handout->menu);
      gtk_string_list_append (handout_list, name);
      if (g_strcmp0 (handout->id, self->handout_id) == 0)
        handout_at = i;
    }
  for (guint i = 0; i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      g_autofree char *name = pedicle_words_plain (self->session, interface, option->title);
      gtk_string_list_append (option_list, name);
      if (g_strcmp0 (option->id, self->option_id) == 0)
        option_at = i;
    }
  self->busy = TRUE;
  gtk_drop_down_set_model (self->handout, G_LIST_MODEL (handout_list));
  gtk_drop_down_set_model (self->option, G_LIST_MODEL (option_list));
  gtk_drop_down_set_selected (self->handout, handout_at);
  gtk_drop_down_set_selected (self->option, option_at);
  self->busy = FALSE;
}

static void
keep (char **slot, const char *id)
{
  g_free (*slot);
  *slot = g_strdup (id);
}

static void
on_library (PedicleTranslationsView *self)
{
  fill_languages (self);
  fill_choices (self);
  /* The languages were read again too: the open file stands in for its own once more. */
  if (self->file != NULL)
    on_file_changed (self);
}

static void
on_choice (PedicleTranslationsView *self)
{
  if (self->session == NULL || self->busy)
    return;
  const PedicleHandout *handout = get_handout (self);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (self->session);
  guint selected = gtk_drop_down_get_selected (self->option);
  keep (&self->handout_id, handout != NULL ? handout->id : NULL);
  if (selected < options->len)
    keep (&self->option_id, ((const PedicleProcedure *) g_ptr_array_index (options, selected))->id);
  show_page (self);
}

static void
on_narrow (PedicleTranslationsView *self)
{
  gboolean narrow = pedicle_adaptive_get_narrow (self->adaptive);

  gtk_widget_set_visible (self->list_button, narrow);
  gtk_widget_set_visible (self->page_button, narrow);
  /* Room for the list: the filters count the same, and the file's name is enough. */
  gtk_widget_set_visible (GTK_WIDGET (self->status), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), !narrow);
}

static void
on_show_list (PedicleTranslationsView *self)
{
  pedicle_adaptive_set_show_sidebar (self->adaptive, TRUE);
}

static void
on_show_page (PedicleTranslationsView *self)
{
  pedicle_adaptive_set_show_sidebar (self->adaptive, FALSE);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, pedicle_unit_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  pedicle_unit_row_show (PEDICLE_UNIT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
set_up_list (PedicleTranslationsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->filter = gtk_custom_filter_new (filter_unit, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_detail), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
pedicle_translations_view_dispose (GObject *object)
{
  PedicleTranslationsView *self = PEDICLE_TRANSLATIONS_VIEW (object);

  g_clear_object (&self->file);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_pointer (&self->handout_id, g_free);
  g_clear_pointer (&self->option_id, g_free);
  G_OBJECT_CLASS (pedicle_translations_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, start);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, languages);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, adaptive);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, name);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, status);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, error_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, error);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, coverage);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, counts);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, problems);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, need_work);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, empty);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, all);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, list);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, detail);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, detail_note);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, handout);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, handout_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, option);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, option_place);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, option_label);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, preview);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, page_error);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, list_button);
  gtk_widget_class_bind_template_child (widget_class, PedicleTranslationsView, page_button);
}

static gboolean
pedicle_translations_view_grab_focus (GtkWidget *widget)
{
  PedicleTranslationsView *self = PEDICLE_TRANSLATIONS_VIEW (widget);

  if (self->file != NULL && pedicle_adaptive_get_show_sidebar (self->adaptive))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
pedicle_translations_view_class_init (PedicleTranslationsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_translations_view_dispose;
  widget_class->grab_focus = pedicle_translations_view_grab_focus;
  say_signal = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                             G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_type_ensure (PEDICLE_TYPE_ADAPTIVE);
  g_type_ensure (PEDICLE_TYPE_COVERAGE_BAR);
  g_type_ensure (PEDICLE_TYPE_PAGE_PREVIEW);
  g_type_ensure (PEDICLE_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/translations-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_show_list);
  gtk_widget_class_bind_template_callback (widget_class, on_show_page);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_translations_view_init (PedicleTranslationsView *self)
{
  self->units = PEDICLE_UNITS_ALL;
  gtk_widget_init_template (GTK_WIDGET (self));
  pedicle_choices_fit (self->handout);
  pedicle_choices_fit (self->option);
  pedicle_name_drop_down (self->handout, self->handout_label);
  pedicle_name_drop_down (self->option, self->option_label);
  set_up_list (self);
}

void
pedicle_translations_view_set_session (PedicleTranslationsView *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_TRANSLATIONS_VIEW (self));

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (on_library), self, G_CONNECT_SWAPPED);
  on_library (self);
}
