/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset.h"

#include <string.h>
#include <hb.h>
#include <pango/pangocairo.h>

#include "fonts.h"
#include "joins.h"
#include "late.h"
#include "units.h"

#define OBJECT 0xfffc
#define UTF8_OBJECT "\357\277\274"
#define UNDERSCORES "__________"
#define NEW_LINE "\342\200\250" /* U+2028 */
#define LINE_END " " NEW_LINE    /* as long as the mark between two parts */
/* What a hand needs: a line of 8 mm, less what hangs below the baseline. */
#define BLANK_ASCENT 18.5
#define BLANK_ASCENT_ALONE 20
#define BLANK_LEAST 100
#define BLANK_APART 6  /* a space and a little more */
#define BLANK_BEHIND 7 /* besides a space: no stop tells where the next words begin */
/* The fonts leave more room between lines than these short lines need: 1.29 of the size instead
 * of 1.36. */
#define LEADING 0.95
#define MAX_PICTURES 64
#define MAX_KEPT 1000

struct _PedicleTypeset
{
  PangoContext *contexts[2]; /* by PedicleFonts; %NULL before it is needed */
  GHashTable *pictures; /* GBytes -> RsvgHandle */
  GHashTable *kept;     /* GBytes -> PedicleLines, of lasting words */
  GArray *lacks;        /* PedicleLack */
};

void
pedicle_typeset_free (PedicleTypeset *typeset)
{
  g_hash_table_unref (typeset->pictures);
  g_hash_table_unref (typeset->kept);
  g_array_unref (typeset->lacks);
  for (guint i = 0; i < G_N_ELEMENTS (typeset->contexts); i++)
    g_clear_object (&typeset->contexts[i]);
  g_free (typeset);
}

static GPrivate own = G_PRIVATE_INIT ((GDestroyNotify) pedicle_typeset_free);

