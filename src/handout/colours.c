/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "colours.h"

#include <math.h>
#include <string.h>

/* ICC.1:2004 (4.2), "monitor" profile by matrix and curve. All numbers are big-endian. */

#define HEADER 128
#define ENTRY 12
#define NAME "sRGB"
#define RIGHTS "No rights reserved."

static void
put_number (GByteArray *out, guint32 number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (out, (const guint8 *) &number, sizeof number);
}

static void
put_word (GByteArray *out, const char *word)
{
  g_byte_array_append (out, (const guint8 *) word, 4);
}

static void
put_zeros (GByteArray *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *) "", 1);
}

/* Sixteen bits before the point and sixteen behind it. */
static void
put_fixed (GByteArray *out, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    put_number (out, (guint32) (gint32) lround (values[i] * 65536));
}

static void
put_header (GByteArray *out)
{
  static const double white[] = { 0.9642, 1, 0.8249 };
  static const guint8 date[] = { 2026 >> 8, 2026 & 0xff, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 };

  put_zeros (out, 8); /* the size, when it is known; no module */
  put_number (out, 0x04200000);
  put_word (out, "mntr");
  put_word (out, "RGB ");
  put_word (out, "XYZ ");
  g_byte_array_append (out, date, sizeof date);
  put_word (out, "acsp");
  put_zeros (out, 28);
  put_fixed (out, white, 3);
  put_zeros (out, HEADER - out->len);
}

static void
put_words (GByteArray *out, const char *words)
{
  put_word (out, "mluc");
  put_zeros (out, 4);
  put_number (out, 1);
  put_number (out, 12);
  put_word (out, "enUS");
  put_number (out, 2 * (guint32) strlen (words));
  put_number (out, 28);
  for (; *words != '\0'; words++)
    {
      put_zeros (out, 1);
      g_byte_array_append (out, (const guint8 *) words, 1);
    }
}

static void
put_values (GByteArray *out, const char *type, const double *values, guint n)
{
  put_word (out, type);
  put_zeros (out, 4);
  put_fixed (out, values, n);
}

/* Of the numbers for red, green and blue to light: a line, then a power. */
static void
put_curve (GByteArray *out)
{
  static const double curve[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

  put_word (out, "para");
  put_zeros (out, 4);
  put_number (out, 3 << 16);
  put_fixed (out, curve, G_N_ELEMENTS (curve));
}

static void
put_part (GByteArray *out, guint part)
{
  static const double adapted[] = { 1.0478112,  0.0228866,  -0.0501270, 0.0295424, 0.9904844,
                                    -0.0170491, -0.0092345, 0.0150436,  0.7521316 };
  static const double colours[][3] = { { 0.9642, 1, 0.8249 },
                                       { 0.4360747, 0.2225045, 0.0139322 },
                                       { 0.3850649, 0.7168786, 0.0971045 },
                                       { 0.1430804, 0.0606169, 0.7141733 } };

  if (part < 2)
    put_words (out, part == 0 ? NAME : RIGHTS);
  else if (part == 2)
    put_values (out, "sf32", adapted, G_N_ELEMENTS (adapted));
  else if (part < 7)
    put_values (out, "XYZ ", colours[part - 3], 3);
  else
    put_curve (out);
  put_zeros (out, (4 - out->len % 4) % 4);
}

static void
set_number (GByteArray *out, guint at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (out->data + at, &number, sizeof number);
}

GByteArray *
pedicle_colours_new (void)
{
  /* The three curves are one. */
  static const char *const names[] = { "desc", "cprt", "chad", "wtpt", "rXYZ",
                                       "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  const guint curve = 7;
  GByteArray *out = g_byte_array_new ();
  guint begin = 0, size = 0;

  put_header (out);
  put_number (out, G_N_ELEMENTS (names));
  put_zeros (out, ENTRY * G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint entry = HEADER + 4 + ENTRY * i;

      if (i <= curve)
        {
          begin = out->len;
          put_part (out, i);
          size = out->len - begin;
        }
      memcpy (out->data + entry, names[i], 4);
      set_number (out, entry + 4, begin);
      set_number (out, entry + 8, size);
    }
  set_number (out, 0, out->len);
  return out;
}
