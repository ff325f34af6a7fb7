/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-part.h"

#include <glib/gi18n.h>
#include <math.h>

struct _PediclePagePart
{
  GtkWidget parent_instance;

  PedicleReadingKind kind;
  int level;
  char *words;                /* as on the page */
  double x, y, width, height; /* on the page, in points */
};

G_DEFINE_FINAL_TYPE (PediclePagePart, pedicle_page_part, GTK_TYPE_WIDGET)

/* GTK 4.8 hides what a head of a column or row is: it is a cell like the others. */
static const GtkAccessibleRole roles[] = {
  [PEDICLE_READING_PAGE] = GTK_ACCESSIBLE_ROLE_GROUP,    [PEDICLE_READING_HEADING] = GTK_ACCESSIBLE_ROLE_HEADING,
  [PEDICLE_READING_TEXT] = GTK_ACCESSIBLE_ROLE_LABEL,    [PEDICLE_READING_LIST] = GTK_ACCESSIBLE_ROLE_LIST,
  [PEDICLE_READING_ITEM] = GTK_ACCESSIBLE_ROLE_LIST_ITEM, [PEDICLE_READING_TABLE] = GTK_ACCESSIBLE_ROLE_TABLE,
  [PEDICLE_READING_ROW] = GTK_ACCESSIBLE_ROLE_ROW,       [PEDICLE_READING_HEAD] = GTK_ACCESSIBLE_ROLE_CELL,
  [PEDICLE_READING_CELL] = GTK_ACCESSIBLE_ROLE_CELL,     [PEDICLE_READING_PICTURE] = GTK_ACCESSIBLE_ROLE_IMG,
};

static void
pedicle_page_part_dispose (GObject *object)
{
  pedicle_page_part_clear (GTK_WIDGET (object));
  G_OBJECT_CLASS (pedicle_page_part_parent_class)->dispose (object);
}

static void
pedicle_page_part_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PediclePagePart *self = PEDICLE_PAGE_PART (widget);

  if (self->width > 0)
    pedicle_page_part_place (widget, self->x, self->y, width / self->width);
}

static void
pedicle_page_part_finalize (GObject *object)
{
  g_free (PEDICLE_PAGE_PART (object)->words);
  G_OBJECT_CLASS (pedicle_page_part_parent_class)->finalize (object);
}

/* Nothing: the page has painted the words. */
static void
pedicle_page_part_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
pedicle_page_part_class_init (PediclePagePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_page_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = pedicle_page_part_finalize;
  widget_class->size_allocate = pedicle_page_part_size_allocate;
  widget_class->snapshot = pedicle_page_part_snapshot;
  gtk_widget_class_set_css_name (widget_class, "part");
}

static void
pedicle_page_part_init (PediclePagePart *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* A line to write on is a row of underscores among the words: nobody wants to hear each of them. */
static char *
say_blanks (const char *words)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*words != '\0')
    {
      gsize n = strspn (words, "_");
      if (n > 1)
        g_string_append (out, _("(blank)"));
      else if (n == 1)
        g_string_append_c (out, '_');
      words += n;
      n = strcspn (words, "_");
      g_string_append_len (out, words, (gssize) n);
      words += n;
    }
  return g_strdup (out->str);
}

static void
say (PediclePagePart *self, const char *words)
{
  g_autofree char *said = NULL;

  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  said = say_blanks (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static GtkWidget *
new_part (const PedicleReading *reading)
{
  PediclePagePart *self = g_object_new (PEDICLE_TYPE_PAGE_PART, "accessible-role", roles[reading->kind], NULL);

  self->kind = reading->kind;
  self->level = reading->level;
  if (reading->kind == PEDICLE_READING_HEADING)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, reading->level, -1);
  return GTK_WIDGET (self);
}

/* Returns: whether its place is another than before. */
static gboolean
show_part (PediclePagePart *self, const PedicleReading *reading)
{
  gboolean moved = self->x != reading->x || self->y != reading->y || self->width != reading->width
                   || self->height != reading->height;

  self->x = reading->x;
  self->y = reading->y;
  self->width = reading->width;
  self->height = reading->height;
  say (self, reading->words);
  pedicle_page_part_show (GTK_WIDGET (self), reading);
  return moved;
}

void
pedicle_page_part_show (GtkWidget *parent, const PedicleReading *reading)
{
  GtkWidget *next = gtk_widget_get_first_child (parent);
  gboolean moved = FALSE;

  for (guint i = 0; i < reading->children->len; i++)
    {
      const PedicleReading *one = g_ptr_array_index (reading->children, i);
      const PediclePagePart *there = next != NULL ? PEDICLE_PAGE_PART (next) : NULL;
      GtkWidget *part = next;

      if (there != NULL && there->kind == one->kind && there->level == one->level)
        next = gtk_widget_get_next_sibling (next);
      else
        {
          part = new_part (one);
          gtk_widget_insert_before (part, parent, next);
        }
      moved |= show_part (PEDICLE_PAGE_PART (part), one);
    }
  while (next != NULL)
    {
      GtkWidget *gone = next;

      next = gtk_widget_get_next_sibling (gone);
      gtk_widget_unparent (gone);
    }
  /* It is the parent that gives places. */
  if (moved)
    gtk_widget_queue_allocate (parent);
}

void
pedicle_page_part_place (GtkWidget *parent, double x, double y, double scale)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const PediclePagePart *part = PEDICLE_PAGE_PART (child);
      GtkAllocation place = { (int) floor ((part->x - x) * scale), (int) floor ((part->y - y) * scale),
                              (int) ceil (part->width * scale), (int) ceil (part->height * scale) };
      gtk_widget_size_allocate (child, &place, -1);
    }
}

void
pedicle_page_part_clear (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    gtk_widget_unparent (child);
}
