/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "field-row.h"

#include <glib/gi18n.h>

#include "choices.h"
#include "label.h"
#include "names.h"
#include "private-entry.h"
#include "site-picker.h"

#define SPREAD_CHARS 20 /* of a line, where all that can be chosen is shown */

struct _PedicleFieldRow
{
  GtkWidget parent_instance;

  GtkBox *body;
  GtkLabel *label;
  GtkWidget *wanted;
  GtkBox *control;
  GtkLabel *message;

  PedicleSession *session;
  PedicleField *field;
  GtkWidget *input; /* the entry, drop-down or button in control */
  GtkLabel *sites;  /* (nullable): in the button */
  gboolean spread;  /* a choice shows all that can be chosen */
  GtkWidget *empty; /* (nullable): the button that takes such a choice back */
  gboolean busy;    /* the row itself changes the control */
};

G_DEFINE_FINAL_TYPE (PedicleFieldRow, pedicle_field_row, GTK_TYPE_WIDGET)

static const char *
get_value (PedicleFieldRow *self)
{
  const char *value = pedicle_visit_get_value (pedicle_session_get_visit (self->session), self->field->id);
  return value != NULL ? value : "";
}

static char *
choice_words (PedicleFieldRow *self, guint index)
{
  return pedicle_words_plain (self->session, pedicle_session_get_interface (self->session),
                              g_ptr_array_index (self->field->choices, index));
}

static guint
n_choices (PedicleFieldRow *self)
{
  return self->field->choices != NULL ? self->field->choices->len : 0;
}

static void
check (PedicleFieldRow *self, const char *value)
{
  g_autoptr (GError) error = NULL;
  gboolean right = pedicle_field_check (self->field, value, NULL, &error);

  gtk_label_set_label (self->message, right ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), !right);
  if (right)
    gtk_widget_remove_css_class (self->input, "error");
  else
    gtk_widget_add_css_class (self->input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* A wrong value stays in the entry, with its message, and out of the paper. */
static void
on_text (PedicleFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->input));

  if (self->busy)
    return;
  self->busy = TRUE;
  check (self, text);
  pedicle_session_set_value (self->session, self->field->id,
                             gtk_widget_get_visible (GTK_WIDGET (self->message)) ? "" : text);
  self->busy = FALSE;
}

static void
on_selected (PedicleFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));

  if (self->busy || selected == GTK_INVALID_LIST_POSITION)
    return;
  const char *choice = selected > 0 ? pedicle_field_get_choice_id (self->field, selected - 1) : "";
  self->busy = TRUE;
  pedicle_session_set_value (self->session, self->field->id, choice);
  self->busy = FALSE;
}

static void
on_date (GtkCalendar *calendar, PedicleFieldRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_phrase (GtkButton *button, PedicleFieldRow *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  pedicle_session_set_value (self->session, self->field->id, gtk_widget_get_name (GTK_WIDGET (button)));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
new_menu_button (const char *icon, const char *name, GtkWidget *child)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, name);
  pedicle_name_menu_button (GTK_MENU_BUTTON (button), name);
  return button;
}

static void
add_entry (PedicleFieldRow *self)
{
  const char *placeholder = NULL;

  self->input = gtk_entry_new ();
  gtk_widget_set_hexpand (self->input, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->input), 8);
  pedicle_private_entry_mark (GTK_ENTRY (self->input));
  if (self->field->type == PEDICLE_FIELD_DATE)
    placeholder = _("2026-11-20");
  else if (self->field->type == PEDICLE_FIELD_DATE_TIME)
    placeholder = _("2026-11-20 10:30");
  else if (self->field->type == PEDICLE_FIELD_TIME)
    placeholder = _("10:30");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->input), placeholder);
  if (self->field->type == PEDICLE_FIELD_PHONE)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->input), GTK_INPUT_PURPOSE_PHONE);
  else if (self->field->type == PEDICLE_FIELD_NUMBER)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->input), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_swapped (self->input, "changed", G_CALLBACK (on_text), self);
  gtk_box_append (self->control, self->input);
}

static void
add_calendar (PedicleFieldRow *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  /* Translators: %s is the label of a field that holds a date. */
  g_autofree char *name = g_strdup_printf (_("Choose a date: %s"), pedicle_field_row_get_label (self));

  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_date), self);
  gtk_box_append (self->control, new_menu_button ("x-office-calendar-symbolic", name, calendar));
}

