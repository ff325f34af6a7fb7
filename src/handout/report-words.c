/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include <string.h>

#define heading pedicle_report_heading
#define paragraph pedicle_report_paragraph
#define row pedicle_report_row

static void G_GNUC_PRINTF (2, 3) item (PedicleReportWriter *writer, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  pedicle_report_item (writer, words);
}

static const char *
name_state (PedicleQualityState state)
{
  static const char *const names[] = {
    [PEDICLE_QUALITY_MET] = "met",
    [PEDICLE_QUALITY_NOT_MET] = "NOT MET",
    [PEDICLE_QUALITY_NEEDS_PERSON] = "a person judges",
    [PEDICLE_QUALITY_NOT_DONE] = "not done",
    [PEDICLE_QUALITY_NOT_APPLICABLE] = "does not apply",
  };

  return names[state];
}

/* ---- In short ---- */

static void
write_count (PedicleReportWriter *writer, PedicleBlock *table, const char *title, const guint *n)
{
  char *cells[PEDICLE_QUALITY_N_STATES + 1] = { (char *) title };

  for (guint i = 0; i < PEDICLE_QUALITY_N_STATES; i++)
    cells[i + 1] = g_strdup_printf ("%u", n[i]);
  row (writer, table, false, (const char *const *) cells);
  for (guint i = 0; i < PEDICLE_QUALITY_N_STATES; i++)
    g_free (cells[i + 1]);
}

static void
write_counts (PedicleReportWriter *writer)
{
  static const double widths[] = { 5, 1, 1, 1.4, 1.1, 1.3 };
  const GPtrArray *lists = writer->quality->lists;
  const char *head[] = {
    "List",
    name_state (PEDICLE_QUALITY_MET),
    name_state (PEDICLE_QUALITY_NOT_MET),
    name_state (PEDICLE_QUALITY_NEEDS_PERSON),
    name_state (PEDICLE_QUALITY_NOT_DONE),
    name_state (PEDICLE_QUALITY_NOT_APPLICABLE),
  };
  PedicleBlock *table = pedicle_report_table (writer, widths, G_N_ELEMENTS (widths));

  row (writer, table, true, head);
  for (guint i = 0; i < lists->len; i++)
    {
      const PedicleQualityList *list = lists->pdata[i];

      write_count (writer, table, list->title, list->n);
    }
  write_count (writer, table, "All", writer->quality->n);
}

static void
write_test (PedicleReportWriter *writer, const char *who, const char *done, const char *not_done)
{
  const char *const *tested = (const char *const *) writer->request->decision->about.tested;
  g_autofree char *word = g_strconcat (who, "=done", NULL);

  item (writer, "%s", tested != NULL && g_strv_contains (tested, word) ? done : not_done);
}

static void
write_sign_offs (PedicleReportWriter *writer)
{
  const PedicleOverlay *overlay = pedicle_library_get_overlay (writer->request->library);

  for (guint i = 0; overlay != NULL && overlay->reviews != NULL && i < overlay->reviews->len; i++)
    {
      const PedicleSignOff *review = overlay->reviews->pdata[i];
      char date[16] = "";

      if (review->on != NULL)
        g_date_strftime (date, sizeof date, "%Y-%m-%d", review->on);
      if (review->holds)
        item (writer, "Signed off by the clinic: %s, %s, %s.", review->of, review->by, date);
      else
        item (writer, "Signed off by the clinic, but changed since: %s, %s, %s.", review->of,
              review->by, date);
    }
}

