/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "row.h"

struct _PedicleRow
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PedicleRow, pedicle_row, GTK_TYPE_WIDGET)

/* Returns: (transfer full) (element-type GtkRequestedSize): of each child that is shown, with the child as its data */
static GArray *
request (PedicleRow *self)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };
      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static GtkRequestedSize *
get_size (GArray *sizes, guint index)
{
  return &g_array_index (sizes, GtkRequestedSize, index);
}

static gboolean
expands (const GtkRequestedSize *size)
{
  return gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL);
}

static int
spaces (PedicleRow *self, GArray *sizes)
{
  return self->spacing * MAX (0, (int) sizes->len - 1);
}

/* Gives each child its part of @width, in its minimum size. Returns: %FALSE where there is no room beside each other, and
 * each has all of it. */
static gboolean
share (PedicleRow *self, GArray *sizes, int width)
{
  int n_expand = 0, left = width - spaces (self, sizes);

  for (guint i = 0; i < sizes->len; i++)
    {
      left -= get_size (sizes, i)->minimum_size;
      n_expand += expands (get_size (sizes, i));
    }
  for (guint i = 0; i < sizes->len && left < 0; i++)
    get_size (sizes, i)->minimum_size = width;
  if (left < 0)
    return FALSE;
  left = gtk_distribute_natural_allocation (left, sizes->len, (GtkRequestedSize *) (gpointer) sizes->data);
  for (guint i = 0; i < sizes->len && n_expand > 0; i++)
    if (expands (get_size (sizes, i)))
      {
        get_size (sizes, i)->minimum_size += left / n_expand;
        left -= left / n_expand--;
      }
  return TRUE;
}

static GtkSizeRequestMode
pedicle_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
height_of (const GtkRequestedSize *size)
{
  int height;

  gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, NULL, &height, NULL, NULL);
  return height;
}

static int
measure_height (PedicleRow *self, int width)
{
  g_autoptr (GArray) sizes = request (self);
  gboolean beside = share (self, sizes, width >= 0 ? width : G_MAXINT16);
  int height = beside ? 0 : spaces (self, sizes);

  for (guint i = 0; i < sizes->len; i++)
    height = beside ? MAX (height, height_of (get_size (sizes, i))) : height + height_of (get_size (sizes, i));
  return height;
}

/* At the least they stand below each other. */
static void
pedicle_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  PedicleRow *self = PEDICLE_ROW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size);
      return;
    }
  g_autoptr (GArray) sizes = request (self);
  *minimum = 0;
  *natural = spaces (self, sizes);
  for (guint i = 0; i < sizes->len; i++)
    {
      *minimum = MAX (*minimum, get_size (sizes, i)->minimum_size);
      *natural += get_size (sizes, i)->natural_size;
    }
}

static void
pedicle_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleRow *self = PEDICLE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = request (self);
  gboolean beside = share (self, sizes, width);
  int at = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = get_size (sizes, i);
      GtkAllocation place = { 0, 0, size->minimum_size, height };
      if (beside)
        place.x = rtl ? width - at - place.width : at;
      else
        {
          place.y = at;
          place.height = height_of (size);
        }
      gtk_widget_size_allocate (size->data, &place, -1);
      at += (beside ? place.width : place.height) + self->spacing;
    }
}

static void
pedicle_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PEDICLE_ROW (object)->spacing = g_value_get_int (value);
}

static void
pedicle_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pedicle_row_parent_class)->dispose (object);
}

static void
pedicle_row_class_init (PedicleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pedicle_row_set_property;
  object_class->dispose = pedicle_row_dispose;
  widget_class->get_request_mode = pedicle_row_get_request_mode;
  widget_class->measure = pedicle_row_measure;
  widget_class->size_allocate = pedicle_row_size_allocate;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, 100, 12,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                         | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
pedicle_row_init (PedicleRow *self)
{
}

GtkWidget *
pedicle_row_new (int spacing)
{
  return g_object_new (PEDICLE_TYPE_ROW, "spacing", spacing, NULL);
}

void
pedicle_row_append (PedicleRow *self, GtkWidget *child)
{
  g_return_if_fail (PEDICLE_IS_ROW (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
