/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing.h"
#include "picture.h"

#include <math.h>
#include <string.h>

#define SPACES " \t\r\n"
#define MAX_ID 64
#define MAX_SKEW 80.0 /* degrees: beyond, a skew enlarges without bound */

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* The length of the number that @start begins with, 0 without one. strtod alone would take "inf"
 * and "0x1p9" too. */
static gsize
number_length (const char *start)
{
  const char *whole = start + (*start == '+' || *start == '-');
  const char *c = skip_digits (whole);
  gsize n_digits = (gsize)(c - whole);

  if (*c == '.')
    {
      const char *part = c + 1;

      c = skip_digits (part);
      n_digits += (gsize)(c - part);
    }
  if (n_digits == 0)
    return 0;
  if (*c == 'e' || *c == 'E')
    {
      const char *power = c + 1 + (c[1] == '+' || c[1] == '-');
      const char *end = skip_digits (power);

      if (end > power)
        c = end;
    }
  return (gsize)(c - start);
}

/* The number that @start begins with. Whole numbers of up to 15 digits and these powers of ten are
 * exact, so one division rounds as strtod does; it is what takes the time in a picture. */
static double
read_number (const char *start, gsize length)
{
  static const double powers[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *point = NULL;
  double whole = 0, value;
  guint n_digits = 0;

  for (const char *c = start; c < start + length; c++)
    if (g_ascii_isdigit (*c))
      {
        whole = whole * 10 + (*c - '0');
        n_digits++;
      }
    else if (*c == '.')
      point = c;
    else if (c != start) /* a power */
      return g_ascii_strtod (start, NULL);
  if (n_digits >= G_N_ELEMENTS (powers))
    return g_ascii_strtod (start, NULL);
  value = point != NULL ? whole / powers[start + length - point - 1] : whole;
  return *start == '-' ? -value : value;
}

/* Takes the number at *@at and moves behind it. Returns what is wrong with it, or %NULL. */
static const char *
take_number (const char **at, PedicleDrawingNumbers *numbers)
{
  gsize length = number_length (*at);
  double value;

  if (length == 0)
    return "holds something that is no number";
  value = read_number (*at, length);
  *at += length;
  if (!isfinite (value) || fabs (value) > PEDICLE_PICTURE_MAX_NUMBER)
    return "holds a number beyond 10000: draw in smaller units";
  if (numbers->n < G_N_ELEMENTS (numbers->first))
    numbers->first[numbers->n] = value;
  numbers->n++;
  numbers->sum += fabs (value);
  if (value > 0 && (numbers->smallest == 0 || value < numbers->smallest))
    numbers->smallest = value;
  return NULL;
}

static const char *
skip (const char *at)
{
  while (*at == ' ' || *at == ',' || *at == '\t' || *at == '\r' || *at == '\n')
    at++;
  return at;
}

static const char *
check_numbers (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong = NULL;

  for (const char *at = skip (value); wrong == NULL && *at != '\0'; at = skip (at))
    wrong = take_number (&at, numbers);
  return wrong == NULL && numbers->n == 0 ? "holds no number" : wrong;
}

/* One number and, behind it, nothing or one of @units (separated by "|"). */
static const char *
check_number (const char *value, const char *units, PedicleDrawingNumbers *numbers)
{
  g_auto (GStrv) allowed = g_strsplit (units, "|", -1);
  const char *at = value;
  const char *wrong = take_number (&at, numbers);

  if (wrong != NULL || *at == '\0')
    return wrong;
  return g_strv_contains ((const char *const *)allowed, at) ? NULL : "is no plain number";
}

static const char *
check_size (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong = check_number (value, "px|pt|mm", numbers);

  return wrong == NULL && numbers->first[0] <= 0 ? "is not above 0" : wrong;
}

static const char *
check_fraction (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong = check_number (value, "%", numbers);
  double most = g_str_has_suffix (value, "%") ? 100 : 1;

  if (wrong == NULL && (numbers->first[0] < 0 || numbers->first[0] > most))
    return "is not between 0 and 1";
  return wrong;
}

static const char *
check_dashes (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong;

  if (strcmp (value, "none") == 0)
    return NULL;
  wrong = check_numbers (value, numbers);
  return wrong == NULL && strchr (value, '-') != NULL ? "holds a number below 0" : wrong;
}

static const char *
check_view_box (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong = check_numbers (value, numbers);

  if (wrong == NULL && numbers->n != 4)
    return "needs four numbers: left, top, width, height";
  if (wrong == NULL && (numbers->first[2] <= 0 || numbers->first[3] <= 0))
    return "needs a width and a height above 0";
  return wrong;
}

static const char *
check_path (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *at = value + strspn (value, SPACES);
  const char *wrong = NULL;

  if (*at != 'M' && *at != 'm')
    return "does not begin with M, the point where the path starts";
  for (; wrong == NULL && *at != '\0'; at = skip (at))
    if (strchr ("MmZzLlHhVvCcSsQqTtAa", *at) != NULL)
      at++;
    else
      wrong = take_number (&at, numbers);
  return wrong;
}

static const struct
{
  const char *name;
  guint least, most; /* numbers in its brackets */
} transforms[] = {
  { "matrix", 6, 6 }, { "translate", 1, 2 }, { "scale", 1, 2 },
  { "rotate", 1, 3 }, { "skewX", 1, 1 },     { "skewY", 1, 1 },
};

/* By how much the longest line grows at most. */
static double
find_growth (const char *name, const PedicleDrawingNumbers *numbers)
{
  const double *n = numbers->first;

  if (strcmp (name, "scale") == 0)
    return MAX (fabs (n[0]), numbers->n > 1 ? fabs (n[1]) : 0);
  if (strcmp (name, "matrix") == 0)
    return fabs (n[0]) + fabs (n[1]) + fabs (n[2]) + fabs (n[3]);
  if (g_str_has_prefix (name, "skew"))
    return 1 + fabs (tan (n[0] * G_PI / 180));
  return 1;
}

static const char *
check_one_transform (const char **at, PedicleDrawingNumbers *numbers)
{
  gsize length = strcspn (*at, "(" SPACES);
  const char *open = *at + length + strspn (*at + length, SPACES);
  const char *close = *open == '(' ? strchr (open, ')') : NULL;
  PedicleDrawingNumbers inner = { 0 };
  g_autofree char *list = NULL;
  const char *wrong;
  guint i = 0;

  while (i < G_N_ELEMENTS (transforms) &&
         (strlen (transforms[i].name) != length || strncmp (transforms[i].name, *at, length) != 0))
    i++;
  if (i == G_N_ELEMENTS (transforms) || close == NULL)
    return "is no list of matrix, translate, scale, rotate, skewX, skewY";
  list = g_strndup (open + 1, (gsize)(close - open - 1));
  wrong = check_numbers (list, &inner);
  if (wrong != NULL)
    return wrong;
  if (inner.n < transforms[i].least || inner.n > transforms[i].most)
    return "has too few or too many numbers in its brackets";
  if (g_str_has_prefix (transforms[i].name, "skew") && fabs (inner.first[0]) > MAX_SKEW)
    return "skews by more than 80 degrees";
  numbers->enlarges *= find_growth (transforms[i].name, &inner);
  *at = close + 1;
  return NULL;
}

static const char *
check_transform (const char *value, PedicleDrawingNumbers *numbers)
{
  const char *wrong = NULL;

  for (const char *at = skip (value); wrong == NULL && *at != '\0'; at = skip (at))
    wrong = check_one_transform (&at, numbers);
  return wrong;
}

static gboolean
is_colour (const char *value)
{
  gsize length = strlen (value);

  if (value[0] == '#')
    return (length == 4 || length == 7) &&
           strspn (value + 1, "0123456789abcdefABCDEF") == length - 1;
  return length > 0 && length <= 20 && strspn (value, "abcdefghijklmnopqrstuvwxyz") == length &&
         strcmp (value, "inherit") != 0 && strcmp (value, "url") != 0;
}

static gboolean
is_id (const char *value)
{
  gsize length = strlen (value);

  return length > 0 && length <= MAX_ID && (g_ascii_isalpha (value[0]) || value[0] == '_') &&
         strspn (value, G_CSET_a_2_z G_CSET_A_2_Z "0123456789._-") == length;
}

char *
pedicle_drawing_reference (const char *value)
{
  gsize length = strlen (value);
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (value, "url(#") || value[length - 1] != ')')
    return NULL;
  id = g_strndup (value + 5, length - 6);
  return is_id (id) ? g_steal_pointer (&id) : NULL;
}

