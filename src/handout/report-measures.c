/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

#include "translations.h"

#define heading pedicle_report_heading
#define paragraph pedicle_report_paragraph
#define row pedicle_report_row

/* ---- How hard it is to read ---- */

/* In brackets where the formula has too little to stand on. */
static char *
format_smog (const PedicleReadability *count, bool eased)
{
  double grade = pedicle_readability_smog (count, eased);

  return g_strdup_printf (pedicle_quality_has_smog (count) ? "%.1f" : "(%.1f)", grade);
}

static void
write_grades (PedicleReportWriter *writer,
              PedicleBlock *table,
              const PedicleQualityMeasure *measure)
{
  const PedicleReadability *count = &measure->count;
  g_autofree char *sentences = g_strdup_printf ("%u", count->sentences);
  g_autofree char *words = g_strdup_printf ("%u", count->words);
  g_autofree char *kincaid = g_strdup_printf ("%.1f", pedicle_readability_kincaid (count, true));
  g_autofree char *smog = format_smog (count, true);
  g_autofree char *all_kincaid =
      g_strdup_printf ("%.1f", pedicle_readability_kincaid (count, false));
  g_autofree char *all_smog = format_smog (count, false);
  const char *cells[] = { measure->name, sentences, words, kincaid, smog, all_kincaid, all_smog };

  row (writer, table, false, cells);
}

static void
write_readability (PedicleReportWriter *writer, const char *title, const GPtrArray *rows)
{
  static const double widths[] = { 5, 1.4, 1.1, 1, 1, 1.2, 1.2 };
  const char *head[] = { title,      "Sentences", "Words",    "F-K",
                         "SMOG", "F-K, all",  "SMOG, all" };
  PedicleBlock *table;

  if (rows->len == 0)
    return;
  table = pedicle_report_table (writer, widths, G_N_ELEMENTS (widths));
  row (writer, table, true, head);
  for (guint i = 0; i < rows->len; i++)
    write_grades (writer, table, rows->pdata[i]);
}

static void
write_hard_blocks (PedicleReportWriter *writer)
{
  const GPtrArray *blocks = writer->quality->blocks;
  GString *hard = g_string_new (NULL);
  g_autofree char *words = NULL, *names = NULL;
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PedicleQualityMeasure *measure = blocks->pdata[i];

      if (!pedicle_quality_is_too_hard (&measure->count))
        continue;
      g_string_append_printf (hard, "%s%s", n++ > 0 ? ", " : "", measure->name);
    }
  names = g_string_free (hard, FALSE);
  words = n == 0 ? g_strdup_printf ("No single text is above grade %.1f.",
                                    PEDICLE_QUALITY_MAX_KINCAID)
                 : g_strdup_printf ("Single texts above grade %.1f: %s.",
                                    PEDICLE_QUALITY_MAX_KINCAID, names);
  paragraph (writer, words);
}

static void
write_excused (PedicleReportWriter *writer)
{
  const GPtrArray *excused = writer->quality->excused;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < excused->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) excused->pdata[i]);
  words = g_strdup_printf ("Excused, %u of at most %d: %s.", excused->len,
                           PEDICLE_QUALITY_MAX_EXCUSED, list->len > 0 ? list->str : "–");
  paragraph (writer, words);
}

static void
write_unexplained (PedicleReportWriter *writer)
{
  const GPtrArray *sheets = writer->quality->sheets;

  for (guint i = 0; i < sheets->len; i++)
    {
      const PedicleQualityMeasure *measure = sheets->pdata[i];
      g_autofree char *words = g_strdup_printf (
          "Hard words of the glossary that “%s” does not explain, and that count in full: %s.",
          measure->name, measure->unexplained);

      if (*measure->unexplained != '\0')
        pedicle_report_item (writer, words);
    }
}

static void
write_reading (PedicleReportWriter *writer)
{
  heading (writer, "4. How hard the English text is to read");
  paragraph (writer, "In years of school. F-K is the grade by Flesch and Kincaid, at most 6.0 "
                     "here; SMOG, at most 6.5, "
                     "is made for 30 sentences and stands in brackets where there are fewer. "
                     "Hard words of the glossary "
                     "are excused: they count as words of two syllables. On a sheet only those "
                     "are excused that the "
                     "sheet explains. “All” counts every word as it is.");
  write_readability (writer, "Handouts", writer->quality->sheets);
  write_unexplained (writer);
  write_readability (writer, "Questions, with all answers", writer->quality->topics);
  write_hard_blocks (writer);
  write_excused (writer);
  write_readability (writer, "Single texts", writer->quality->blocks);
}