static void
add_drop_down (PedicleFieldRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Not filled in"));
  for (guint i = 0; i < n_choices (self); i++)
    {
      g_autofree char *words = choice_words (self, i);
      gtk_string_list_append (list, words);
    }
  self->input = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  pedicle_choices_fit (GTK_DROP_DOWN (self->input));
  gtk_widget_set_hexpand (self->input, TRUE);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_box_append (self->control, self->input);
}

static void
on_picked (GtkCheckButton *button, PedicleFieldRow *self)
{
  if (self->busy || !gtk_check_button_get_active (button))
    return;
  pedicle_session_set_value (self->session, self->field->id, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
on_empty (PedicleFieldRow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->input));
  pedicle_session_set_value (self->session, self->field->id, "");
}

static void
add_choice (PedicleFieldRow *self, const char *id, const char *words)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *label = pedicle_label_new (words, NULL), *first = gtk_widget_get_first_child (self->input);

  gtk_label_set_max_width_chars (GTK_LABEL (label), SPREAD_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_name (button, id);
  pedicle_name_button (button, words);
  gtk_widget_add_css_class (button, "choice");
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first != NULL ? GTK_CHECK_BUTTON (first) : NULL);
  g_signal_connect (button, "toggled", G_CALLBACK (on_picked), self);
  gtk_box_append (GTK_BOX (self->input), button);
}

static void
add_choices (PedicleFieldRow *self)
{
  GtkWidget *empty = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  GtkWidget *own = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: %s is the label of a field of which nothing is to be said. */
  g_autofree char *name = g_strdup_printf (_("Leave empty: %s"), pedicle_field_row_get_label (self));

  self->input = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  for (guint i = 0; i < n_choices (self); i++)
    {
      g_autofree char *words = choice_words (self, i);
      add_choice (self, pedicle_field_get_choice_id (self->field, i), words);
    }
  gtk_box_append (self->control, self->input);
  gtk_widget_add_css_class (empty, "flat");
  gtk_widget_add_css_class (empty, "touch");
  gtk_widget_set_tooltip_text (empty, name);
  pedicle_name_button (empty, name);
  g_signal_connect_swapped (empty, "clicked", G_CALLBACK (on_empty), self);
  /* A box of its own, or GTK would lay one line through the label and the picture, and need more room than it said. */
  gtk_box_append (GTK_BOX (own), empty);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->label))), own);
  self->empty = empty;
}

static void
add_phrases (PedicleFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < n_choices (self); i++)
    {
      g_autofree char *words = choice_words (self, i);
      GtkWidget *button = gtk_button_new_with_label (words);
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
      pedicle_label_wrap (label);
      gtk_label_set_max_width_chars (label, 40);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_name (button, pedicle_field_get_choice_id (self->field, i));
      g_signal_connect (button, "clicked", G_CALLBACK (on_phrase), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  /* Translators: %s is the label of a field that offers sentences. */
  g_autofree char *name = g_strdup_printf (_("Choose a sentence: %s"), pedicle_field_row_get_label (self));
  gtk_box_append (self->control, new_menu_button ("view-list-symbolic", name, box));
}

/* As in a drop-down list: the value at the start, the arrow at the end. */
static void
add_sites_label (PedicleFieldRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (""), *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->sites = GTK_LABEL (label);
  gtk_label_set_xalign (self->sites, 0);
  gtk_label_set_ellipsize (self->sites, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), arrow);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->input), line);
  gtk_widget_set_halign (gtk_widget_get_parent (line), GTK_ALIGN_FILL);
}

static void
add_sites (PedicleFieldRow *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->input = gtk_menu_button_new ();
  gtk_widget_set_hexpand (self->input, TRUE);
  add_sites_label (self);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 520);
  if (decision != NULL && decision->sites->len > 0)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                   pedicle_site_picker_new (self->session, self->field->id));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->input), popover);
  gtk_box_append (self->control, self->input);
}

static void
add_control (PedicleFieldRow *self)
{
  switch (self->field->type)
    {
    case PEDICLE_FIELD_CHOICE:
      if (self->spread)
        add_choices (self);
      else
        add_drop_down (self);
      break;
    case PEDICLE_FIELD_SITES:
      add_sites (self);
      break;
    case PEDICLE_FIELD_DATE:
      add_entry (self);
      add_calendar (self);
      break;
    case PEDICLE_FIELD_PHRASE:
      add_entry (self);
      if (n_choices (self) > 0)
        add_phrases (self);
      break;
    default:
      add_entry (self);
      break;
    }
}

