/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include <string.h>

#include "translations.h"

/* Marks follow the use of the language's largest country; a catalogue's own phrase for the mark
 * goes before. */
static const PedicleLanguage LANGUAGES[] = {
  { "am", "አማርኛ", FALSE, '.', ',', NULL },
  { "ar", "العربية", TRUE, ',', '.', "لا|لم|لن|ليس|ليست|ليسوا|عدم|بدون|دون|غير|تجنب|ولا" },
  { "bn", "বাংলা", FALSE, '.', ',', "না|নয়|নেই|নি" },
  { "bg", "Български", FALSE, ',', ' ', "не|няма|без|никога|нито" },
  { "ckb", "کوردی", TRUE, ',', '.', NULL },
  { "cs", "Čeština", FALSE, ',', ' ', NULL },
  { "da", "Dansk", FALSE, ',', '.', "ikke|ingen|intet|aldrig|uden" },
  { "de", "Deutsch", FALSE, ',', '.',
    "nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|nichts|noch" },
  { "el", "Ελληνικά", FALSE, ',', '.', "δεν|μην|μη|χωρίς|ποτέ|όχι" },
  { "en", "English", FALSE, '.', ',',
    "not|no|never|without|nor|cannot|none|nothing|neither|don't|can't|won't|isn't|aren't|doesn't|"
    "didn't|shouldn't|mustn't" },
  { "es", "Español", FALSE, ',', '.',
    "no|nunca|sin|ni|nada|nadie|ningún|ninguna|ninguno|tampoco|evite|jamás" },
  { "es_419", "Español (Latinoamérica)", FALSE, '.', ',',
    "no|nunca|sin|ni|nada|nadie|ningún|ninguna|ninguno|tampoco|evite|jamás" },
  { "es_MX", "Español (México)", FALSE, '.', ',',
    "no|nunca|sin|ni|nada|nadie|ningún|ninguna|ninguno|tampoco|evite|jamás" },
  { "es_US", "Español (Estados Unidos)", FALSE, '.', ',',
    "no|nunca|sin|ni|nada|nadie|ningún|ninguna|ninguno|tampoco|evite|jamás" },
  { "fa", "فارسی", TRUE, ',', '.', NULL },
  { "fi", "Suomi", FALSE, ',', ' ', NULL },
  { "fr", "Français", FALSE, ',', ' ', "ne|n|pas|sans|jamais|aucun|aucune|ni|évitez|rien|non" },
  { "gu", "ગુજરાતી", FALSE, '.', ',', NULL },
  { "he", "עברית", TRUE, '.', ',', "לא|אין|אל|בלי|ללא|אינו|אינה|מעולם" },
  { "hi", "हिन्दी", FALSE, '.', ',', "नहीं|न|मत|बिना|ना" },
  { "hr", "Hrvatski", FALSE, ',', '.', "ne|nije|bez|nikada|nema|nemojte" },
  { "ht", "Kreyòl ayisyen", FALSE, '.', ',', "pa|san|okenn|janm|ni" },
  { "hu", "Magyar", FALSE, ',', ' ', "nem|ne|nincs|nélkül|soha|sem" },
  { "hy", "Հայերեն", FALSE, ',', ' ', NULL },
  { "it", "Italiano", FALSE, ',', '.', "non|no|mai|senza|né|nessun|nessuno|nessuna|niente|eviti" },
  { "ja", "日本語", FALSE, '.', ',', NULL },
  { "km", "ខ្មែរ", FALSE, ',', '.', NULL },
  { "ko", "한국어", FALSE, '.', ',', NULL },
  { "lo", "ລາວ", FALSE, ',', '.', NULL },
  { "my", "မြန်မာ", FALSE, '.', ',', NULL },
  { "ne", "नेपाली", FALSE, '.', ',', NULL },
  { "nl", "Nederlands", FALSE, ',', '.', "niet|geen|nooit|zonder|niets|noch" },
  { "no", "Norsk", FALSE, ',', ' ', "ikke|ingen|intet|aldri|uten" },
  { "pa", "ਪੰਜਾਬੀ", FALSE, '.', ',', NULL },
  { "pl", "Polski", FALSE, ',', ' ', "nie|bez|nigdy|ani|żaden|żadna|nic|brak" },
  { "ps", "پښتو", TRUE, ',', '.', NULL },
  { "pt", "Português", FALSE, ',', '.', "não|nunca|sem|nem|nenhum|nenhuma|nada|evite" },
  { "pt_BR", "Português (Brasil)", FALSE, ',', '.', "não|nunca|sem|nem|nenhum|nenhuma|nada|evite" },
  { "ro", "Română", FALSE, ',', '.', "nu|fără|niciodată|nici|niciun|nicio|nimic" },
  { "ru", "Русский", FALSE, ',', ' ', "не|нет|без|ни|никогда|нельзя|ничего" },
  { "so", "Soomaali", FALSE, '.', ',', NULL },
  { "sr", "Српски", FALSE, ',', '.', NULL },
  { "sv", "Svenska", FALSE, ',', ' ', "inte|ingen|inget|inga|aldrig|utan|ej" },
  { "sw", "Kiswahili", FALSE, '.', ',', NULL },
  { "ta", "தமிழ்", FALSE, '.', ',', NULL },
  { "te", "తెలుగు", FALSE, '.', ',', NULL },
  { "th", "ไทย", FALSE, '.', ',', NULL },
  { "tl", "Tagalog", FALSE, '.', ',', "hindi|huwag|wala|walang|di" },
  { "tr", "Türkçe", FALSE, ',', '.', NULL },
  { "uk", "Українська", FALSE, ',', ' ', "не|немає|без|ні|ніколи|нічого" },
  { "ur", "اردو", TRUE, '.', ',', "نہیں|نہ|مت|بغیر" },
  { "vi", "Tiếng Việt", FALSE, ',', '.', "không|đừng|chưa|chẳng" },
  { "yi", "ייִדיש", TRUE, '.', ',', NULL },
  { "zh", "中文", FALSE, '.', ',', NULL },
  { "zh_CN", "简体中文", FALSE, '.', ',', NULL },
  { "zh_TW", "繁體中文", FALSE, '.', ',', NULL },
};