static PangoContext *
context_new (PedicleFonts fonts)
{
  g_autoptr (PangoFontMap) map = pedicle_fonts_new_map (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static PangoContext *
get_context (PedicleTypeset *typeset, PedicleFonts fonts, PangoLanguage *language, bool rtl)
{
  if (typeset->contexts[fonts] == NULL)
    typeset->contexts[fonts] = context_new (fonts);
  pango_context_set_language (typeset->contexts[fonts], language);
  pango_context_set_base_dir (typeset->contexts[fonts],
                              rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return typeset->contexts[fonts];
}

static PedicleTypeset *
typeset_new (void)
{
  PedicleTypeset *typeset = g_new0 (PedicleTypeset, 1);

  typeset->pictures = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                             (GDestroyNotify) g_bytes_unref, g_object_unref);
  typeset->kept =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                             (GDestroyNotify) pedicle_lines_free);
  typeset->lacks = g_array_new (FALSE, FALSE, sizeof (PedicleLack));
  return typeset;
}

PedicleTypeset *
pedicle_typeset_get (void)
{
  PedicleTypeset *typeset = g_private_get (&own);

  if (typeset == NULL)
    {
      typeset = typeset_new ();
      g_private_set (&own, typeset);
    }
  return typeset;
}

void
pedicle_typeset_take (PedicleTypeset *typeset)
{
  g_private_set (&own, typeset);
}

void
pedicle_typeset_reset (PedicleTypeset *typeset)
{
  g_array_set_size (typeset->lacks, 0);
}

const GArray *
pedicle_typeset_get_lacks (const PedicleTypeset *typeset)
{
  return typeset->lacks;
}

RsvgHandle *
pedicle_typeset_get_picture (PedicleTypeset *typeset,
                             GBytes *svg,
                             const char *style,
                             GError **error)
{
  RsvgHandle *handle = style == NULL ? g_hash_table_lookup (typeset->pictures, svg) : NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (svg, &size);
  const PedicleRsvg *rsvg = handle == NULL ? pedicle_late_rsvg (error) : NULL;

  if (handle != NULL)
    return g_object_ref (handle);
  handle = rsvg != NULL ? rsvg->handle_new_from_data (data, size, error) : NULL;
  if (handle == NULL)
    return NULL;
  if (style != NULL)
    {
      if (!rsvg->handle_set_stylesheet (handle, (const guint8 *) style, strlen (style), error))
        g_clear_object (&handle);
      return handle;
    }
  if (g_hash_table_size (typeset->pictures) >= MAX_PICTURES)
    g_hash_table_remove_all (typeset->pictures);
  g_hash_table_insert (typeset->pictures, g_bytes_ref (svg), g_object_ref (handle));
  return handle;
}

void
pedicle_glyphs_free (PedicleGlyphs *glyphs)
{
  cairo_scaled_font_destroy (glyphs->font);
  g_free (glyphs->text);
  g_free (glyphs->glyphs);
  g_free (glyphs->clusters);
  g_free (glyphs);
}

void
pedicle_lines_free (PedicleLines *lines)
{
  for (guint i = 0; i < lines->n; i++)
    {
      g_ptr_array_unref (lines->lines[i].runs);
      g_array_unref (lines->lines[i].ruled);
      g_free (lines->lines[i].words);
    }
  g_free (lines->lines);
  g_free (lines->heights);
  g_free (lines);
}

static PedicleLines *
lines_copy (const PedicleLines *lines)
{
  PedicleLines *copy = g_memdup2 (lines, sizeof *lines);

  copy->lines = g_memdup2 (lines->lines, sizeof *lines->lines * lines->n);
  copy->heights = g_memdup2 (lines->heights, sizeof *lines->heights * lines->n);
  for (guint i = 0; i < copy->n; i++)
    {
      g_ptr_array_ref (copy->lines[i].runs);
      g_array_ref (copy->lines[i].ruled);
      copy->lines[i].words = g_strdup (lines->lines[i].words);
    }
  return copy;
}

/* Scripts in which slanted letters are at home; in others emphasis is weight. */
static bool
has_italics (PangoLanguage *language)
{
  return pango_language_includes_script (language, PANGO_SCRIPT_LATIN) ||
         pango_language_includes_script (language, PANGO_SCRIPT_GREEK) ||
         pango_language_includes_script (language, PANGO_SCRIPT_CYRILLIC);
}

static double
blank_width (const PedicleBlank *blank, bool alone, double width)
{
  static const double widths[] = {
    [PEDICLE_FIELD_TEXT] = 125,   [PEDICLE_FIELD_DATE] = 110,  [PEDICLE_FIELD_DATE_TIME] = 140,
    [PEDICLE_FIELD_TIME] = 60,    [PEDICLE_FIELD_PHONE] = 120, [PEDICLE_FIELD_CHOICE] = 150,
    [PEDICLE_FIELD_PHRASE] = 180, [PEDICLE_FIELD_SITES] = 80,  [PEDICLE_FIELD_NUMBER] = 60,
  };
  double fitting = alone ? fmax (widths[blank->type], 240) : widths[blank->type];

  return width > 0 ? fmin (fitting, width) : fitting;
}

static void
add (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_span (PangoAttrList *list, const PedicleSpan *span, bool italics)
{
  if ((span->style & PEDICLE_STYLE_STRONG) != 0 ||
      ((span->style & PEDICLE_STYLE_EM) != 0 && !italics))
    add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span->start, span->end);
  if ((span->style & PEDICLE_STYLE_EM) != 0 && italics)
    add (list, pango_attr_style_new (PANGO_STYLE_ITALIC), span->start, span->end);
  if ((span->style & PEDICLE_SPAN_QUIET) != 0)
    add (list, pango_attr_foreground_new (0x4545, 0x4c4c, 0x5454), span->start, span->end);
}

static void
add_blank (PangoAttrList *list,
           const PedicleRich *rich,
           const PedicleBlank *blank,
           double width,
           double room)
{
  bool alone = pedicle_rich_is_blank (rich);
  double ascent = alone ? BLANK_ASCENT_ALONE : BLANK_ASCENT;
  PangoRectangle box = {
    .y = -pedicle_units_to_pango (ascent),
    .width = pedicle_units_to_pango (blank_width (blank, alone, width) + room),
    .height = pedicle_units_to_pango (ascent + 3),
  };

  guint end = blank->at + (guint) strlen (UTF8_OBJECT);

  add (list, pango_attr_shape_new (&box, &box), blank->at, end);
  if (rich->text->str[end] == ' ')
    add (list, pango_attr_letter_spacing_new (pedicle_units_to_pango (BLANK_BEHIND)), end, end + 1);
}

/* The blank for words that ends a paragraph: it may take the rest of its line. */
static const PedicleBlank *
last_blank (const PedicleRich *rich)
{
  const PedicleBlank *blank =
      pedicle_rich_ends_blank (rich)
          ? &g_array_index (rich->blanks, PedicleBlank, rich->blanks->len - 1)
          : NULL;
  bool words = blank != NULL &&
               (blank->type == PEDICLE_FIELD_TEXT || blank->type == PEDICLE_FIELD_CHOICE ||
                blank->type == PEDICLE_FIELD_PHRASE);

  return words ? blank : NULL;
}

/* @joins: (nullable) (element-type PedicleJoin); @room: by how much the last blank is wider than it
 * must be. */
static PangoAttrList *
attributes_new (const PedicleRich *rich,
                const GArray *joins,
                PangoLanguage *language,
                double width,
                double room)
{
  PangoAttrList *list = pango_attr_list_new ();
  bool italics = has_italics (language);

  /* A ligature is one glyph for two letters, which readers of PDF files take apart in different
   * ways. */
  if (italics)
    add (list, pango_attr_font_features_new ("liga=0,clig=0"), 0, G_MAXUINT);
  for (guint i = 0; i < rich->spans->len; i++)
    add_span (list, &g_array_index (rich->spans, PedicleSpan, i), italics);
  for (guint i = 0; i < rich->blanks->len; i++)
    {
      const PedicleBlank *blank = &g_array_index (rich->blanks, PedicleBlank, i);

      add_blank (list, rich, blank, width, blank == last_blank (rich) ? room : 0);
    }
  for (guint i = 0; joins != NULL && i < joins->len; i++)
    {
      const PedicleJoin *join = &g_array_index (joins, PedicleJoin, i);

      add (list, pango_attr_allow_breaks_new (FALSE), join->start, join->end);
    }
  return list;
}

static double
line_width (PangoLayout *layout, int index)
{
  PangoRectangle line;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, index), NULL, &line);
  return pedicle_units_from_pango (line.width);
}

