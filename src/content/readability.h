/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION: readability
 *
 * How hard an English text is to read, in years of school in the United States. Two formulas:
 *
 * Flesch-Kincaid grade = 0.39 words / sentences + 11.8 syllables / words - 15.59
 *   Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for
 *   Navy enlisted personnel. Research Branch Report 8-75, Naval Technical Training, 1975.
 * SMOG grade = 1.0430 sqrt (30 long words / sentences) + 3.1291, long: three syllables or more
 *   McLaughlin GH. SMOG grading: a new readability formula. Journal of Reading 1969;12:639-646.
 *   It was made on 30 sentences; on fewer it is a rough value.
 *
 * What is counted: a sentence ends with . ? or ! and with the text; one that holds a blank to fill
 * in is left out. A word is a stretch of letters, or a number, which has one syllable; a hyphen
 * parts words. Syllables are counted by the rules of spelling and a short list of words that break
 * them, the same for any content. A word that is excused counts as one of two syllables.
 */

/** Stands for a blank to fill in (the object replacement character). */
#define PEDICLE_READABILITY_BLANK "\357\277\274"

/** The fewest sentences for SMOG. */
#define PEDICLE_READABILITY_SMOG_SENTENCES 30

/** PedicleReadability: what was counted in one or more texts; all 0 before the first. */
typedef struct
{
  guint sentences, words, letters;
  guint syllables, long_words;             /* every word as it is */
  guint eased_syllables, eased_long_words; /* the excused words as words of two syllables */
  guint passive;                           /* sentences that look passive, by their form */
} PedicleReadability;

/** pedicle_readability_syllables: of an English word, at least 1. Capitals and an ending such as 's
 * do not matter. */
guint pedicle_readability_syllables (const char *word);

/**
 * pedicle_readability_add: counts @plain, a text without markup.
 * @excused: (nullable): a set of words as of pedicle_readability_hard_words()
 * @met: (nullable): gets each excused word that was met, as it stands in @excused
 */
void pedicle_readability_add (PedicleReadability *readability,
                              const char *plain,
                              GHashTable *excused,
                              GHashTable *met);

/** pedicle_readability_join: adds what was counted in @more. */
void pedicle_readability_join (PedicleReadability *readability, const PedicleReadability *more);

/** Grades; 0 when nothing was counted. @eased: with the excused words excused. */
double pedicle_readability_kincaid (const PedicleReadability *readability, bool eased);
double pedicle_readability_smog (const PedicleReadability *readability, bool eased);

/** pedicle_readability_hard_words: adds the words of @plain, in small letters, that have three
 * syllables or more to the set @words. */
void pedicle_readability_hard_words (const char *plain, GHashTable *words);

G_END_DECLS