static void
write_state (PedicleReportWriter *writer)
{
  const PedicleAbout *about = &writer->request->decision->about;
  char searched[16] = "", by[16] = "", on[16] = "";

  if (about->searched != NULL)
    g_date_strftime (searched, sizeof searched, "%Y-%m-%d", about->searched);
  if (about->review_by != NULL)
    g_date_strftime (by, sizeof by, "%Y-%m-%d", about->review_by);
  if (about->reviewed_on != NULL)
    g_date_strftime (on, sizeof on, "%Y-%m-%d", about->reviewed_on);
  item (writer, "Version of the content: %s. Evidence searched on: %s. Next review by: %s.",
        about->version != NULL ? about->version : "", searched, by);
  if (about->reviewed)
    item (writer, "Reviewed by a clinician: %s, %s.",
          about->reviewed_by != NULL ? about->reviewed_by : "", on);
  else
    item (writer, "%s", "Not reviewed by a clinician.");
  write_test (writer, "patients", "Tested with patients, the content says.",
              "Not tested with patients.");
  write_test (writer, "clinicians", "Tested with clinicians, the content says.",
              "Not tested with clinicians.");
  write_sign_offs (writer);
}

static void
write_start (PedicleReportWriter *writer)
{
  char date[16] = "";
  g_autofree char *made = NULL;

  g_date_strftime (date, sizeof date, "%Y-%m-%d", writer->request->today);
  made = g_strdup_printf ("Made by software on %s.", date);
  paragraph (writer, made);
  paragraph (
      writer,
      "Software can see whether something is there, and count it. It cannot see whether it is "
      "good. So this report has three parts: what software checked, what a named person must "
      "judge, and what has not been done. It adds up no score. It is no certificate.");
  heading (writer, "In short");
  write_state (writer);
  write_counts (writer);
}

/* ---- The items, each list in the part of their state ---- */

static bool
is_checked (PedicleQualityState state)
{
  return state == PEDICLE_QUALITY_MET || state == PEDICLE_QUALITY_NOT_MET;
}

static bool
is_for_person (PedicleQualityState state)
{
  return state == PEDICLE_QUALITY_NEEDS_PERSON;
}

static bool
is_open (PedicleQualityState state)
{
  return state == PEDICLE_QUALITY_NOT_DONE || state == PEDICLE_QUALITY_NOT_APPLICABLE;
}

static void
write_item (PedicleReportWriter *writer, PedicleBlock *table, const PedicleQualityItem *one)
{
  g_autofree char *words = g_strconcat (one->id, ". ", one->words, NULL);
  const char *cells[] = { words, name_state (one->state), one->evidence };
  const char *to_fill[] = { words, one->evidence, "" };

  row (writer, table, false, is_for_person (one->state) ? to_fill : cells);
}

static void
write_list (PedicleReportWriter *writer,
            const PedicleQualityList *list,
            bool (*stands) (PedicleQualityState state))
{
  static const double widths[] = { 5, 2, 7 }, widths_to_fill[] = { 5, 6, 3 };
  bool for_person = stands == is_for_person;
  const char *head[] = { list->title, "Result", "What was seen" };
  const char *head_to_fill[] = { list->title, "What software can tell", "Judgement" };
  PedicleBlock *table = NULL;

  for (guint i = 0; i < list->items->len; i++)
    {
      const PedicleQualityItem *one = list->items->pdata[i];

      if (!stands (one->state))
        continue;
      if (table == NULL)
        {
          table = pedicle_report_table (writer, for_person ? widths_to_fill : widths,
                                        G_N_ELEMENTS (widths));
          row (writer, table, true, for_person ? head_to_fill : head);
        }
      write_item (writer, table, one);
    }
}

static void
write_part (PedicleReportWriter *writer,
            const char *title,
            const char *lead,
            bool (*stands) (PedicleQualityState state))
{
  heading (writer, title);
  paragraph (writer, lead);
  for (guint i = 0; i < writer->quality->lists->len; i++)
    write_list (writer, writer->quality->lists->pdata[i], stands);
}

void
pedicle_report_write (PedicleReportWriter *writer)
{
  write_start (writer);
  write_part (
      writer, "1. What software checked",
      "Met means: what the item asks for is there. Whether it is said well, a person must see.",
      is_checked);
  write_part (writer, "2. What a named person must judge",
              "Nobody has judged these items for this version. Beside each stands what software "
              "can tell.",
              is_for_person);
  paragraph (writer, "Judged by (name, profession, date):");
  pedicle_report_notes (writer, 2);
  write_part (writer, "3. What has not been done, and what does not apply", "", is_open);
  pedicle_report_write_measures (writer);
}
