/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-panel.h"

#include "box.h"
#include <glib/gi18n.h>

#include "blocks.h"
#include "columns.h"
#include "field-row.h"
#include "draw-bar.h"
#include "figure-view.h"
#include "ink-layer.h"
#include "names.h"
#include "site-picker.h"

#define PICTURE_HEIGHT 18 /* at most, in widths of a character */
#define VALUE_CHARS 20    /* the least width of a value: a menu button is as high as its words are at their narrowest */
#define SMALL_CHARS 13    /* the same in a narrow window */
#define ROOMY_CHARS 62    /* a window that is wider is not narrow */
#define MARGINS 40        /* of a popover, about */
#define LEAST_HEIGHT 200  /* of what scrolls in it */
#define MOST_HEIGHT 600

struct _PedicleCasePanel
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkBox *picture_box;
  GtkBox *values;
  GtkBox *form;

  PedicleSession *session;
  GtkWidget *picture; /* (nullable), in picture_box */
  char *sites_field;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PedicleCasePanel, pedicle_case_panel, GTK_TYPE_WIDGET)

static int
value_chars (PedicleCasePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;

  return width >= ROOMY_CHARS * pedicle_char_width (GTK_WIDGET (self)) ? VALUE_CHARS : SMALL_CHARS;
}

static void
append_value (PedicleCasePanel *self, const PedicleField *field, GString *name)
{
  const PedicleCatalogue *interface = pedicle_session_get_interface (self->session);
  g_autofree char *label = pedicle_words_plain (self->session, interface, field->label);
  g_autofree char *value = pedicle_words_value (self->session, interface, field);
  const char *shown = *value != '\0' ? value : _("Not filled in");
  GtkWidget *caption = gtk_label_new (label), *words = gtk_label_new (shown);

  gtk_widget_add_css_class (caption, "field-label");
  if (name->len > 0)
    gtk_widget_set_margin_top (caption, 5);
  gtk_widget_add_css_class (words, *value != '\0' ? "value" : "dim-label");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (words), value_chars (self));
  gtk_label_set_width_chars (GTK_LABEL (caption), SMALL_CHARS);
  gtk_box_append (self->values, caption);
  gtk_box_append (self->values, words);
  g_string_append_printf (name, "%s%s: %s", name->len > 0 ? ". " : "", label, shown);
}

static void
refresh (PedicleCasePanel *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  g_autoptr (GString) name = g_string_new (NULL);

  pedicle_box_clear (self->values);
  for (guint i = 0; decision != NULL && i < decision->fields->len; i++)
    append_value (self, g_ptr_array_index (decision->fields, i), name);
  pedicle_name_menu_button (self->button, name->str);
  if (self->picture != NULL)
    {
      g_autofree char *css = pedicle_site_style (self->session, self->sites_field);
      pedicle_figure_view_set_style (PEDICLE_FIGURE_VIEW (self->picture), css);
    }
}

static void
show_picture (PedicleCasePanel *self, const PedicleDecision *decision)
{
  if (decision->sites_picture == NULL)
    return;
  self->picture = pedicle_blocks_new_picture (self->session, decision->sites_picture);
  pedicle_figure_view_set_max_height (PEDICLE_FIGURE_VIEW (self->picture), PICTURE_HEIGHT);
  /* It is part of a button, which opens a larger one to draw on. */
  pedicle_ink_layer_set_view_only (
      PEDICLE_INK_LAYER (pedicle_figure_view_get_layer (PEDICLE_FIGURE_VIEW (self->picture))));
  gtk_box_append (self->picture_box, self->picture);
}

static void
rebuild (PedicleCasePanel *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self), decision != NULL && decision->fields->len > 0);
  pedicle_box_clear (self->form);
  pedicle_box_clear (self->picture_box);
  self->picture = NULL;
  g_clear_pointer (&self->sites_field, g_free);
  if (decision == NULL)
    return;
  for (guint i = 0; i < decision->fields->len; i++)
    {
      const PedicleField *field = g_ptr_array_index (decision->fields, i);
      if (field->type == PEDICLE_FIELD_SITES && self->sites_field == NULL)
        self->sites_field = g_strdup (field->id);
    }
  show_picture (self, decision);
  refresh (self);
}

