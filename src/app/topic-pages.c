/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-pages.h"

#include "tab-stop.h"
#include "topics.h"

#define READING 250 /* milliseconds after which nobody leafs through the topics */

struct _PedicleTopicPages
{
  GtkWidget parent_instance;

  GtkWidget *page; /* that is shown: the first of the children, which stand in the order in which they were last */
  gboolean empty;  /* it shows nothing, and can be any topic's */
  gboolean quiet;
  PedicleSession *session;
  guint prepare; /* source */
};

G_DEFINE_FINAL_TYPE (PedicleTopicPages, pedicle_topic_pages, GTK_TYPE_WIDGET)

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

/* Not visible yet. */
static GtkWidget *
add_page (PedicleTopicPages *self, GtkWidget *after)
{
  GtkWidget *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, "visible", FALSE, NULL);

  if (self->quiet)
    pedicle_topic_page_set_quiet (PEDICLE_TOPIC_PAGE (page));
  gtk_widget_insert_after (page, GTK_WIDGET (self), after);
  drop_oldest (self);
  return page;
}

static void
fill (PedicleTopicPages *self, GtkWidget *page, const PedicleTopic *topic)
{
  gtk_widget_set_name (page, topic != NULL ? topic->id : "");
  pedicle_topic_page_show (PEDICLE_TOPIC_PAGE (page), self->session, topic);
}

/* In its place at once: to lay out its words is most of the work. */
static void
lay_out (PedicleTopicPages *self, GtkWidget *page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self)), least;

  gtk_widget_set_child_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (page, &(GtkAllocation){ 0, 0, width, MAX (least, height) }, -1);
  gtk_widget_set_visible (page, FALSE);
}

/* Returns: (nullable) */
static const PedicleTopic *
find_likely (PedicleTopicPages *self)
{
  const PedicleDecision *decision = pedicle_session_get_decision (self->session);
  guint n = pedicle_topics_get_n (self->session);
  g_autofree gboolean *ready = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    ready[i] = find_page (self, ((const PedicleTopic *) g_ptr_array_index (decision->topics, i))->id) != NULL;
  int likely = pedicle_topics_likely (pedicle_topics_get_index (self->session), n, ready);
  return likely >= 0 ? g_ptr_array_index (decision->topics, likely) : NULL;
}

static gboolean
on_prepare (gpointer user_data)
{
  PedicleTopicPages *self = user_data;
  const PedicleTopic *likely = gtk_widget_get_mapped (GTK_WIDGET (self)) ? find_likely (self) : NULL;

  if (likely == NULL)
    {
      self->prepare = 0;
      return G_SOURCE_REMOVE;
    }
  GtkWidget *page = add_page (self, self->page);
  fill (self, page, likely);
  lay_out (self, page);
  return G_SOURCE_CONTINUE;
}

static void
prepare (PedicleTopicPages *self)
{
  g_clear_handle_id (&self->prepare, g_source_remove);
  self->prepare = g_timeout_add_full (G_PRIORITY_LOW, READING, on_prepare, self, NULL);
}

void
pedicle_topic_pages_set_session (PedicleTopicPages *self, PedicleSession *session)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));
  g_set_object (&self->session, session);
}

void
pedicle_topic_pages_set_quiet (PedicleTopicPages *self)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));

  self->quiet = TRUE;
  pedicle_topic_page_set_quiet (PEDICLE_TOPIC_PAGE (self->page));
}

/* What has the focus on a page that goes is nowhere to be seen, and the keys are not to go to whatever GTK finds. */
static void
exchange (PedicleTopicPages *self, GtkWidget *page)
{
  if (pedicle_tab_stop_holds (self->page))
    gtk_root_set_focus (gtk_widget_get_root (self->page), NULL);
  gtk_widget_set_visible (self->page, FALSE);
  self->page = page;
  gtk_widget_insert_after (page, GTK_WIDGET (self), NULL);
  gtk_widget_set_child_visible (page, TRUE);
  gtk_widget_set_visible (page, TRUE);
}

void
pedicle_topic_pages_show (PedicleTopicPages *self, const PedicleTopic *topic)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));

  GtkWidget *page = topic != NULL ? find_page (self, topic->id) : NULL;
  prepare (self);
  if (page == self->page && page != NULL)
    return;
  if (page != NULL)
    {
      exchange (self, page);
      pedicle_topic_page_resume (PEDICLE_TOPIC_PAGE (page));
      return;
    }
  if (!self->empty && topic != NULL)
    exchange (self, add_page (self, NULL));
  self->empty = topic == NULL;
  fill (self, self->page, topic);
}

PedicleTopicPage *
pedicle_topic_pages_get_page (PedicleTopicPages *self)
{
  g_return_val_if_fail (PEDICLE_IS_TOPIC_PAGES (self), NULL);
  return PEDICLE_TOPIC_PAGE (self->page);
}

void
pedicle_topic_pages_drop (PedicleTopicPages *self)
{
  GtkWidget *last;

  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));
  while ((last = gtk_widget_get_last_child (GTK_WIDGET (self))) != self->page)
    gtk_widget_unparent (last);
  prepare (self);
}

void
pedicle_topic_pages_forget (PedicleTopicPages *self)
{
  g_return_if_fail (PEDICLE_IS_TOPIC_PAGES (self));

  pedicle_topic_pages_drop (self);
  self->empty = TRUE;
  fill (self, self->page, NULL);
}

static void
pedicle_topic_pages_dispose (GObject *object)
{
  PedicleTopicPages *self = PEDICLE_TOPIC_PAGES (object);
  GtkWidget *child;

  g_clear_handle_id (&self->prepare, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pedicle_topic_pages_parent_class)->dispose (object);
}

static void
pedicle_topic_pages_class_init (PedicleTopicPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pedicle_topic_pages_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
pedicle_topic_pages_init (PedicleTopicPages *self)
{
  self->empty = TRUE;
  self->page = add_page (self, NULL);
  gtk_widget_set_visible (self->page, TRUE);
}