/* What a hand writes needs room: a blank at the end of a paragraph goes on to the end of its line.
 * One that would stand below its words stands behind them where that leaves it enough. */
static void
stretch_blank (PangoLayout *layout,
               const PedicleRich *rich,
               const GArray *joins,
               PangoLanguage *language,
               double width)
{
  const PedicleBlank *blank = last_blank (rich);
  int last = pango_layout_get_line_count (layout) - 1;
  double least, room;

  if (blank == NULL)
    return;
  least = blank_width (blank, pedicle_rich_is_blank (rich), width);
  room = width - line_width (layout, last) - 1;
  if (last > 0 && line_width (layout, last - 1) + BLANK_LEAST <= width &&
      pango_layout_get_line_readonly (layout, last)->start_index == (int) blank->at)
    room = width - line_width (layout, last - 1) - least - BLANK_APART;
  if (room > 0 || least + room >= BLANK_LEAST - BLANK_APART)
    {
      g_autoptr (PangoAttrList) attributes = attributes_new (rich, joins, language, width, room);

      pango_layout_set_attributes (layout, attributes);
    }
}

static double
width_between (PangoLayoutLine *line, int start, int end)
{
  g_autofree int *ranges = NULL;
  int n, width = 0;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    width += ranges[2 * i + 1] - ranges[2 * i];
  return pedicle_units_from_pango (width);
}

