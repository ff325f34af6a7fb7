/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks find in a translation, and what they leave alone. */
#include <string.h>

#include "check.h"

#define HEADER                                                                                     \
  "msgid \"\"\n"                                                                                   \
  "msgstr \"\"\n"                                                                                  \
  "\"Language: %s\\n\"\n"                                                                          \
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

/* The names of the checks that find something, in order, errors with a mark. */
static char *
findings_of (const char *language, const char *body)
{
  g_autofree char *header = g_strdup_printf (HEADER, language);
  g_autofree char *text = g_strconcat (header, body, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "x.po", NULL, &error);
  g_autoptr (GPtrArray) findings = NULL;
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  findings = pedicle_catalogue_check (catalogue, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const PedicleFinding *finding = findings->pdata[i];

      g_string_append_printf (names, "%s%s%s", names->len > 0 ? " " : "", finding->check,
                              finding->severity == PEDICLE_SEVERITY_ERROR ? "!" : "");
    }
  return g_string_free (names, FALSE);
}

static void
assert_findings (const char *language, const char *body, const char *expected)
{
  g_autofree char *found = findings_of (language, body);

  g_test_message ("%s: %s", language, body);
  g_assert_cmpstr (found, ==, expected);
}

static char *
quote (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);

  return g_strjoinv ("\\\"", parts);
}

static char *
entry (const char *source, const char *target)
{
  g_autofree char *id = quote (source), *str = quote (target);

  return g_strdup_printf ("msgctxt \"a/x\"\nmsgid \"%s\"\nmsgstr \"%s\"\n", id, str);
}

