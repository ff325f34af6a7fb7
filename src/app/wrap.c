/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wrap.h"

struct _PedicleWrap
{
  GtkWidget parent_instance;

  int spacing;
};

/* A row: the children from first up to, but without, end. */
typedef struct
{
  GtkWidget *first, *end;
  int width;     /* natural, with spaces */
  int n_expand;
} Row;

G_DEFINE_FINAL_TYPE (PedicleWrap, pedicle_wrap, GTK_TYPE_WIDGET)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_child (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
next_row (PedicleWrap *self, int width, GtkWidget *first, Row *row)
{
  *row = (Row){ .first = first };
  if (first == NULL)
    return FALSE;
  for (row->end = first; row->end != NULL; row->end = next_child (row->end))
    {
      int more = natural_width (row->end) + (row->end != first ? self->spacing : 0);
      if (row->end != first && row->width + more > width)
        break;
      row->width += more;
      row->n_expand += gtk_widget_compute_expand (row->end, GTK_ORIENTATION_HORIZONTAL);
    }
  return TRUE;
}

static int
child_width (GtkWidget *child, const Row *row, int width)
{
  int natural = natural_width (child);

  if (row->n_expand > 0 && row->width < width && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    natural += (width - row->width) / row->n_expand;
  return MIN (natural, width);
}

static int
row_height (const Row *row, int width)
{
  int height = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next_child (child))
    {
      int natural;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width (child, row, width), NULL, &natural, NULL,
                          NULL);
      height = MAX (height, natural);
    }
  return height;
}

static void
measure_width (PedicleWrap *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_child (child))
    {
      int child_minimum, child_natural;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
pedicle_wrap_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  PedicleWrap *self = PEDICLE_WRAP (widget);
  int width = for_size < 0 ? G_MAXINT : for_size, height = 0;
  Row row;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  for (GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget)); next_row (self, width, first, &row);
       first = row.end)
    height += row_height (&row, for_size < 0 ? row.width : width) + (height > 0 ? self->spacing : 0);
  *minimum = *natural = height;
}

static void
allocate_row (PedicleWrap *self, const Row *row, int y, int height, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int at = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next_child (child))
    {
      int wide = child_width (child, row, width);
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - at - wide : at, y, wide, height }, -1);
      at += wide + self->spacing;
    }
}

static void
pedicle_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PedicleWrap *self = PEDICLE_WRAP (widget);
  int y = 0;
  Row row;

  for (GtkWidget *first = skip_hidden (gtk_widget_get_first_child (widget)); next_row (self, width, first, &row);
       first = row.end)
    {
      int tall = row_height (&row, width);
      /* A single row takes the whole height, so that its children can centre themselves. */
      if (y == 0 && row.end == NULL)
        tall = MAX (tall, height);
      allocate_row (self, &row, y, tall, width);
      y += tall + self->spacing;
    }
}

static GtkSizeRequestMode
pedicle_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_wrap_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PEDICLE_WRAP (object)->spacing = g_value_get_int (value);
}

static void
pedicle_wrap_dispose (GObject *object)
{
  pedicle_wrap_clear (PEDICLE_WRAP (object));
  G_OBJECT_CLASS (pedicle_wrap_parent_class)->dispose (object);
}

static void
pedicle_wrap_class_init (PedicleWrapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = pedicle_wrap_set_property;
  object_class->dispose = pedicle_wrap_dispose;
  widget_class->get_request_mode = pedicle_wrap_get_request_mode;
  widget_class->measure = pedicle_wrap_measure;
  widget_class->size_allocate = pedicle_wrap_size_allocate;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, 100, 12,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                         | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_wrap_init (PedicleWrap *self)
{
}

GtkWidget *
pedicle_wrap_new (int spacing)
{
  return g_object_new (PEDICLE_TYPE_WRAP, "spacing", spacing, NULL);
}

void
pedicle_wrap_append (PedicleWrap *self, GtkWidget *child)
{
  g_return_if_fail (PEDICLE_IS_WRAP (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
pedicle_wrap_clear (PedicleWrap *self)
{
  GtkWidget *child;

  g_return_if_fail (PEDICLE_IS_WRAP (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