/* A #PedicleJoinsMeasure of words that are not wrapped yet. */
static double
measure_words (guint start, guint end, gpointer layout)
{
  int line;

  pango_layout_index_to_line_x (layout, (int) start, FALSE, &line, NULL);
  return width_between (pango_layout_get_line_readonly (layout, line), (int) start, (int) end);
}

/* Wraps the words of @layout, which stand on one line. */
static void
wrap (PangoLayout *layout,
      const PedicleRich *rich,
      PangoLanguage *language,
      double size,
      double width)
{
  g_autoptr (GArray) joins = pedicle_joins_find (rich, size, width, measure_words, layout);
  g_autoptr (PangoAttrList) attributes = attributes_new (rich, joins, language, width, 0);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, pedicle_units_to_pango (width));
  stretch_blank (layout, rich, joins, language, width);
}

static PangoLayout *
layout_new (PedicleTypeset *typeset,
            PedicleFonts fonts,
            const PedicleRich *rich,
            const PedicleFace *face,
            const char *language,
            bool rtl,
            double width)
{
  PangoLanguage *tag = pango_language_from_string (language);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = attributes_new (rich, NULL, tag, width, 0);
  PangoLayout *layout;

  pango_font_description_set_family_static (font, pedicle_fonts_families (tag));
  pango_font_description_set_absolute_size (font, face->points * PANGO_SCALE);
  pango_font_description_set_weight (font, face->strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  layout = pango_layout_new (get_context (typeset, fonts, tag, rtl));
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, rich->text->str, (int) rich->text->len);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    wrap (layout, rich, tag, face->points, width);
  return layout;
}

static guint32
run_colour (const PangoItem *item, guint32 colour)
{
  for (GSList *at = item->analysis.extra_attrs; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          PangoColor *found = &((PangoAttrColor *) attribute)->color;

          colour = (guint32) (found->red >> 8) << 16 | (guint32) (found->green >> 8) << 8 |
                   found->blue >> 8;
        }
    }
  return colour;
}

static bool
is_blank (const PangoItem *item, const char *text)
{
  return g_utf8_get_char (text + item->offset) == OBJECT;
}

/* Pango empties the space at the end of a wrapped line; text that is copied from the page needs it.
 */
static PangoGlyph
glyph_of (const PangoItem *item, PangoGlyph glyph, const char *text, int bytes)
{
  hb_codepoint_t space = 0;

  if (glyph == PANGO_GLYPH_EMPTY && bytes == 1 && *text == ' ' &&
      hb_font_get_nominal_glyph (pango_font_get_hb_font (item->analysis.font), ' ', &space))
    return space;
  return glyph;
}

/** Words and how they are to look. */
typedef struct
{
  PedicleTypeset *typeset;
  const PedicleRich *rich;
  const char *text; /* of @rich, as it was broken into lines */
  const PedicleFace *face;
  bool italics;
} Setting;

/** What becomes of one run, cluster by cluster in the order of reading. */
typedef struct
{
  const Setting *setting;
  PedicleGlyphs *out;
  double *places; /* x of each glyph of the run */
  GString *text;
} Emitter;

static void
emit_cluster (Emitter *e, const PangoGlyphItem *run, const PangoGlyphItemIter *at, const char *text)
{
  bool backward = (run->item->analysis.level & 1) != 0;
  int first = backward ? at->end_glyph + 1 : at->start_glyph;
  int last = backward ? at->start_glyph : at->end_glyph - 1;
  int bytes = at->end_index - at->start_index;
  int n = 0;

  for (int i = first; i <= last; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      PangoGlyph glyph = glyph_of (run->item, info->glyph, text + at->start_index, bytes);

      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        pedicle_letters_note (e->setting->typeset->lacks, PEDICLE_LACK_LETTER,
                              glyph & ~PANGO_GLYPH_UNKNOWN_FLAG, !e->setting->rich->lasting);
      if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
        continue;
      e->out->glyphs[e->out->n_glyphs++] = (cairo_glyph_t){
        .index = glyph,
        .x = e->places[i] + pedicle_units_from_pango (info->geometry.x_offset),
        .y = pedicle_units_from_pango (info->geometry.y_offset),
      };
      n++;
    }
  /* Marks of direction have no glyph: they have done their work. */
  if (n == 0)
    return;
  e->out->clusters[e->out->n_clusters++] =
      (cairo_text_cluster_t){ .num_bytes = bytes, .num_glyphs = n };
  g_string_append_len (e->text, text + at->start_index, bytes);
}