/* @width: of the form. */
static GtkArrowType
choose_direction (PedicleCasePanel *self, int width)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), root, &place))
    return GTK_ARROW_DOWN;
  float room = rtl ? place.origin.x : (float) gtk_widget_get_width (root) - place.origin.x - place.size.width;
  if (room < (float) (width + MARGINS))
    return GTK_ARROW_DOWN;
  return rtl ? GTK_ARROW_LEFT : GTK_ARROW_RIGHT;
}

/* No higher than the window has room for, which may be as high as the screen: the rest is scrolled to. */
static void
limit_height (PedicleCasePanel *self, GtkArrowType direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->form), GTK_TYPE_SCROLLED_WINDOW);
  int room = gtk_widget_get_height (root) - MARGINS;
  graphene_rect_t place;

  if (direction == GTK_ARROW_DOWN && gtk_widget_compute_bounds (GTK_WIDGET (self), root, &place))
    room -= (int) (place.origin.y + place.size.height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), CLAMP (room, LEAST_HEIGHT, MOST_HEIGHT));
}

/* The picture over the other fields where both do not fit beside each other. Where they do, the form stands beside what
 * opens it: below there is not height enough on a small laptop. */
static void
arrange (PedicleCasePanel *self)
{
  int width;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->form), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (GTK_WIDGET (self->form), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (width + MARGINS > gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)))))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->form), GTK_ORIENTATION_VERTICAL);
  GtkArrowType direction = choose_direction (self, width);
  gtk_menu_button_set_direction (self->button, direction);
  limit_height (self, direction);
}

/* The form is made when it is first opened: most of the time it takes is the picture's. */
static void
fill_form (PedicleCasePanel *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < decision->fields->len; i++)
    {
      const PedicleField *field = g_ptr_array_index (decision->fields, i);
      if (self->sites_field != NULL && decision->sites->len > 0 && g_str_equal (field->id, self->sites_field))
        gtk_box_append (self->form, pedicle_site_picker_new (self->session, field->id));
      else
        gtk_box_append (GTK_BOX (column), pedicle_field_row_new_spread (self->session, field));
    }
  if (decision->sites_picture != NULL)
    {
      GtkWidget *bar = pedicle_draw_bar_new (self->session);
      pedicle_draw_bar_stack (PEDICLE_DRAW_BAR (bar));
      gtk_box_append (GTK_BOX (column), bar);
    }
  gtk_widget_set_size_request (column, 220, -1);
  gtk_box_append (self->form, column);
}

/* Before the popover is shown: empty, it would keep the keys to itself. */
static void
on_open (GtkMenuButton *button, gpointer user_data)
{
  PedicleCasePanel *self = user_data;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->form)) == NULL)
    fill_form (self);
  arrange (self);
}

/* Controls keep more than they show: what could be undone, a day in the calendar. The next patient gets new ones. */
static void
on_replaced (PedicleCasePanel *self)
{
  gtk_menu_button_popdown (self->button);
  pedicle_box_clear (self->form);
}

static void
pedicle_case_panel_dispose (GObject *object)
{
  PedicleCasePanel *self = PEDICLE_CASE_PANEL (object);

  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sites_field, g_free);
  G_OBJECT_CLASS (pedicle_case_panel_parent_class)->dispose (object);
}

static void
pedicle_case_panel_class_init (PedicleCasePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_case_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pedicle/Pedicle/case-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PedicleCasePanel, button);
  gtk_widget_class_bind_template_child (widget_class, PedicleCasePanel, picture_box);
  gtk_widget_class_bind_template_child (widget_class, PedicleCasePanel, values);
  gtk_widget_class_bind_template_child (widget_class, PedicleCasePanel, form);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pedicle_case_panel_init (PedicleCasePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, on_open, self, NULL);
  /* The button puts what it holds in its middle; a picture with words belongs at the start. */
  gtk_widget_set_halign (gtk_widget_get_parent (gtk_menu_button_get_child (self->button)), GTK_ALIGN_FILL);
}

void
pedicle_case_panel_set_session (PedicleCasePanel *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_CASE_PANEL (self));

  g_set_object (&self->session, session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (on_replaced), self, G_CONNECT_SWAPPED);
  rebuild (self);
}
