/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-panel.h"

#include <glib/gi18n.h>

#include "label.h"
#include "closures.h"
#include "tab-stop.h"
#include "words.h"

#define MOST 40 /* results: who needs more types another word */
#define EXCERPT_CHARS 90

struct _PedicleSearchPanel
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkSearchEntry *entry;
  GtkLabel *nothing;
  GtkListBox *results;

  PedicleSession *session;
  PedicleSearch *search; /* (nullable): made when the first word is typed */
};

G_DEFINE_FINAL_TYPE (PedicleSearchPanel, pedicle_search_panel, GTK_TYPE_WIDGET)

static guint chosen_signal, closed_signal;

/* Returns: (transfer full): the topic, and whose answer it is. */
static char *
name_place (PedicleSearchPanel *self, const PedicleFound *found)
{
  const PedicleCatalogue *spoken = pedicle_session_get_spoken (self->session);
  g_autofree char *question = pedicle_words_plain (self->session, spoken, found->topic->question);

  if (found->option == NULL)
    return g_steal_pointer (&question);
  g_autofree char *title = pedicle_words_plain (self->session, spoken, found->option->title);
  return g_strdup_printf ("%s \u00b7 %s", question, title);
}

static GtkWidget *
new_row (PedicleSearchPanel *self, const PedicleFound *found, const char *query)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *excerpt = pedicle_label_new (NULL, NULL);
  g_autofree char *name = name_place (self, found);
  g_autofree char *markup = pedicle_search_excerpt (found->text, query, EXCERPT_CHARS);
  g_autofree char *spoken = NULL;

  gtk_label_set_markup (GTK_LABEL (excerpt), markup);
  pedicle_label_wrap (GTK_LABEL (excerpt));
  spoken = g_strdup_printf ("%s: %s", name, gtk_label_get_text (GTK_LABEL (excerpt)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (box), pedicle_label_new (name, "field-label"));
  gtk_box_append (GTK_BOX (box), excerpt);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "found", (gpointer) found);
  pedicle_words_direct (box, pedicle_session_get_spoken (self->session));
  return row;
}

static void
clear_results (PedicleSearchPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

/* By the entry, which has the focus: GTK 4.8 has no other way to say what has changed. */
static void
describe (PedicleSearchPanel *self, guint n)
{
  g_autofree char *found = n > 0 ? pedicle_places_found (n) : g_strdup (gtk_label_get_label (self->nothing));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, found, -1);
}

static void
on_changed (PedicleSearchPanel *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  clear_results (self);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  if (self->session == NULL || *query == '\0')
    return;
  if (self->search == NULL)
    self->search = pedicle_search_new (self->session);
  g_autoptr (GPtrArray) results = pedicle_search_find (self->search, query, MOST);
  for (guint i = 0; i < results->len; i++)
    gtk_list_box_append (self->results, new_row (self, g_ptr_array_index (results, i), query));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), results->len == 0);
  describe (self, results->len);
}

static void
on_row_activated (PedicleSearchPanel *self, GtkListBoxRow *row)
{
  const PedicleFound *found = g_object_get_data (G_OBJECT (row), "found");

  g_signal_emit (self, chosen_signal, 0, found->topic->id, found->option != NULL ? found->option->id : "",
                 found->on_demand);
}

/* The first result is taken at once. */
static void
on_activate (PedicleSearchPanel *self)
{
  on_changed (self); /* what was typed last may not have been looked for yet */
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->results, 0);

  if (first != NULL)
    on_row_activated (self, first);
}

static void
on_stop (PedicleSearchPanel *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PedicleSearchPanel *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->results, 0);

  if (key != GDK_KEY_Down || first == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* Also from what was found; the entry has its own. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  on_stop (PEDICLE_SEARCH_PANEL (widget));
  return TRUE;
}

void
pedicle_search_panel_forget (PedicleSearchPanel *self)
{
  g_return_if_fail (PEDICLE_IS_SEARCH_PANEL (self));

  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  clear_results (self);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), FALSE);
  g_clear_pointer (&self->search, pedicle_search_free);
}

void
pedicle_search_panel_open (PedicleSearchPanel *self)
{
  g_return_if_fail (PEDICLE_IS_SEARCH_PANEL (self));

  pedicle_search_panel_forget (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
pedicle_search_panel_dispose (GObject *object)
{
  PedicleSearchPanel *self = PEDICLE_SEARCH_PANEL (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_pointer (&self->search, pedicle_search_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_search_panel_parent_class)->dispose (object);
}

static void
pedicle_search_panel_class_init (PedicleSearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_search_panel_dispose;
  chosen_signal = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                G_TYPE_STRING, G_TYPE_BOOLEAN);
  closed_signal = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleSearchPanel, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, PedicleSearchPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, PedicleSearchPanel, results);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
pedicle_search_panel_init (PedicleSearchPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  pedicle_tab_stop_list (self->results);
}

void
pedicle_search_panel_set_session (PedicleSearchPanel *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_SEARCH_PANEL (self));

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (pedicle_search_panel_forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "language-changed", G_CALLBACK (pedicle_search_panel_forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (pedicle_search_panel_forget), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
}
