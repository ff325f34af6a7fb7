/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml.h"
#include "file.h"
#include "scan.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <string.h>

#define ARENA_BLOCK (64 * 1024)
#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

/* NOENT, DTDLOAD, DTDATTR, DTDVALID, XINCLUDE, HUGE and RECOVER are absent on purpose. */
#define BASE_OPTIONS (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT)
#if LIBXML_VERSION >= 21400
#define OPTIONS (BASE_OPTIONS | XML_PARSE_NO_XXE | XML_PARSE_NO_SYS_CATALOG)
#elif LIBXML_VERSION >= 21300
#define OPTIONS (BASE_OPTIONS | XML_PARSE_NO_XXE)
#else
#define OPTIONS BASE_OPTIONS
#endif

struct _PedicleXml
{
  char *file;
  PedicleElement *root;
  GPtrArray *blocks; /* the arena: everything of the tree lies in them */
  char *free;
  gsize n_free;
};

/* What the parser's callbacks share. */
typedef struct
{
  PedicleXml *xml;
  PedicleProblems *problems;
  const char *data;
  const PedicleScan *scan;
  guint cursor; /* the next token that the parser has not reported */
  xmlParserCtxtPtr parser;
  PedicleElement *open; /* (nullable): the element whose children are read */
  PedicleElement *last; /* (nullable): its last child so far */
  GString *text;        /* of the text that grows */
  PedicleToken text_place;
  guint n_nodes, depth;
  gboolean empty;   /* the tag just read is its own end */
  gboolean failed;  /* the parser complained */
  gboolean refused; /* a problem was reported; what follows is not looked at */
} Builder;

/* Arena */

static gpointer
allocate (PedicleXml *xml, gsize size)
{
  gpointer place;

  size = (size + 7) & ~(gsize) 7;
  if (size > ARENA_BLOCK / 4)
    {
      place = g_malloc0 (size);
      g_ptr_array_add (xml->blocks, place);
      return place;
    }
  if (size > xml->n_free)
    {
      xml->free = g_malloc0 (ARENA_BLOCK);
      xml->n_free = ARENA_BLOCK;
      g_ptr_array_add (xml->blocks, xml->free);
    }
  place = xml->free;
  xml->free += size;
  xml->n_free -= size;
  return place;
}

static char *
copy (PedicleXml *xml, const char *start, gsize length)
{
  char *place = allocate (xml, length + 1);

  memcpy (place, start, length);
  return place;
}

/* Problems */

static void G_GNUC_PRINTF (4, 5)
    refuse_at (Builder *builder, int line, int column, const char *message, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  if (builder->refused)
    return;
  builder->refused = TRUE;
  va_start (arguments, message);
  sentence = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  pedicle_problems_add (builder->problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_MALFORMED,
                        builder->xml->file, line, column, "%s", sentence);
}

static const PedicleToken *
next_token (const Builder *builder)
{
  if (builder->cursor >= builder->scan->tokens->len)
    return NULL;
  return &g_array_index (builder->scan->tokens, PedicleToken, builder->cursor);
}

/* The token of @kind that the parser reports now. When the scan saw something else there, the file
 * is refused: the two must never disagree on what the file holds. */
static const PedicleToken *
take_token (Builder *builder, PedicleTokenKind kind)
{
  const PedicleToken *token = next_token (builder);

  while (token != NULL && token->kind == PEDICLE_TOKEN_TEXT && kind != PEDICLE_TOKEN_TEXT)
    {
      builder->cursor++;
      token = next_token (builder);
    }
  if (token == NULL || token->kind != kind)
    {
      refuse_at (builder, token != NULL ? token->line : 0, token != NULL ? token->column : 0,
                 "this part of the file cannot be read: write it as plain XML");
      xmlStopParser (builder->parser);
      return NULL;
    }
  builder->cursor++;
  return token;
}

static void
forbid (Builder *builder, PedicleTokenKind kind, const char *message)
{
  const PedicleToken *token = builder->refused ? NULL : take_token (builder, kind);

  if (token == NULL)
    return;
  refuse_at (builder, token->line, token->column, "%s", message);
  xmlStopParser (builder->parser);
}