static const struct
{
  const char *language, *source, *target, *expected;
} cases[] = {
  /* numbers, in the digits and marks of the language */
  { "es", "Do not drive for 24 hours.", "No conduzca durante 24 horas.", "" },
  { "es", "Do not drive for 24 hours.", "No conduzca durante 42 horas.", "number!" },
  { "es", "Do not drive for 24 hours.", "No conduzca durante un día entero.", "number!" },
  { "es", "Rest.", "Descanse 2 horas.", "number!" },
  { "es", "It weighs 2.5 kg of 1,000.", "Pesa 2,5 kg de 1.000.", "" },
  { "es", "It weighs 2.5 kg.", "Pesa 2.5 kg.", "decimal-mark" },
  { "es_MX", "It weighs 2.5 kg of 1,000.", "Pesa 2.5 kg de 1,000.", "" },
  { "es_MX", "8 of 1,000 people.", "8 de 1000 personas.", "" },
  { "es_MX", "8 of 1,000 people.", "8 de 1 000 personas.", "number!" },
  { "es_MX", "8 of 1,000 people.", "8 de 1\302\240000 personas.", "" },
  { "es_MX", "8 of 1,000 people.", "8 de 1.000 personas.", "number!" },
  { "fr", "8 of 1,000 people.", "8 personnes sur 1\342\200\257000.", "" },
  { "ar", "Wait 48 hours.", "انتظر ٨٤ ساعة.", "number!" },
  { "ar", "Wait 24 hours, 1.5 of 10,000.", "انتظر ٢٤ ساعة، ١٫٥ من ١٠٬٠٠٠.", "" },
  { "hi", "Wait 12 hours.", "२१ घंटे रुकें।", "number!" },
  { "hi", "Wait 24 hours.", "२४ घंटे रुकें।", "" },
  { "es", "7 of 7 people in 2020.", "7 personas en 2020.", "number!" },
  { "es", "Dial 911, 112 or 999.", "Marque 911, 112 o 999.", "" },
  { "es", "At {time1}, call {phone2}.", "A las {time1}, llame al {phone2}.", "" },
  /* units */
  { "es", "Take 500 mg.", "Tome 500 mg.", "" },
  { "es", "Take 500 mg.", "Tome 500 g.", "unit" },
  { "es", "Fever of 38 °C (100.4 °F).", "Fiebre de 38 °C (100,4 °F).", "" },
  { "es", "Fever of 38 °C (100.4 °F).", "Fiebre de 38 grados (100,4 °F).", "unit" },
  { "ar", "About 5 % of all.", "حوالي ٥٪ من الكل.", "" },
  /* markup and placeholders */
  { "es", "Do <em>not</em> lift.", "<em>No</em> levante.", "" },
  { "es", "Do <em>not</em> lift.", "No levante.", "markup!" },
  { "es", "Do <em>not</em> lift.", "<em>No levante.", "markup!" },
  { "es", "A <term ref=\"vertebra\">vertebra</term>.", "Una <term ref=\"rib\">vértebra</term>.",
    "markup!" },
  { "es", "Call {phone} now.", "Llame ahora al {phone}.", "" },
  { "es", "Call {phone} now.", "Llame ahora.", "placeholder!" },
  { "es", "Call {phone} now.", "Llame al {fono} ahora.", "placeholder! placeholder!" },
  { "es", "Call {phone} now.", "Llame al {phone} ahora: {phone}.", "placeholder!" },
  /* words */
  { "es", "Do not eat.", "No coma.", "" },
  { "es", "Do not eat.", "Debe comer.", "negation" },
  { "fr", "Do not eat.", "N’abusez pas.", "" },
  { "fr", "Don't eat.", "Mangez bien.", "negation" },
  { "ar", "Do not eat.", "لا تأكل.", "" },
  { "es", "Vertebroplasty", "Vertebroplasty", "same" },
  { "es", "No", "No", "" },
  { "es", "Rest today, lie down, and let others do the work in your house.", "Descanse hoy.",
    "length" },
  { "es", "Rest today and tomorrow.",
    "Descanse hoy, mañana y todos los días que siguen hasta la próxima visita en la clínica.",
    "length" },
  { "zh", "Rest today and tomorrow, lie down.", "今明两天请休息，躺下。", "" },
  /* spaces and marks */
  { "es", "Rest today.", "Descanse hoy. ", "space" },
  { "es", "Rest today.", "Descanse  hoy.", "space" },
  { "es", "Rest today.", "Descanse hoy", "punctuation" },
  { "es", "What is it?", "Qué es?", "punctuation" },
  { "es", "What is it?", "¿Qué es?", "" },
  { "hi", "Rest.", "आराम करें।", "" },
  { "es", "Look again by {date}", "Próxima revisión: {date}", "" },
  { "es", "Say: <em>Stop.</em>", "Diga: <em>Alto.</em>", "" },
  /* what cannot be seen */
  { "es", "Rest today.", "Descanse\357\273\277 hoy.", "control!" },
  { "ar", "Rest.", "\342\201\250استرح\342\201\251.", "" },
  { "ar", "Rest.", "\342\201\250استرح.", "bidi!" },
  { "ar", "Rest.", "استرح\342\201\251\342\201\250.", "bidi!" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = entry (cases[i].source, cases[i].target);

      assert_findings (cases[i].language, body, cases[i].expected);
    }
}

/* The catalogue's own phrase says which mark it uses. */
static void
test_own_mark (void)
{
  assert_findings (
      "es",
      "msgctxt \"phrases/decimal-mark\"\nmsgid \".\"\nmsgstr \".\"\n\n"
      "msgctxt \"a/x\"\nmsgid \"Pain was 4.3 of 1,000.\"\nmsgstr \"El dolor fue 4.3 de 1,000.\"\n",
      "");
  assert_findings ("es",
                   "msgctxt \"phrases/decimal-mark\"\nmsgid \".\"\nmsgstr \".\"\n\n"
                   "msgctxt \"a/x\"\nmsgid \"Pain was 4.3.\"\nmsgstr \"El dolor fue 4,3.\"\n",
                   "number!");
}

static void
test_length_limit (void)
{
  assert_findings (
      "es", "#. maxlen:12. On a label.\nmsgctxt \"a/x\"\nmsgid \"Needle\"\nmsgstr \"Aguja\"\n", "");
  assert_findings (
      "es",
      "#. maxlen:12. On a label.\nmsgctxt \"a/x\"\nmsgid \"Needle\"\nmsgstr \"La aguja larga\"\n",
      "too-long");
}

