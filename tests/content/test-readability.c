/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Syllables, sentences and the two formulas, against values that were published or worked out by
 * hand. */
#include "readability.h"

static void
test_syllables (void)
{
  /* As in a dictionary. */
  static const struct
  {
    const char *word;
    guint n;
  } table[] = {
    { "a", 1 },         { "time", 1 },      { "little", 2 },    { "cracked", 1 },
    { "treated", 2 },   { "eases", 2 },     { "needles", 2 },   { "minutes", 2 },
    { "medicine", 3 },  { "procedure", 3 }, { "studies", 2 },   { "infection", 3 },
    { "another", 3 },   { "serious", 3 },   { "before", 2 },    { "injury", 3 },
    { "confused", 2 },  { "table", 2 },     { "emergency", 4 }, { "movement", 2 },
    { "safely", 2 },    { "careful", 2 },   { "doing", 2 },     { "lying", 2 },
    { "video", 3 },     { "creature", 2 },  { "people", 2 },    { "usually", 4 },
    { "tongue", 1 },    { "called", 1 },    { "handled", 2 },   { "watches", 2 },
    { "quickly", 2 },   { "your", 1 },      { "yes", 1 },       { "allergy", 3 },
    { "manual", 3 },    { "special", 2 },   { "patient", 2 },   { "Doctor\u2019s", 2 },
    { "DON'T", 1 },     { "cement", 2 },    { "platypus", 3 },  { "mammal", 2 },
    { "reptilian", 4 }, { "hybrid", 2 },    { "seemingly", 3 }, { "Australian", 4 },
    { "society", 4 },   { "5", 1 },         { "1,000", 1 },     { "", 1 },
    { "nth", 1 },       { "embolism", 4 },  { "anxious", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n = pedicle_readability_syllables (table[i].word);

      if (n != table[i].n)
        g_test_message ("%s: %u, not %u", table[i].word, n, table[i].n);
      g_assert_cmpuint (n, ==, table[i].n);
    }
}

/* However long: the time grows with the letters, not with their square. */
static void
test_long_word (void)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gint64 begin;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (word, "ien");
  begin = g_get_monotonic_time ();
  g_assert_cmpuint (pedicle_readability_syllables (word->str), >=, 1000000);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_USEC_PER_SEC);
}

static PedicleReadability
count (const char *text)
{
  PedicleReadability counted = { 0 };

  pedicle_readability_add (&counted, text, NULL, NULL);
  return counted;
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    guint sentences, words;
  } table[] = {
    { "", 0, 0 },
    { "   ", 0, 0 },
    { "...", 0, 0 },
    { "A heading", 1, 2 },
    { "One. Two! Three? Four", 4, 4 },
    { "Pain was 4.3 of 10, with 1,000 people.", 1, 8 },
    { "Call us (day or night). We \u201Ccome.\u201D Soon", 3, 8 },
    { "A well-known X-ray", 1, 5 },
    { "Don\u2019t drive.", 1, 2 },
    { "Name: " PEDICLE_READABILITY_BLANK ". You may walk.", 1, 3 },
    { "Ihr R\u00FCcken schmerzt.", 1, 3 },
    { "\u75BC\u75DB\u3002\u8D70\u8DEF\u3002", 2, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      PedicleReadability counted = count (table[i].text);

      g_test_message ("%s", table[i].text);
      g_assert_cmpuint (counted.sentences, ==, table[i].sentences);
      g_assert_cmpuint (counted.words, ==, table[i].words);
    }
}

/* 0.39 of the words in a sentence and 11.8 of the syllables in a word, less 15.59. */
static void
test_kincaid (void)
{
  PedicleReadability counted = { .sentences = 1, .words = 13, .syllables = 24 };

  g_assert_cmpfloat_with_epsilon (pedicle_readability_kincaid (&counted, false), 11.2646, 0.001);
  counted =
      count ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
  g_assert_cmpuint (counted.words, ==, 13);
  g_assert_cmpuint (counted.syllables, ==, 26);
  g_assert_cmpuint (counted.long_words, ==, 4);
  counted = count ("The cat sat on the mat.");
  g_assert_cmpfloat_with_epsilon (pedicle_readability_kincaid (&counted, false), -1.45, 0.001);
  counted = count ("");
  g_assert_cmpfloat (pedicle_readability_kincaid (&counted, false), ==, 0);
}

/* From the table of the paper: so many long words in 30 sentences. */
static void
test_smog (void)
{
  static const struct
  {
    guint long_words;
    double grade;
  } table[] = { { 0, 3.1291 }, { 9, 6.2581 }, { 49, 10.4301 }, { 100, 13.5591 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      PedicleReadability counted = { .sentences = 30, .long_words = table[i].long_words };

      g_assert_cmpfloat_with_epsilon (pedicle_readability_smog (&counted, false), table[i].grade,
                                      0.0001);
      counted.sentences = 15;
      counted.long_words /= 2;
      if (table[i].long_words % 2 == 0)
        g_assert_cmpfloat_with_epsilon (pedicle_readability_smog (&counted, false), table[i].grade,
                                        0.0001);
    }
  g_assert_cmpfloat (pedicle_readability_smog (&(PedicleReadability){ 0 }, false), ==, 0);
}

static void
test_excused (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) met = g_hash_table_new (g_str_hash, g_str_equal);
  PedicleReadability counted = { 0 };

  pedicle_readability_hard_words ("usual care, an allergy, the antenna", words);
  g_assert_cmpuint (g_hash_table_size (words), ==, 3);
  g_assert_true (g_hash_table_contains (words, "usual"));
  g_assert_false (g_hash_table_contains (words, "care"));
  pedicle_readability_add (&counted, "Antennae and Allergies are unusual.", words, met);
  g_assert_cmpuint (counted.long_words, ==, 3);
  g_assert_cmpuint (counted.eased_long_words, ==, 1);
  g_assert_cmpuint (counted.syllables - counted.eased_syllables, ==, 2);
  g_assert_cmpuint (g_hash_table_size (met), ==, 2);
  g_assert_true (g_hash_table_contains (met, "allergy") && g_hash_table_contains (met, "antenna"));
  g_assert_cmpfloat (pedicle_readability_kincaid (&counted, true), <,
                     pedicle_readability_kincaid (&counted, false));
}

static void
test_passive (void)
{
  g_assert_cmpuint (count ("The skin is cleaned. It was not seen. You rest. He is tall.").passive,
                    ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readability/syllables", test_syllables);
  g_test_add_func ("/readability/long-word", test_long_word);
  g_test_add_func ("/readability/sentences", test_sentences);
  g_test_add_func ("/readability/kincaid", test_kincaid);
  g_test_add_func ("/readability/smog", test_smog);
  g_test_add_func ("/readability/excused", test_excused);
  g_test_add_func ("/readability/passive", test_passive);
  return g_test_run ();
}