/* Tree */

static void
append (Builder *builder, PedicleElement *element)
{
  element->parent = builder->open;
  if (builder->last != NULL)
    builder->last->next = element;
  else if (builder->open != NULL)
    builder->open->first = element;
  builder->last = element;
}

static void
end_text (Builder *builder)
{
  PedicleElement *text;

  if (builder->text->len == 0)
    return;
  text = allocate (builder->xml, sizeof *text);
  text->text = copy (builder->xml, builder->text->str, builder->text->len);
  text->line = builder->text_place.line;
  text->column = builder->text_place.column;
  append (builder, text);
  g_string_truncate (builder->text, 0);
}

/* The parser leaves "&amp;" in a value as "&#38;", which the scan lets nobody write. */
static char *
copy_value (PedicleXml *xml, const char *start, gsize length)
{
  char *value = copy (xml, start, length);
  char *to = value;

  if (memchr (value, '&', length) == NULL)
    return value;
  for (const char *from = value; *from != '\0'; from++)
    {
      *to++ = *from;
      if (strncmp (from, "&#38;", 5) == 0)
        from += 4;
    }
  *to = '\0';
  return value;
}

/* @attributes: five pointers for each: name, prefix, namespace, start and end of the value. */
static void
set_attributes (Builder *builder, PedicleElement *element, int n, const xmlChar **attributes)
{
  PedicleAttribute *list = allocate (builder->xml, (gsize) n * sizeof *list);

  for (int i = 0; i < n; i++)
    {
      const char *const *one = (const char *const *) attributes + 5 * i;

      list[i].name = copy (builder->xml, one[0], strlen (one[0]));
      list[i].value = copy_value (builder->xml, one[3], (gsize) (one[4] - one[3]));
      if (one[1] != NULL)
        refuse_at (builder, element->line, element->column,
                   "the attribute %s:%s has a prefix: remove it", one[1], one[0]);
    }
  element->attributes = list;
  element->n_attributes = (guint) n;
}

/* A picture may name SVG's own namespace on its root, nothing else is allowed. */
static void
check_namespaces (Builder *builder,
                  const PedicleElement *element,
                  const char *prefix,
                  int n,
                  const xmlChar **namespaces)
{
  if (prefix != NULL)
    refuse_at (builder, element->line, element->column,
               "the name <%s:%s> has a prefix: remove the element, or write it without prefix",
               prefix, element->name);
  for (int i = 0; i < n; i++)
    {
      const char *declared = (const char *) namespaces[2 * i];
      const char *uri = (const char *) namespaces[2 * i + 1];

      if (declared != NULL)
        refuse_at (builder, element->line, element->column,
                   "xmlns:%s declares a namespace: remove it and what uses it (a drawing program "
                   "does so when it saves as plain SVG)",
                   declared);
      else if (builder->open != NULL || strcmp (element->name, "svg") != 0 ||
               g_strcmp0 (uri, SVG_NAMESPACE) != 0)
        refuse_at (builder, element->line, element->column,
                   "xmlns declares a namespace: remove it (only <svg xmlns=\"%s\"> is allowed)",
                   SVG_NAMESPACE);
    }
}

