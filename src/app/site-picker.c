/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "site-picker.h"

#include "blocks.h"
#include "figure-view.h"
#include "names.h"

#define LEAST_HEIGHT 36 /* of a site's button, in pixels, about: they stand close together */

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
  const char *picked
      = field != NULL ? pedicle_visit_get_value (pedicle_session_get_visit (session), field) : NULL;

  return pedicle_decision_style_sites (pedicle_session_get_decision (session), picked);
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

  /* At the left in every script: the picture is never mirrored either. */
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_set_direction (gtk_button_get_child (GTK_BUTTON (button)), GTK_TEXT_DIR_LTR);
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

static int
label_width (PedicleSitePicker *self)
{
  int widest = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int width;
      gtk_widget_measure (g_ptr_array_index (self->buttons, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      widest = MAX (widest, width);
    }
  return widest;
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
  int height = MAX (240, (int) self->buttons->len * LEAST_HEIGHT);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height;
  else
    *minimum = *natural
        = label_width (self) + (figure != NULL ? (int) (height * figure->width / figure->height) : 0);
}

/* Where the site stands in the picture; sites without a place there stand in a plain list. */
static graphene_rect_t
locate (PedicleSitePicker *self, guint index, int width, int height)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  const PedicleSite *site = g_ptr_array_index (decision->sites, index);
  float each = (float) height / (float) self->buttons->len;
  graphene_rect_t place;

  if (!pedicle_figure_view_locate (PEDICLE_FIGURE_VIEW (self->picture), site->part, &place))
    graphene_rect_init (&place, 0, (float) index * each, (float) width, each);
  return place;
}

static int
middle (const graphene_rect_t *place)
{
  return (int) (place->origin.y + place->size.height / 2);
}

/* From the labels at the left to the far side of the site itself, so that the picture can be touched as well as the
 * words, unless it is there to be drawn on; and half-way to the sites above and below. */
static GtkAllocation
place_button (PedicleSitePicker *self, guint index, int labels, int width, int height)
{
  graphene_rect_t place = locate (self, index, width - labels, height);
  gboolean drawing = pedicle_pen_get_active (pedicle_session_get_pen (self->session));
  int far = labels + (int) (place.origin.x + place.size.width) + 3;
  GtkAllocation box = { 0, 0, MIN (width, drawing ? labels : far), 0 };
  int bottom = height, least;

  if (index > 0)
    {
      graphene_rect_t above = locate (self, index - 1, width - labels, height);
      box.y = (middle (&above) + middle (&place)) / 2;
    }
  if (index + 1 < self->buttons->len)
    {
      graphene_rect_t below = locate (self, index + 1, width - labels, height);
      bottom = (middle (&place) + middle (&below)) / 2;
    }
  /* The first and the last have one neighbour: as far on the other side as on this one. */
  if (index == 0)
    box.y = MAX (0, 2 * middle (&place) - bottom);
  if (index + 1 == self->buttons->len)
    bottom = MIN (height, 2 * middle (&place) - box.y);
  gtk_widget_measure (g_ptr_array_index (self->buttons, index), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  box.height = MAX (bottom - box.y, least);
  return box;
}

static void
pedicle_site_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleSitePicker *self = PEDICLE_SITE_PICKER (widget);
  int labels = label_width (self);

  gtk_widget_size_allocate (self->picture, &(GtkAllocation){ labels, 0, width - labels, height }, -1);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkAllocation box = place_button (self, i, labels, width, height);
      gtk_widget_size_allocate (g_ptr_array_index (self->buttons, i), &box, -1);
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
  g_signal_connect_object (session, "visit-changed::value", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "visit-changed::replaced", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pedicle_session_get_pen (session), "notify::active",
                           G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