static void
test_silenced (void)
{
  assert_findings ("es",
                   "# qa-ok: number\nmsgctxt \"a/x\"\nmsgid \"24 hours\"\nmsgstr \"un día\"\n", "");
  assert_findings (
      "es",
      "# qa-ok: unit, number it is a day\nmsgctxt \"a/x\"\nmsgid \"24 hours\"\nmsgstr \"un día\"\n",
      "");
  assert_findings ("es",
                   "# qa-ok: numbers\nmsgctxt \"a/x\"\nmsgid \"24 hours\"\nmsgstr \"un día\"\n",
                   "number!");
}

/* What needs work is not checked, only what changed under it; what is empty or obsolete is no
 * finding. */
static void
test_fuzzy (void)
{
  assert_findings (
      "es",
      "#, fuzzy\n#| msgid \"Wait 24 hours.\"\nmsgctxt \"a/x\"\nmsgid \"Wait 48 hours.\"\n"
      "msgstr \"Espere 24 horas.\"\n",
      "fuzzy-number");
  assert_findings (
      "es",
      "#, fuzzy\n#| msgid \"Wait for 24 hours.\"\nmsgctxt \"a/x\"\nmsgid \"Wait 24 hours.\"\n"
      "msgstr \"Espere 42 horas.\"\n",
      "");
  assert_findings ("es", "msgctxt \"a/x\"\nmsgid \"Wait 48 hours.\"\nmsgstr \"\"\n", "");
  assert_findings ("es", "#~ msgid \"Wait 48 hours.\"\n#~ msgstr \"Espere.\"\n", "");
}

/* A file from elsewhere may hold anything: neither time nor memory may grow by its square, and a line
 * stays one that can be shown. */
static void
test_hostile (void)
{
  const gsize n = 300000;
  g_autofree char *braces = g_strnfill (n, '{'), *digits = g_strnfill (n, '1');
  g_autofree char *closed = g_strconcat (braces, "}", NULL);
  const char *const targets[] = { braces, closed, digits };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *body = entry ("Rest.", targets[i]), *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PedicleCatalogue) catalogue = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gint64 begin = g_get_monotonic_time ();

      text = g_strdup_printf (HEADER "%s", "es", body);
      bytes = g_bytes_new (text, strlen (text));
      catalogue = pedicle_catalogue_parse (bytes, "x.po", NULL, NULL);
      findings = pedicle_catalogue_check (catalogue, NULL);
      g_assert_cmpuint (findings->len, >, 0);
      for (guint k = 0; k < findings->len; k++)
        {
          const PedicleFinding *finding = findings->pdata[k];

          g_assert_cmpint (g_utf8_strlen (finding->message, -1), <=, 500);
        }
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_format (void)
{
  const char *text = "msgid \"\"\nmsgstr \"Language: es\\n\"\n\nmsgctxt \"a/x\"\nmsgid \"24 "
                     "hours\"\nmsgstr \"42 horas\"\n";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "es.po", NULL, NULL);
  g_autoptr (GPtrArray) findings = pedicle_catalogue_check (catalogue, NULL);
  g_autofree char *line = NULL;

  g_assert_cmpuint (findings->len, ==, 1);
  line = pedicle_finding_format (findings->pdata[0]);
  g_assert_cmpstr (line, ==, "es.po:5: error: [number] the English has 24, the translation has 42");
  g_assert_cmpstr (((PedicleFinding *) findings->pdata[0])->context, ==, "a/x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/cases", test_cases);
  g_test_add_func ("/check/own-mark", test_own_mark);
  g_test_add_func ("/check/length-limit", test_length_limit);
  g_test_add_func ("/check/silenced", test_silenced);
  g_test_add_func ("/check/fuzzy", test_fuzzy);
  g_test_add_func ("/check/hostile", test_hostile);
  g_test_add_func ("/check/format", test_format);
  return g_test_run ();
}