static void
check_limits (Builder *builder, const PedicleToken *token, guint n_new)
{
  builder->n_nodes += n_new;
  builder->depth++;
  if (builder->depth > PEDICLE_XML_MAX_DEPTH)
    refuse_at (builder, token->line, token->column,
               "elements lie more than %d deep inside each other here: nest them less",
               PEDICLE_XML_MAX_DEPTH);
  else if (builder->n_nodes > PEDICLE_XML_MAX_NODES)
    refuse_at (builder, token->line, token->column,
               "the file has more than %d elements and attributes: split it into smaller files",
               PEDICLE_XML_MAX_NODES);
}

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Builder *builder = data;
  const PedicleToken *token;
  PedicleElement *element;

  if (builder->refused || (token = take_token (builder, PEDICLE_TOKEN_START)) == NULL)
    return;
  check_limits (builder, token, 1 + (guint) n_attributes);
  if (!builder->refused)
    {
      end_text (builder);
      element = allocate (builder->xml, sizeof *element);
      element->name = copy (builder->xml, (const char *) name, strlen ((const char *) name));
      element->line = token->line;
      element->column = token->column;
      check_namespaces (builder, element, (const char *) prefix, n_namespaces, namespaces);
      set_attributes (builder, element, n_attributes, attributes);
      append (builder, element);
      if (builder->xml->root == NULL)
        builder->xml->root = element;
      builder->open = element;
      builder->last = NULL;
      builder->empty = token->empty;
    }
  if (builder->refused)
    xmlStopParser (builder->parser);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Builder *builder = data;

  if (builder->refused)
    return;
  end_text (builder);
  /* <name/> is one tag for the scan, two reports from the parser. */
  if (!builder->empty && take_token (builder, PEDICLE_TOKEN_END) == NULL)
    return;
  builder->empty = FALSE;
  builder->last = builder->open;
  builder->open = builder->open->parent;
  builder->depth--;
}

static void
on_characters (void *data, const xmlChar *characters, int length)
{
  Builder *builder = data;
  const PedicleToken *token = next_token (builder);

  if (builder->refused || builder->open == NULL)
    return;
  /* White space alone has no token; its place is of no use to anybody. */
  if (builder->text->len == 0)
    builder->text_place =
        (PedicleToken){ .line = builder->open->line, .column = builder->open->column };
  if (token != NULL && token->kind == PEDICLE_TOKEN_TEXT)
    {
      if (strspn (builder->text->str, " \t\n\r") == builder->text->len)
        builder->text_place = *token;
      builder->cursor++;
    }
  g_string_append_len (builder->text, (const char *) characters, length);
}

static void
on_comment (void *data, const xmlChar *value)
{
  Builder *builder = data;

  if (!builder->refused && take_token (builder, PEDICLE_TOKEN_COMMENT) != NULL &&
      builder->open != NULL)
    builder->open->has_comment = TRUE;
}

static void
on_instruction (void *data, const xmlChar *target, const xmlChar *value)
{
  forbid (data, PEDICLE_TOKEN_INSTRUCTION, "\"<?\" begins an instruction to a program: remove it");
}

static void
on_cdata (void *data, const xmlChar *value, int length)
{
  forbid (data, PEDICLE_TOKEN_CDATA, "a CDATA section is not allowed: write the words as text");
}

/* Stops the parser before it reads one declaration: no entity is ever defined. */
static void
on_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  forbid (data, PEDICLE_TOKEN_DOCTYPE, "a DOCTYPE is not allowed: remove it");
}

/* Errors of the parser, in our words */

static char *
describe_mismatch (const Builder *builder, const PedicleToken *token)
{
  const char *name = builder->data + token->offset + 2;
  int length = (int) strcspn (name, "> \t\r\n");

  if (builder->open == NULL)
    return g_strdup_printf ("</%.*s> closes nothing: remove it", length, name);
  return g_strdup_printf ("</%.*s> stands where <%s> of line %d is still open: write </%s> first",
                          length, name, builder->open->name, builder->open->line,
                          builder->open->name);
}

static char *
describe_parser_error (const xmlError *error)
{
  g_autofree char *message = g_strdup (error->message != NULL ? error->message : "");

  switch (error->code)
    {
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      return g_strdup ("the value of an attribute has no quotes: write name=\"value\"");
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return g_strdup ("an attribute has no value: write name=\"value\"");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf ("the attribute %s stands twice in this tag: remove one",
                              error->str1 != NULL ? error->str1 : "");
    case XML_ERR_SPACE_REQUIRED:
      return g_strdup ("two attributes stand side by side: put a space between them");
    case XML_ERR_NAME_REQUIRED:
      return g_strdup ("\"<\" begins a tag, but no name follows: write \"less than\" in words");
    case XML_ERR_GT_REQUIRED:
      return g_strdup ("this tag does not end: close it with \">\"");
    case XML_ERR_DOCUMENT_END:
      return g_strdup ("a file has one outermost element: remove what stands behind its end");
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (
          "the file does not begin with a tag: remove what stands before the first \"<\"");
    case XML_ERR_MISPLACED_CDATA_END:
      return g_strdup ("\"]]>\" may not stand in text: remove it");
    case XML_ERR_RESERVED_XML_NAME:
      return g_strdup ("<?xml ...?> may stand at the very beginning only: remove it");
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf ("the prefix in \"%s:%s\" is not allowed: remove it",
                              error->str1 != NULL ? error->str1 : "",
                              error->str2 != NULL ? error->str2 : "");
    default:
      return g_strdup_printf ("this is not well-formed XML (%s): correct it", g_strchomp (message));
    }
}

