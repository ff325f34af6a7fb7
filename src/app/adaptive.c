/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "adaptive.h"

#include "columns.h"

struct _PedicleAdaptive
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  int sidebar_chars;
  int content_chars;
  gboolean narrow;
  gboolean show_sidebar;
  guint idle; /* tells of the change of narrow after the allocation */
};

G_DEFINE_FINAL_TYPE (PedicleAdaptive, pedicle_adaptive, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_SIDEBAR_CHARS,
  PROP_CONTENT_CHARS,
  PROP_NARROW,
  PROP_SHOW_SIDEBAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
least_width (GtkWidget *child, int chars)
{
  int minimum = 0;

  if (child == NULL || !gtk_widget_get_visible (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MAX (minimum, chars * pedicle_char_width (child));
}

static GtkSizeRequestMode
pedicle_adaptive_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum, int *natural)
{
  int child_minimum, child_natural;

  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = MAX (*minimum, child_minimum);
  *natural = MAX (*natural, child_natural);
}

static void
pedicle_adaptive_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PedicleAdaptive *self = PEDICLE_ADAPTIVE (widget);

  *minimum = *natural = 0;
  measure_child (self->sidebar, orientation, minimum, natural);
  measure_child (self->content, orientation, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, least_width (self->sidebar, self->sidebar_chars)
                                  + least_width (self->content, self->content_chars));
}

static gboolean
on_idle (gpointer user_data)
{
  PedicleAdaptive *self = user_data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
place (GtkWidget *child, gboolean shown, int x, int width, int height)
{
  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  gtk_widget_set_child_visible (child, shown);
  if (shown)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static gboolean
is_narrow (PedicleAdaptive *self, int width)
{
  int side = least_width (self->sidebar, self->sidebar_chars);

  return side > 0 && width < side + least_width (self->content, self->content_chars);
}

static void
pedicle_adaptive_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleAdaptive *self = PEDICLE_ADAPTIVE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side = least_width (self->sidebar, self->sidebar_chars);
  gboolean narrow = is_narrow (self, width);

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->idle == 0)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH, on_idle, self, NULL);
    }
  if (narrow)
    {
      place (self->sidebar, self->show_sidebar, 0, width, height);
      place (self->content, !self->show_sidebar, 0, width, height);
      return;
    }
  place (self->sidebar, TRUE, rtl ? width - side : 0, side, height);
  place (self->content, TRUE, rtl ? 0 : side, width - side, height);
}

static void
set_child (PedicleAdaptive *self, GtkWidget **slot, GtkWidget *child)
{
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
pedicle_adaptive_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PedicleAdaptive *self = PEDICLE_ADAPTIVE (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_SIDEBAR_CHARS:
      self->sidebar_chars = g_value_get_int (value);
      break;
    case PROP_CONTENT_CHARS:
      self->content_chars = g_value_get_int (value);
      break;
    case PROP_SHOW_SIDEBAR:
      pedicle_adaptive_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pedicle_adaptive_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PedicleAdaptive *self = PEDICLE_ADAPTIVE (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pedicle_adaptive_dispose (GObject *object)
{
  PedicleAdaptive *self = PEDICLE_ADAPTIVE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  set_child (self, &self->sidebar, NULL);
  set_child (self, &self->content, NULL);
  G_OBJECT_CLASS (pedicle_adaptive_parent_class)->dispose (object);
}

static void
pedicle_adaptive_class_init (PedicleAdaptiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const GParamFlags fixed = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = pedicle_adaptive_set_property;
  object_class->get_property = pedicle_adaptive_get_property;
  object_class->dispose = pedicle_adaptive_dispose;
  widget_class->get_request_mode = pedicle_adaptive_get_request_mode;
  widget_class->measure = pedicle_adaptive_measure;
  widget_class->size_allocate = pedicle_adaptive_size_allocate;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDEBAR_CHARS] = g_param_spec_int ("sidebar-chars", NULL, NULL, 0, 200, 36, fixed);
  properties[PROP_CONTENT_CHARS] = g_param_spec_int ("content-chars", NULL, NULL, 0, 200, 50, fixed);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR]
      = g_param_spec_boolean ("show-sidebar", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pedicle_adaptive_init (PedicleAdaptive *self)
{
}

gboolean
pedicle_adaptive_get_narrow (PedicleAdaptive *self)
{
  g_return_val_if_fail (PEDICLE_IS_ADAPTIVE (self), FALSE);
  return self->narrow;
}

void
pedicle_adaptive_expect_width (PedicleAdaptive *self, int width)
{
  g_return_if_fail (PEDICLE_IS_ADAPTIVE (self));

  gboolean narrow = is_narrow (self, width);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

gboolean
pedicle_adaptive_get_show_sidebar (PedicleAdaptive *self)
{
  g_return_val_if_fail (PEDICLE_IS_ADAPTIVE (self), FALSE);
  return self->show_sidebar;
}

void
pedicle_adaptive_set_show_sidebar (PedicleAdaptive *self, gboolean show)
{
  g_return_if_fail (PEDICLE_IS_ADAPTIVE (self));

  if (self->show_sidebar == show)
    return;
  self->show_sidebar = show;
  /* Not an allocation alone: what comes to the front may have pages to scroll (see page-preview.c). */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}