/* ---- Another language ---- */

static char *
format_ratio (guint n, guint of)
{
  return of > 0 ? g_strdup_printf ("%.1f", (double) n / of) : g_strdup ("–");
}

static void
write_lengths (PedicleReportWriter *writer,
               PedicleBlock *table,
               const PedicleQualityMeasure *measure)
{
  const PedicleReadability *one = &measure->count, *other = &measure->other;
  g_autofree char *sentence = format_ratio (one->words, one->sentences);
  g_autofree char *other_sentence = format_ratio (other->words, other->sentences);
  g_autofree char *word = format_ratio (one->letters, one->words);
  g_autofree char *other_word = format_ratio (other->letters, other->words);
  const char *cells[] = { measure->name, sentence, other_sentence, word, other_word };

  row (writer, table, false, cells);
}

static void
write_rows (PedicleReportWriter *writer, const char *title, const GPtrArray *rows)
{
  static const double widths[] = { 5, 2, 2, 2, 2 };
  const char *head[] = { title, "Words in a sentence, English", "translated",
                         "Letters in a word, English", "translated" };
  PedicleBlock *table = pedicle_report_table (writer, widths, G_N_ELEMENTS (widths));

  row (writer, table, true, head);
  for (guint i = 0; i < rows->len; i++)
    write_lengths (writer, table, rows->pdata[i]);
}

static void
write_language (PedicleReportWriter *writer)
{
  const PedicleCatalogue *catalogue = writer->request->catalogue;
  PedicleCoverage coverage;
  g_autofree char *title = NULL, *covered = NULL;

  if (pedicle_catalogue_is_english (catalogue))
    return;
  pedicle_catalogue_cover (catalogue, writer->request->library, &coverage);
  title = g_strdup_printf ("7. The translation: %s",
                           pedicle_language_name (pedicle_catalogue_get_language (catalogue)));
  covered = g_strdup_printf ("Translated: %u of %u texts.",
                             coverage.units[PEDICLE_STATE_TRANSLATED], coverage.n_units);
  heading (writer, title);
  pedicle_report_item (writer, covered);
  pedicle_report_item (writer,
                       pedicle_catalogue_is_reviewed (catalogue, writer->request->library)
                           ? "Reviewed by a qualified medical translator, its file says."
                           : "Not reviewed by a qualified medical translator.");
  pedicle_report_item (
      writer, "Not tested with readers of this language, unless the parts above say so.");
  paragraph (writer,
             "The formulas are made for English and say nothing about another language. Below "
             "stand the lengths "
             "of sentences and words against those of the English. A language with longer words "
             "is not harder "
             "for that; a sentence that is much longer than its English one is worth a look.");
  write_rows (writer, "Handouts", writer->quality->sheets);
  write_rows (writer, "Questions, with all answers", writer->quality->topics);
}

/* ---- Equal detail, sources ---- */

static void
write_columns (PedicleReportWriter *writer)
{
  static const double widths[] = { 5, 2, 2, 2 };
  const char *head[] = { "Option", "Words in short", "Words in all", "Pictures" };
  PedicleBlock *table;

  heading (writer, "5. Equal detail");
  table = pedicle_report_table (writer, widths, G_N_ELEMENTS (widths));
  row (writer, table, true, head);
  for (guint i = 0; i < writer->quality->columns->len; i++)
    {
      const PedicleQualityColumn *column = writer->quality->columns->pdata[i];
      g_autofree char *brief = g_strdup_printf ("%u", column->brief);
      g_autofree char *words = g_strdup_printf ("%u", column->words);
      g_autofree char *pictures = g_strdup_printf ("%u", column->pictures);
      const char *cells[] = { column->option, brief, words, pictures };

      row (writer, table, false, cells);
    }
}

static void
write_sources (PedicleReportWriter *writer)
{
  const PedicleQuality *quality = writer->quality;
  g_autofree char *claims =
      g_strdup_printf ("Answers, numbers and parts: %u. Without a source: %u.",
                       quality->n_claims, quality->unsourced->len);

  heading (writer, "6. Claims and their sources");
  paragraph (writer, claims);
  for (guint i = 0; i < quality->unsourced->len; i++)
    pedicle_report_item (writer, quality->unsourced->pdata[i]);
  paragraph (writer, "What a handout says in its own words, such as how to use it, was not "
                     "counted as a claim. A person "
                     "must see whether it is one.");
}

void
pedicle_report_write_measures (PedicleReportWriter *writer)
{
  write_reading (writer);
  write_columns (writer);
  write_sources (writer);
  write_language (writer);
}