/* The place of an error is that of the first tag or text which the parser has not reported yet. */
static void
report_parser_error (Builder *builder, const xmlError *error)
{
  const PedicleToken *token = next_token (builder);
  g_autofree char *sentence = NULL;

  if (builder->scan->problem != NULL && builder->cursor + 1 >= builder->scan->tokens->len)
    return;
  if (token == NULL && builder->open != NULL)
    refuse_at (builder, builder->open->line, builder->open->column,
               "<%s> is not closed: the file ends before </%s>", builder->open->name,
               builder->open->name);
  else if (token == NULL && builder->xml->root == NULL)
    refuse_at (builder, 1, 1, "the file holds no element: write one");
  else if (token == NULL)
    refuse_at (builder, 0, 0, "the end of the file cannot be read: remove what is not XML there");
  else
    {
      sentence = token->kind == PEDICLE_TOKEN_END ? describe_mismatch (builder, token)
                                                  : describe_parser_error (error);
      refuse_at (builder, token->line, token->column, "%s", sentence);
    }
}

#if LIBXML_VERSION >= 21200
static void
on_error (void *data, const xmlError *error)
#else
static void
on_error (void *data, xmlErrorPtr error)
#endif
{
  Builder *builder = data;

  builder->failed = TRUE;
  if (!builder->refused && error->level >= XML_ERR_ERROR)
    report_parser_error (builder, error);
}

/* Parser */

#if LIBXML_VERSION < 21300
static xmlParserInputPtr
refuse_external (const char *url, const char *id, xmlParserCtxtPtr parser)
{
  return NULL;
}
#endif

/* Before 2.13 what is loaded from outside is decided for the whole process. Nothing else here loads
 * through libxml2: librsvg reads pictures by itself, from bytes. */
static void
prepare_library (void)
{
  static gsize prepared;

  if (!g_once_init_enter (&prepared))
    return;
  xmlInitParser ();
#if LIBXML_VERSION < 21300
  xmlSetExternalEntityLoader (refuse_external);
#endif
  g_once_init_leave (&prepared, 1);
}

static void
set_callbacks (xmlParserCtxtPtr parser)
{
  xmlSAXHandler *sax = parser->sax;

  memset (sax, 0, sizeof *sax);
  sax->initialized = XML_SAX2_MAGIC;
  sax->internalSubset = on_doctype;
  sax->externalSubset = on_doctype;
  sax->startElementNs = on_start;
  sax->endElementNs = on_end;
  sax->characters = on_characters;
  sax->ignorableWhitespace = on_characters;
  sax->comment = on_comment;
  sax->processingInstruction = on_instruction;
  sax->cdataBlock = on_cdata;
#if LIBXML_VERSION < 21300
  sax->serror = on_error;
#endif
}

/* Only bytes that the scan has passed come here. */
static void
run_parser (Builder *builder, gsize length)
{
  xmlParserCtxtPtr parser = xmlNewParserCtxt ();
  xmlDocPtr document;

  if (parser == NULL)
    {
      refuse_at (builder, 0, 0,
                 "there is not enough memory to read the file: close other programs");
      return;
    }
  builder->parser = parser;
  set_callbacks (parser);
  parser->userData = builder;
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler (parser, on_error, builder);
#endif
  document = xmlCtxtReadMemory (parser, builder->data, (int) length, NULL, "UTF-8", OPTIONS);
  if (document != NULL)
    xmlFreeDoc (document);
  if (!parser->wellFormed)
    builder->failed = TRUE;
  xmlFreeParserCtxt (parser);
  builder->parser = NULL;
}