static guint
style_at (const PedicleRich *rich, int offset)
{
  guint style = 0;

  for (guint i = 0; i < rich->spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (rich->spans, PedicleSpan, i);

      if ((int) span->start <= offset && offset < (int) span->end)
        style |= span->style;
    }
  return style;
}

static void
check_face (const Setting *setting, const PangoItem *item)
{
  guint style = style_at (setting->rich, item->offset);
  bool emphasis = (style & PEDICLE_STYLE_EM) != 0;
  bool strong = setting->face->strong || (style & PEDICLE_STYLE_STRONG) != 0 ||
                (emphasis && !setting->italics);

  pedicle_letters_check_face (setting->typeset->lacks, item->analysis.font,
                              setting->text + item->offset, item->length, strong,
                              emphasis && setting->italics, !setting->rich->lasting);
}

static PedicleGlyphs *
glyphs_new (const Setting *setting, PangoGlyphItem *run, double x)
{
  const char *text = setting->text;

  int n = run->glyphs->num_glyphs;
  PedicleGlyphs *out = g_new0 (PedicleGlyphs, 1);
  g_autofree double *places = g_new (double, n + 1);
  Emitter emitter = { setting, out, places, g_string_new (NULL) };
  PangoGlyphItemIter at;

  out->font = cairo_scaled_font_reference (
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  out->colour = run_colour (run->item, setting->face->colour);
  out->glyphs = g_new (cairo_glyph_t, n + 1);
  out->clusters = g_new (cairo_text_cluster_t, run->item->length + 1);
  for (int i = 0; i < n; i++)
    {
      places[i] = x;
      x += pedicle_units_from_pango (run->glyphs->glyphs[i].geometry.width);
    }
  for (bool more = pango_glyph_item_iter_init_start (&at, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&at))
    emit_cluster (&emitter, run, &at, text);
  out->n_bytes = (int) emitter.text->len;
  out->text = g_string_free (emitter.text, FALSE);
  return out;
}

typedef struct
{
  PangoGlyphItem *run;
  double x;
} Placed;

static int
by_offset (gconstpointer a, gconstpointer b)
{
  return ((const Placed *) a)->run->item->offset - ((const Placed *) b)->run->item->offset;
}

/* As written; a line that was ended on purpose ends in the words as well. */
static char *
words_of (const char *text, int length)
{
  g_autofree char *part = g_strndup (text, (gsize) length);
  bool ended = g_str_has_suffix (part, NEW_LINE);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *words = NULL;

  if (ended)
    part[length - (int) strlen (NEW_LINE)] = '\0';
  pieces = g_strsplit (part, "\357\277\274", -1);
  words = g_strjoinv (UNDERSCORES, pieces);
  return ended ? g_strconcat (g_strchomp (words), "\n", NULL) : g_steal_pointer (&words);
}

/* Runs come in the order of the eye; they leave in the order of reading. */
static void
read_line (const Setting *setting, PangoLayoutLine *from, PedicleLine *line)
{
  const char *text = setting->text;
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  double x = 0;

  line->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_glyphs_free);
  line->ruled = g_array_new (FALSE, FALSE, sizeof (PedicleRuled));
  for (GSList *at = from->runs; at != NULL; at = at->next)
    {
      Placed one = { at->data, x };

      g_array_append_val (placed, one);
      x += pedicle_units_from_pango (pango_glyph_string_get_width (one.run->glyphs));
    }
  line->width = x;
  g_array_sort (placed, by_offset);
  for (guint i = 0; i < placed->len; i++)
    {
      Placed *one = &g_array_index (placed, Placed, i);

      if (is_blank (one->run->item, text))
        {
          double width = pedicle_units_from_pango (pango_glyph_string_get_width (one->run->glyphs));
          PedicleRuled ruled = { one->x, width };

          g_array_append_val (line->ruled, ruled);
        }
      else if (one->run->item->analysis.font != NULL)
        {
          check_face (setting, one->run->item);
          g_ptr_array_add (line->runs, glyphs_new (setting, one->run, one->x));
        }
    }
  line->words = words_of (text + from->start_index, from->length);
}

