/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-picker.h"

#include "blocks.h"
#include "figure-view.h"
#include "names.h"

#define LEAST_HEIGHT 30 /* of a site's button, in pixels: they stand close together */

struct _PedicleSitePicker
{
  GtkWidget parent_instance;

  PedicleSession *session;
  char *field;
  GtkWidget *picture;
  GPtrArray *buttons; /* (element-type GtkToggleButton), one for each site, owned as children */
};

G_DEFINE_FINAL_TYPE (PedicleSitePicker, pedicle_site_picker, GTK_TYPE_WIDGET)

char *
pedicle_site_style (PedicleSession *session, const char *field)
{
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < decision->sites->len; i++)
    {
      const PedicleSite *site = g_ptr_array_index (decision->sites, i);
      gboolean picked = field != NULL && pedicle_session_has_site (session, field, site->id);
      if (site->broken != NULL)
        g_string_append_printf (css, "#%s{display:%s}#%s{display:%s}", site->part, picked ? "none" : "inline",
                                site->broken, picked ? "inline" : "none");
    }
  return g_string_free (css, FALSE);
}

static void
refresh (PedicleSitePicker *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  g_autofree char *css = pedicle_site_style (self->session, self->field);

  pedicle_figure_view_set_style (PEDICLE_FIGURE_VIEW (self->picture), css);
  for (guint i = 0; i < self->buttons->len && i < decision->sites->len; i++)
    {
      const PedicleSite *site = g_ptr_array_index (decision->sites, i);
      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i),
                                    pedicle_session_has_site (self->session, self->field, site->id));
    }
}

static void
on_toggled (GtkToggleButton *button, PedicleSitePicker *self)
{
  pedicle_session_toggle_site (self->session, self->field, gtk_button_get_label (GTK_BUTTON (button)),
                               gtk_toggle_button_get_active (button));
}

static void
add_button (PedicleSitePicker *self, const PedicleSite *site)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (site->id);
  g_autofree char *word
      = pedicle_words_plain (self->session, pedicle_session_get_interface (self->session), site->word);

  gtk_widget_add_css_class (button, "site");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, word);
  pedicle_name_button (button, word);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
}

static GtkSizeRequestMode
pedicle_site_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Tall enough that each site's button has room. */
static void
pedicle_site_picker_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  const PedicleFigure *figure = decision->sites_picture;
  int height = MAX (240, (int) self->buttons->len * LEAST_HEIGHT), widest = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int button;
      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_HORIZONTAL, -1, &button, NULL, NULL,
                          NULL);
      widest = MAX (widest, button);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height;
  else
    *minimum = *natural = widest + (figure != NULL ? (int) (height * figure->width / figure->height) : 0);
}

/* A button stands beside its site, at the site's height, and over it, so that the bone itself can be touched. */
static void
pedicle_site_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  int each = height / MAX (1, (int) self->buttons->len);

  gtk_widget_size_allocate (self->picture, &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const PedicleSite *site = g_ptr_array_index (decision->sites, i);
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      int least;
      graphene_rect_t place;
      GtkAllocation box = { 0, (int) i * each, width, each };
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      if (pedicle_figure_view_locate (PEDICLE_FIGURE_VIEW (self->picture), site->part, &place))
        {
          box.height = MAX (least, (int) place.size.height);
          box.y = (int) (place.origin.y + place.size.height / 2) - box.height / 2;
        }
      box.height = MAX (box.height, least);
      box.y = CLAMP (box.y, 0, MAX (0, height - box.height));
      gtk_widget_size_allocate (button, &box, -1);
    }
}

static void
pedicle_site_picker_dispose (GObject *object)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (pedicle_site_picker_parent_class)->dispose (object);
}

static void
pedicle_site_picker_class_init (PedicleSitePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_site_picker_dispose;
  widget_class->get_request_mode = pedicle_site_picker_get_request_mode;
  widget_class->measure = pedicle_site_picker_measure;
  widget_class->size_allocate = pedicle_site_picker_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sites");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_site_picker_init (PedicleSitePicker *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
pedicle_site_picker_new (PedicleSession *session, const char *field)
{
  PedicleSitePicker *self = g_object_new (PEDICLE_TYPE_SITE_PICKER, NULL);
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  self->session = g_object_ref (session);
  self->field = g_strdup (field);
  self->picture = decision->sites_picture != NULL ? pedicle_blocks_new_picture (session, decision->sites_picture)
                                                  : pedicle_figure_view_new ();
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  for (guint i = 0; i < decision->sites->len; i++)
    add_button (self, g_ptr_array_index (decision->sites, i));
  g_signal_connect_object (session, "visit-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
