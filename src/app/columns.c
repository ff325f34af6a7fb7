/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "columns.h"

struct _PedicleColumns
{
  GtkWidget parent_instance;

  int spacing;
  int least_chars;
  int most_chars; /* 0 for any */
  gboolean at_start;
  gboolean stacked;
  guint idle; /* tells of the change of stacked after the allocation */
};

G_DEFINE_FINAL_TYPE (PedicleColumns, pedicle_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LEAST_CHARS,
  PROP_MOST_CHARS,
  PROP_AT_START,
  PROP_STACKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

int
pedicle_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (width, 1);
}

static guint
count (PedicleColumns *self, int *least)
{
  guint n = 0;

  *least = self->least_chars * pedicle_char_width (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      *least = MAX (*least, minimum);
      n++;
    }
  return n;
}

gboolean
pedicle_columns_is_stacked (PedicleColumns *self, int width)
{
  int least;
  guint n = count (self, &least);

  return n > 1 && (width - self->spacing * ((int) n - 1)) / (int) n < least;
}

static GtkSizeRequestMode
pedicle_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* No column is wider, so that lines stay short enough to be read. */
static int
most_width (PedicleColumns *self)
{
  return self->most_chars > 0 ? self->most_chars * pedicle_char_width (GTK_WIDGET (self)) : G_MAXINT;
}

/* All are as wide as the widest would like to be. */
static void
measure_width (PedicleColumns *self, int *minimum, int *natural)
{
  int least, most = most_width (self);
  guint n = count (self, &least);
  int widest = least;

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      widest = MAX (widest, MIN (child_natural, most));
    }
  *natural = MAX (0, widest * (int) n + self->spacing * ((int) n - 1));
}

static int
column_width (PedicleColumns *self, int width, gboolean stacked, guint n)
{
  int each = stacked || n == 0 ? width : (width - self->spacing * ((int) n - 1)) / (int) n;
  int least;

  count (self, &least);
  return MIN (each, MAX (most_width (self), least));
}

static void
measure_height (PedicleColumns *self, int width, int *minimum, int *natural)
{
  int least;
  guint n = count (self, &least);

  *minimum = *natural = 0;
  if (width < 0)
    measure_width (self, &least, &width);
  gboolean stacked = pedicle_columns_is_stacked (self, width);
  int column = column_width (self, width, stacked, n);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, &child_minimum, &child_natural, NULL, NULL);
      *minimum = stacked ? *minimum + child_natural : MAX (*minimum, child_minimum);
      *natural = stacked ? *natural + child_natural : MAX (*natural, child_natural);
    }
  *minimum += stacked ? self->spacing * ((int) n - 1) : 0;
  *natural += stacked ? self->spacing * ((int) n - 1) : 0;
}

static void
pedicle_columns_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (PEDICLE_COLUMNS (widget), minimum, natural);
  else
    measure_height (PEDICLE_COLUMNS (widget), for_size, minimum, natural);
}

static gboolean
on_idle (gpointer user_data)
{
  PedicleColumns *self = user_data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
  return G_SOURCE_REMOVE;
}

static void
set_stacked (PedicleColumns *self, gboolean stacked)
{
  if (stacked == self->stacked)
    return;
  self->stacked = stacked;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH, on_idle, self, NULL);
}

static void
pedicle_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleColumns *self = PEDICLE_COLUMNS (widget);
  int least, at = 0;
  guint n = count (self, &least);
  gboolean stacked = pedicle_columns_is_stacked (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = column_width (self, width, stacked, n);
  int used = stacked ? column : column * (int) n + self->spacing * MAX (0, (int) n - 1);
  int left = self->at_start ? (rtl ? width - used : 0) : (width - used) / 2;

  set_stacked (self, stacked);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      GtkAllocation place = { left, 0, column, height };
      if (stacked)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &place.height, NULL, NULL);
          place.y = at;
          at += place.height + self->spacing;
        }
      else
        {
          place.x += rtl ? used - at - column : at;
          at += column + self->spacing;
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
pedicle_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PedicleColumns *self = PEDICLE_COLUMNS (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LEAST_CHARS:
      self->least_chars = g_value_get_int (value);
      break;
    case PROP_MOST_CHARS:
      self->most_chars = g_value_get_int (value);
      break;
    case PROP_AT_START:
      self->at_start = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pedicle_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STACKED)
    g_value_set_boolean (value, PEDICLE_COLUMNS (object)->stacked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pedicle_columns_dispose (GObject *object)
{
  g_clear_handle_id (&PEDICLE_COLUMNS (object)->idle, g_source_remove);
  pedicle_columns_clear (PEDICLE_COLUMNS (object));
  G_OBJECT_CLASS (pedicle_columns_parent_class)->dispose (object);
}

static void
pedicle_columns_class_init (PedicleColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = pedicle_columns_set_property;
  object_class->get_property = pedicle_columns_get_property;
  object_class->dispose = pedicle_columns_dispose;
  widget_class->get_request_mode = pedicle_columns_get_request_mode;
  widget_class->measure = pedicle_columns_measure;
  widget_class->size_allocate = pedicle_columns_size_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 18, flags);
  properties[PROP_LEAST_CHARS] = g_param_spec_int ("least-chars", NULL, NULL, 0, 200, 20, flags);
  properties[PROP_MOST_CHARS] = g_param_spec_int ("most-chars", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_AT_START] = g_param_spec_boolean ("at-start", NULL, NULL, FALSE, flags);
  properties[PROP_STACKED]
      = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_columns_init (PedicleColumns *self)
{
}

GtkWidget *
pedicle_columns_new (int spacing, int least_chars)
{
  return g_object_new (PEDICLE_TYPE_COLUMNS, "spacing", spacing, "least-chars", least_chars, NULL);
}

void
pedicle_columns_append (PedicleColumns *self, GtkWidget *child)
{
  g_return_if_fail (PEDICLE_IS_COLUMNS (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
pedicle_columns_clear (PedicleColumns *self)
{
  GtkWidget *child;

  g_return_if_fail (PEDICLE_IS_COLUMNS (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