static PedicleLines *
lines_new (const Setting *setting, PangoLayout *layout)
{
  PedicleLines *lines = g_new0 (PedicleLines, 1);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint i = 0;

  lines->n = (guint) pango_layout_get_line_count (layout);
  lines->lines = g_new0 (PedicleLine, lines->n);
  lines->heights = g_new0 (double, lines->n);
  do
    {
      PedicleLine *line = &lines->lines[i];
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      read_line (setting, pango_layout_iter_get_line_readonly (iter), line);
      line->height = pedicle_units_from_pango (logical.height);
      line->baseline = pedicle_units_from_pango (pango_layout_iter_get_baseline (iter) - logical.y);
      if (line->ruled->len == 0)
        {
          line->baseline -= line->height * (1 - LEADING) / 2;
          line->height *= LEADING;
        }
      lines->heights[i] = line->height;
      lines->height += line->height;
      lines->width = fmax (lines->width, line->width);
      i++;
    }
  while (i < lines->n && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

/* The end of the first @letters of @text as the eye counts them: without marks of direction and
 * accents of their own. Returns: (nullable): %NULL when it has no more than these. */
static const char *
skip_letters (const char *text, int length, int letters)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (!g_unichar_iszerowidth (g_utf8_get_char (at)) && letters-- == 0)
      return at;
  return NULL;
}

/* The width of the first @letters of each line that has more; of the narrowest of these, or
 * @otherwise when no line has more. */
static double
width_of_letters (PangoLayout *layout, int letters, double otherwise)
{
  const char *text = pango_layout_get_text (layout);
  double narrowest = otherwise;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *end = skip_letters (text + line->start_index, line->length, letters);

      if (end != NULL)
        narrowest = fmin (narrowest, width_between (line, line->start_index, (int) (end - text)));
    }
  return narrowest;
}

/* Whether a line begins behind the first byte of @mark, or right behind all of it. */
static bool
is_at_end (PangoLayout *layout, const PedicleSpan *mark)
{
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      guint start = (guint) pango_layout_get_line_readonly (layout, i)->start_index;

      if (start > mark->start && start <= mark->end)
        return true;
    }
  return false;
}

/* Puts the end of a line in the place of a mark that stands at one; marks behind it stand as they
 * were, for other words may be at the end now. Returns: whether there was one. */
static bool
end_line_at_mark (PangoLayout *layout, const PedicleRich *rich)
{
  for (guint i = 0; i < rich->spans->len; i++)
    {
      const PedicleSpan *span = &g_array_index (rich->spans, PedicleSpan, i);
      g_autofree char *text = NULL;

      if ((span->style & PEDICLE_SPAN_BETWEEN) == 0 || !is_at_end (layout, span) ||
          g_str_has_prefix (pango_layout_get_text (layout) + span->start, LINE_END))
        continue;
      g_return_val_if_fail (span->end - span->start == strlen (LINE_END), false);
      text = g_strdup (pango_layout_get_text (layout));
      memcpy (text + span->start, LINE_END, strlen (LINE_END));
      memcpy (text + span->end, rich->text->str + span->end, rich->text->len - span->end);
      pango_layout_set_text (layout, text, -1);
      return true;
    }
  return false;
}

