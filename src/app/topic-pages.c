/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-pages.h"

struct _PedicleTopicPages
{
  GtkWidget parent_instance;

  GtkWidget *page; /* (nullable): the one that is shown, the first of the children */
  PedicleSession *session;   /* (nullable): of the page that is to be prepared */
  const PedicleTopic *likely; /* (nullable): its topic */
  guint prepare;             /* source */
};

#define READING 250 /* milliseconds after which nobody leafs through the topics */

G_DEFINE_FINAL_TYPE (PedicleTopicPages, pedicle_topic_pages, GTK_TYPE_WIDGET)

/* Children stand in the order in which they were shown last. */
static GtkWidget *
find_page (PedicleTopicPages *self, const char *topic)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && !g_str_equal (gtk_widget_get_name (child), topic))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
drop_oldest (PedicleTopicPages *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));
  guint n = 0;

  for (GtkWidget *child = last; child != NULL; child = gtk_widget_get_prev_sibling (child))
    n++;
  if (n > PEDICLE_TOPIC_PAGES_MOST)
    gtk_widget_unparent (last);
}

static GtkWidget *
add_page (PedicleTopicPages *self, PedicleSession *session, const PedicleTopic *topic)
{
  GtkWidget *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, "name", topic->id, NULL);

  gtk_widget_insert_after (page, GTK_WIDGET (self), NULL);
  pedicle_topic_page_show (PEDICLE_TOPIC_PAGE (page), session, topic);
  drop_oldest (self);
  return page;
}

void
pedicle_topic_pages_show (PedicleTopicPages *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));

  GtkWidget *page = topic != NULL ? find_page (self, topic->id) : NULL;
  if (page == NULL && topic != NULL)
    page = add_page (self, session, topic);
  if (page == self->page)
    return;
  if (self->page != NULL)
    gtk_widget_set_visible (self->page, FALSE);
  self->page = page;
  if (page != NULL)
    {
      gtk_widget_insert_after (page, GTK_WIDGET (self), NULL);
      gtk_widget_set_visible (page, TRUE);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
stop_preparing (PedicleTopicPages *self)
{
  g_clear_handle_id (&self->prepare, g_source_remove);
  g_clear_object (&self->session);
  self->likely = NULL;
}

/* In its place at once: to lay out its words is most of the work. */
static gboolean
on_prepare (gpointer user_data)
{
  PedicleTopicPages *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self)), least;

  self->prepare = 0;
  if (self->page != NULL && width > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      GtkWidget *page = add_page (self, self->session, self->likely);
      gtk_widget_insert_after (page, GTK_WIDGET (self), self->page);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, MAX (least, width), &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (page, &(GtkAllocation){ 0, 0, width, MAX (least, height) }, -1);
      gtk_widget_set_visible (page, FALSE);
    }
  stop_preparing (self);
  return G_SOURCE_REMOVE;
}

void
pedicle_topic_pages_prepare (PedicleTopicPages *self, PedicleSession *session, const PedicleTopic *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));

  stop_preparing (self);
  if (topic == NULL || find_page (self, topic->id) != NULL)
    return;
  self->session = g_object_ref (session);
  self->likely = topic;
  self->prepare = g_timeout_add_full (G_PRIORITY_LOW, READING, on_prepare, self, NULL);
}

PedicleTopicPage *
pedicle_topic_pages_get_page (PedicleTopicPages *self)
{
  g_return_val_if_fail (PEDICLE_IS_TOPIC_PAGES (self), NULL);
  return PEDICLE_TOPIC_PAGE (self->page);
}

void
pedicle_topic_pages_forget (PedicleTopicPages *self)
{
  GtkWidget *child;

  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));
  stop_preparing (self);
  self->page = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static GtkSizeRequestMode
pedicle_topic_pages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pedicle_topic_pages_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GtkWidget *page = PEDICLE_TOPIC_PAGES (widget)->page;

  if (page != NULL)
    gtk_widget_measure (page, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
pedicle_topic_pages_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *page = PEDICLE_TOPIC_PAGES (widget)->page;

  if (page != NULL)
    gtk_widget_size_allocate (page, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
pedicle_topic_pages_dispose (GObject *object)
{
  pedicle_topic_pages_forget (PEDICLE_TOPIC_PAGES (object));
  G_OBJECT_CLASS (pedicle_topic_pages_parent_class)->dispose (object);
}

static void
pedicle_topic_pages_class_init (PedicleTopicPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_topic_pages_dispose;
  widget_class->get_request_mode = pedicle_topic_pages_get_request_mode;
  widget_class->measure = pedicle_topic_pages_measure;
  widget_class->size_allocate = pedicle_topic_pages_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pedicle_topic_pages_init (PedicleTopicPages *self)
{
}
