/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pen.h"

const guint32 pedicle_pen_colours[PEDICLE_PEN_N_COLOURS] = { 0x16181d, 0x1d4ed8, 0xd9730d };

struct _PediclePen
{
  GObject parent_instance;

  gboolean active;
  guint colour;
  GPtrArray *sight; /* (element-type utf8): a key for each picture, ended by a NULL */
  char *figure;     /* (nullable): where a line is being drawn */
  GArray *line;     /* (nullable): borrowed */
};

G_DEFINE_FINAL_TYPE (PediclePen, pedicle_pen, G_TYPE_OBJECT)

enum
{
  PROP_ACTIVE = 1,
  PROP_COLOUR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint sight_signal, line_signal;

static void
pedicle_pen_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  PediclePen *self = PEDICLE_PEN (object);

  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, self->active);
  else
    g_value_set_uint (value, self->colour);
}

static void
pedicle_pen_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  PediclePen *self = PEDICLE_PEN (object);

  if (id == PROP_ACTIVE)
    pedicle_pen_set_active (self, g_value_get_boolean (value));
  else
    pedicle_pen_set_colour (self, g_value_get_uint (value));
}

static void
pedicle_pen_finalize (GObject *object)
{
  g_clear_pointer (&PEDICLE_PEN (object)->sight, g_ptr_array_unref);
  g_clear_pointer (&PEDICLE_PEN (object)->figure, g_free);
  G_OBJECT_CLASS (pedicle_pen_parent_class)->finalize (object);
}

static void
pedicle_pen_class_init (PediclePenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = pedicle_pen_finalize;
  object_class->get_property = pedicle_pen_get_property;
  object_class->set_property = pedicle_pen_set_property;
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  props[PROP_COLOUR] = g_param_spec_uint ("colour", NULL, NULL, 0, PEDICLE_PEN_N_COLOURS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  sight_signal = g_signal_new ("sight-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  line_signal = g_signal_new ("line-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pedicle_pen_init (PediclePen *self)
{
  self->sight = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->sight, NULL);
}

PediclePen *
pedicle_pen_new (void)
{
  return g_object_new (PEDICLE_TYPE_PEN, NULL);
}

gboolean
pedicle_pen_get_active (PediclePen *self)
{
  g_return_val_if_fail (PEDICLE_IS_PEN (self), FALSE);
  return self->active;
}

void
pedicle_pen_set_active (PediclePen *self, gboolean active)
{
  g_return_if_fail (PEDICLE_IS_PEN (self));

  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

guint
pedicle_pen_get_colour (PediclePen *self)
{
  g_return_val_if_fail (PEDICLE_IS_PEN (self), 0);
  return self->colour;
}

void
pedicle_pen_set_colour (PediclePen *self, guint colour)
{
  g_return_if_fail (PEDICLE_IS_PEN (self) && colour < PEDICLE_PEN_N_COLOURS);

  if (self->colour == colour)
    return;
  self->colour = colour;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOUR]);
}

void
pedicle_pen_set_line (PediclePen *self, const char *figure, GArray *line)
{
  g_return_if_fail (PEDICLE_IS_PEN (self) && figure != NULL);

  if (g_strcmp0 (self->figure, figure) != 0)
    {
      g_free (self->figure);
      self->figure = g_strdup (figure);
    }
  self->line = line;
  g_signal_emit (self, line_signal, 0, self->figure);
}

GArray *
pedicle_pen_get_line (PediclePen *self, const char *figure)
{
  g_return_val_if_fail (PEDICLE_IS_PEN (self), NULL);
  return g_strcmp0 (self->figure, figure) == 0 ? self->line : NULL;
}

void
pedicle_pen_note_sight (PediclePen *self, const char *figure, gboolean in_sight)
{
  g_return_if_fail (PEDICLE_IS_PEN (self) && figure != NULL);

  if (in_sight)
    g_ptr_array_insert (self->sight, 0, g_strdup (figure));
  else
    for (guint i = 0; i + 1 < self->sight->len; i++)
      if (g_str_equal (g_ptr_array_index (self->sight, i), figure))
        {
          g_ptr_array_remove_index (self->sight, i);
          break;
        }
  g_signal_emit (self, sight_signal, 0);
}

const char *const *
pedicle_pen_get_sight (PediclePen *self)
{
  g_return_val_if_fail (PEDICLE_IS_PEN (self), NULL);
  return (const char *const *) self->sight->pdata;
}