static PedicleLines *
set_lines (PedicleTypeset *typeset,
           const PedicleRich *rich,
           const PedicleFace *face,
           const char *language,
           bool rtl,
           double width,
           int measure)
{
  g_autoptr (PangoLayout) layout =
      layout_new (typeset, PEDICLE_FONTS_COMMON, rich, face, language, rtl, width);
  Setting setting = { typeset, rich, NULL, face,
                      has_italics (pango_language_from_string (language)) };

  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      g_object_unref (layout);
      layout = layout_new (typeset, PEDICLE_FONTS_ALL, rich, face, language, rtl, width);
    }

  /* Narrow letters make long lines: the width gives way until the eye finds the next line. Each
   * try takes as long as the first, so it takes the last letter too many away at once. */
  for (int tries = 0; measure > 0 && width > 0 && tries < 8; tries++)
    {
      double narrower = width_of_letters (layout, measure, width);

      if (narrower >= width)
        break;
      width = narrower - 0.1;
      pango_layout_set_width (layout, pedicle_units_to_pango (width));
    }
  /* No line begins or ends with the mark that stands between two parts. One that is ended may move
   * the words before it. */
  while (end_line_at_mark (layout, rich))
    ;
  setting.text = pango_layout_get_text (layout);
  return lines_new (&setting, layout);
}

/* All that lines depend on. Returns: (transfer full) (nullable): %NULL when they are not kept. */
static GBytes *
key_new (const PedicleRich *rich,
         const PedicleFace *face,
         const char *language,
         bool rtl,
         double width,
         int measure)
{
  /* Without a gap between them, which could hold anything. */
  const struct
  {
    double width, points;
    guint32 colour, n_spans, n_blanks;
    int measure, rtl, strong;
  } head = { width,   face->points, face->colour, rich->spans->len, rich->blanks->len,
             measure, rtl,          face->strong };
  GString *key;

  if (!rich->lasting)
    return NULL;
  key = g_string_sized_new (sizeof head + strlen (language) + rich->text->len + 64);
  g_string_append_len (key, (const char *) &head, sizeof head);
  g_string_append_len (key, language, (gssize) strlen (language) + 1);
  g_string_append_len (key, rich->spans->data, (gssize) (rich->spans->len * sizeof (PedicleSpan)));
  g_string_append_len (key, rich->blanks->data,
                       (gssize) (rich->blanks->len * sizeof (PedicleBlank)));
  g_string_append (key, rich->text->str);
  return g_string_free_to_bytes (key);
}

static void
keep (PedicleTypeset *typeset, GBytes *key, const PedicleLines *lines)
{
  if (g_hash_table_size (typeset->kept) >= MAX_KEPT)
    g_hash_table_remove_all (typeset->kept);
  g_hash_table_insert (typeset->kept, g_bytes_ref (key), lines_copy (lines));
}

PedicleLines *
pedicle_typeset_lines (PedicleTypeset *typeset,
                       const PedicleRich *rich,
                       const PedicleFace *face,
                       const char *language,
                       bool rtl,
                       double width,
                       int measure)
{
  g_autoptr (GBytes) key = key_new (rich, face, language, rtl, width, measure);
  const PedicleLines *kept = key != NULL ? g_hash_table_lookup (typeset->kept, key) : NULL;
  PedicleLines *lines;

  if (kept != NULL)
    return lines_copy (kept);
  lines = set_lines (typeset, rich, face, language, rtl, width, measure);
  /* What lacks a letter is asked for it each time. */
  if (key != NULL && typeset->lacks->len == 0)
    keep (typeset, key, lines);
  return lines;
}

PedicleTypeset *
pedicle_typeset_new_open (const char *language, double size)
{
  PedicleTypeset *typeset = typeset_new ();
  g_autoptr (PedicleRich) rich = pedicle_rich_new_plain ("a");

  for (PedicleRole role = 0; role < PEDICLE_N_ROLES; role++)
    {
      PedicleFace face = pedicle_style_face (role, size);

      pedicle_lines_free (pedicle_typeset_lines (typeset, rich, &face, language, false, -1, 0));
    }
  return typeset;
}