static const PedicleLanguage UNKNOWN = { "", NULL, FALSE, '.', ',', NULL };

static const PedicleLanguage *
find_exact (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (strcmp (LANGUAGES[i].tag, tag) == 0)
      return &LANGUAGES[i];
  return NULL;
}

char *
pedicle_language_base (const char *tag)
{
  return g_strndup (tag, strcspn (tag, "_-@"));
}

const PedicleLanguage *
pedicle_language_find (const char *tag)
{
  g_autofree char *base = pedicle_language_base (tag);
  const PedicleLanguage *language = find_exact (tag);

  if (language == NULL)
    language = find_exact (base);
  return language != NULL ? language : &UNKNOWN;
}

gboolean
pedicle_language_is_tag (const char *tag)
{
  gsize letters = 0;

  while (g_ascii_isalpha (tag[letters]))
    letters++;
  if (letters < 2 || letters > 3)
    return FALSE;

  for (const char *p = tag + letters; *p != '\0';)
    {
      if (strchr ("_-@", *p) == NULL || !g_ascii_isalnum (p[1]))
        return FALSE;
      for (p++; g_ascii_isalnum (*p); p++)
        ;
    }
  return TRUE;
}

gboolean
pedicle_language_is_rtl (const char *tag)
{
  static const struct
  {
    const char *script;
    gboolean rtl;
  } scripts[] = {
    { "Arab", TRUE },  { "Hebr", TRUE },   { "Nkoo", TRUE },
    { "Syrc", TRUE },  { "Thaa", TRUE },   { "Latn", FALSE },
    { "Cyrl", FALSE }, { "latin", FALSE }, { "cyrillic", FALSE },
  };
  static const char *const others[] = { "arc", "dv", "iw", "ks", "sd", "syr", "ug", NULL };
  g_auto (GStrv) parts = g_strsplit_set (tag, "_-@", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (scripts); k++)
      if (strcmp (parts[i], scripts[k].script) == 0)
        return scripts[k].rtl;
  if (parts[0] == NULL)
    return FALSE;
  return pedicle_language_find (parts[0])->rtl || g_strv_contains (others, parts[0]);
}

gboolean
pedicle_language_says_no (const PedicleLanguage *language, const char *word)
{
  const char *p = language->negations;
  gsize length = strlen (word);

  while (p != NULL && length > 0 && (p = strstr (p, word)) != NULL)
    {
      if ((p == language->negations || p[-1] == '|') && (p[length] == '\0' || p[length] == '|'))
        return TRUE;
      p += length;
    }
  return FALSE;
}

const char *
pedicle_language_name (const char *tag)
{
  const PedicleLanguage *language = pedicle_language_find (tag);
  const char *rest = tag + strcspn (tag, "_-@");

  if (language->name == NULL)
    return g_intern_string (tag);
  if (*rest == '\0' || g_str_equal (language->tag, tag))
    return language->name;
  g_autofree char *both = g_strdup_printf ("%s (%s)", language->name, rest + 1);
  return g_intern_string (both);
}