/* Sizes, NUL and encoding. FALSE with a problem reported. */
static gboolean
check_bytes (Builder *builder, const char *data, gsize length)
{
  const char *end = NULL;
  int line = 0, column = 0;

  if (length == 0)
    refuse_at (builder, 0, 0, "the file is empty: write content into it, or remove it");
  else if (length > PEDICLE_XML_MAX_BYTES)
    refuse_at (builder, 0, 0, "the file is larger than %d MiB: make it smaller, or split it",
               PEDICLE_XML_MAX_BYTES / (1024 * 1024));
  else if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0 ||
                           (data[0] == '\0') != (data[1] == '\0')))
    refuse_at (builder, 0, 0, "the file is UTF-16 or UTF-32 text: save it as UTF-8");
  else if (!g_utf8_validate_len (data, length, &end))
    {
      pedicle_scan_place (data, length, (gsize) (end - data), &line, &column);
      refuse_at (builder, line, column,
                 *end == '\0'
                     ? "a NUL byte stands here, so this is no text: save the file as UTF-8 text"
                     : "this character is not UTF-8: save the file as UTF-8");
    }
  return !builder->refused;
}

static void
build (Builder *builder, const char *data, gsize length)
{
  g_autoptr (PedicleScan) scan = NULL;

  if (!check_bytes (builder, data, length))
    return;
  /* A byte order mark is allowed and is no character. */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  scan = pedicle_scan_new (data, length, PEDICLE_XML_MAX_TAG);
  builder->data = data;
  builder->scan = scan;
  run_parser (builder, scan->problem != NULL ? scan->offset : length);
  if (scan->problem != NULL)
    refuse_at (builder, scan->line, scan->column, "%s", scan->problem);
  else if (builder->failed || builder->xml->root == NULL || builder->open != NULL)
    refuse_at (builder, 0, 0, "this is not well-formed XML: correct it");
}

PedicleXml *
pedicle_xml_parse (GBytes *bytes, const char *file, PedicleProblems *problems)
{
  g_autoptr (PedicleXml) xml = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Builder builder = { .problems = problems, .text = text };
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL && file != NULL && problems != NULL, NULL);

  prepare_library ();
  xml = g_new0 (PedicleXml, 1);
  xml->file = g_strdup (file);
  xml->blocks = g_ptr_array_new_with_free_func (g_free);
  builder.xml = xml;
  data = g_bytes_get_data (bytes, &length);
  build (&builder, data, length);
  return builder.refused ? NULL : g_steal_pointer (&xml);
}

PedicleXml *
pedicle_xml_read (const char *path, PedicleProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL && problems != NULL, NULL);

  bytes = pedicle_file_read (path, PEDICLE_XML_MAX_BYTES, &error);
  if (bytes == NULL)
    {
      pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_FILE, path, 0,
                            0, "%s", error->message);
      return NULL;
    }
  return pedicle_xml_parse (bytes, path, problems);
}

void
pedicle_xml_free (PedicleXml *xml)
{
  if (xml == NULL)
    return;
  g_ptr_array_unref (xml->blocks);
  g_free (xml->file);
  g_free (xml);
}

const PedicleElement *
pedicle_xml_get_root (const PedicleXml *xml)
{
  return xml->root;
}

const char *
pedicle_xml_get_file (const PedicleXml *xml)
{
  return xml->file;
}

const char *
pedicle_element_get (const PedicleElement *element, const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    if (strcmp (element->attributes[i].name, name) == 0)
      return element->attributes[i].value;
  return NULL;
}

static const PedicleElement *
skip_texts (const PedicleElement *element)
{
  while (element != NULL && element->name == NULL)
    element = element->next;
  return element;
}

const PedicleElement *
pedicle_element_first (const PedicleElement *element)
{
  return skip_texts (element->first);
}

const PedicleElement *
pedicle_element_next (const PedicleElement *element)
{
  return skip_texts (element->next);
}