static void
show_choice (PedicleFieldRow *self, const char *value)
{
  guint selected = 0;

  for (guint i = 0; i < n_choices (self); i++)
    if (g_strcmp0 (pedicle_field_get_choice_id (self->field, i), value) == 0)
      selected = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), selected);
}

static void
show_picked (PedicleFieldRow *self, const char *value)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->input); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), g_str_equal (gtk_widget_get_name (button), value));
  gtk_widget_set_sensitive (self->empty, *value != '\0');
}

static void
show_sites (PedicleFieldRow *self)
{
  g_autofree char *shown
      = pedicle_words_value (self->session, pedicle_session_get_interface (self->session), self->field);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", gtk_label_get_label (self->label), *shown != '\0' ? shown : _("Not filled in"));

  gtk_label_set_label (self->sites, *shown != '\0' ? shown : _("Choose"));
  pedicle_name_menu_button (GTK_MENU_BUTTON (self->input), name);
}

void
pedicle_field_row_refresh (PedicleFieldRow *self)
{
  g_return_if_fail (PEDICLE_IS_FIELD_ROW (self));

  if (self->busy)
    return;
  self->busy = TRUE;
  if (GTK_IS_DROP_DOWN (self->input))
    show_choice (self, get_value (self));
  else if (GTK_IS_BOX (self->input))
    show_picked (self, get_value (self));
  else if (GTK_IS_MENU_BUTTON (self->input))
    show_sites (self);
  else
    {
      g_autofree char *words
          = pedicle_words_value (self->session, pedicle_session_get_interface (self->session), self->field);
      gboolean wrong = gtk_widget_get_visible (GTK_WIDGET (self->message));
      if (!wrong && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->input)), words) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->input), words);
    }
  self->busy = FALSE;
}

static void
pedicle_field_row_dispose (GObject *object)
{
  PedicleFieldRow *self = PEDICLE_FIELD_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->field, pedicle_field_unref);
  G_OBJECT_CLASS (pedicle_field_row_parent_class)->dispose (object);
}

static void
pedicle_field_row_class_init (PedicleFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_field_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleFieldRow, body);
  gtk_widget_class_bind_template_child (widget_class, PedicleFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, PedicleFieldRow, control);
  gtk_widget_class_bind_template_child (widget_class, PedicleFieldRow, wanted);
  gtk_widget_class_bind_template_child (widget_class, PedicleFieldRow, message);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pedicle_field_row_init (PedicleFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_row (PedicleSession *session, const PedicleField *field, gboolean spread)
{
  PedicleFieldRow *self = g_object_new (PEDICLE_TYPE_FIELD_ROW, NULL);
  const PedicleCatalogue *interface = pedicle_session_get_interface (session);
  g_autofree char *label = pedicle_words_plain (session, interface, field->label);

  self->session = g_object_ref (session);
  self->field = pedicle_field_ref ((PedicleField *) field);
  self->spread = spread;
  gtk_label_set_label (self->label, label);
  add_control (self);
  if (GTK_IS_ENTRY (self->input) || GTK_IS_BOX (self->input))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  else if (GTK_IS_DROP_DOWN (self->input))
    pedicle_name_drop_down (GTK_DROP_DOWN (self->input), self->label);
  if (field->hint != NULL)
    {
      g_autofree char *hint = pedicle_words_plain (session, interface, field->hint);
      gtk_widget_set_tooltip_text (self->input, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    }
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (pedicle_field_row_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (pedicle_field_row_refresh), self,
                           G_CONNECT_SWAPPED);
  pedicle_field_row_refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
pedicle_field_row_new (PedicleSession *session, const PedicleField *field)
{
  return new_row (session, field, FALSE);
}

GtkWidget *
pedicle_field_row_new_spread (PedicleSession *session, const PedicleField *field)
{
  return new_row (session, field, TRUE);
}

const PedicleField *
pedicle_field_row_get_field (PedicleFieldRow *self)
{
  g_return_val_if_fail (PEDICLE_IS_FIELD_ROW (self), NULL);
  return self->field;
}

const char *
pedicle_field_row_get_label (PedicleFieldRow *self)
{
  g_return_val_if_fail (PEDICLE_IS_FIELD_ROW (self), NULL);
  return gtk_label_get_label (self->label);
}

void
pedicle_field_row_set_wanted (PedicleFieldRow *self, gboolean wanted)
{
  g_return_if_fail (PEDICLE_IS_FIELD_ROW (self));

  gtk_widget_set_visible (self->wanted, wanted);
}