static gboolean
is_paint (const char *value)
{
  g_autofree char *id = pedicle_drawing_reference (value);

  return id != NULL || is_colour (value);
}

static gboolean
is_word (const char *value, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *)list, value);
}

static const char *
check_kind (PedicleDrawingKind kind, const char *value, PedicleDrawingNumbers *numbers)
{
  switch (kind)
    {
    case PEDICLE_DRAWING_NUMBER:
      return check_number (value, "%|px", numbers);
    case PEDICLE_DRAWING_SIZE:
      return check_size (value, numbers);
    case PEDICLE_DRAWING_NUMBERS:
      return check_numbers (value, numbers);
    case PEDICLE_DRAWING_DASHES:
      return check_dashes (value, numbers);
    case PEDICLE_DRAWING_FRACTION:
      return check_fraction (value, numbers);
    case PEDICLE_DRAWING_PATH:
      return check_path (value, numbers);
    case PEDICLE_DRAWING_VIEW_BOX:
      return check_view_box (value, numbers);
    case PEDICLE_DRAWING_TRANSFORM:
      return check_transform (value, numbers);
    case PEDICLE_DRAWING_COLOUR:
      return is_colour (value) ? NULL : "is no colour: write it as #rrggbb";
    case PEDICLE_DRAWING_PAINT:
      return is_paint (value) ? NULL : "is no paint: write none, a colour as #rrggbb, or url(#id)";
    case PEDICLE_DRAWING_ID:
      return is_id (value) ? NULL : "is no id: write letters, digits, \".\", \"_\" and \"-\"";
    case PEDICLE_DRAWING_WORD:
      break;
    }
  return NULL;
}

char *
pedicle_drawing_check (PedicleDrawingKind kind,
                       const char *value,
                       const char *words,
                       PedicleDrawingNumbers *numbers)
{
  *numbers = (PedicleDrawingNumbers){ .enlarges = 1 };
  if (kind == PEDICLE_DRAWING_WORD)
    return is_word (value, words) ? NULL : g_strdup_printf ("is none of: %s", words);
  return g_strdup (check_kind (kind, value, numbers));
}
