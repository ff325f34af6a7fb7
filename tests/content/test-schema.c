/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema over the shipped content, over good and bad files, and over the examples of its
 * reference. */
#include "library.h"
#include "xml.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define SCHEMA SOURCE_ROOT "/data/schema/procedure.rng"
#define REFERENCE SOURCE_ROOT "/docs/content-format.md"
#define CONTENT TEST_DATA "/content"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void G_GNUC_PRINTF (2, 3) collect (void *lines, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (lines, format, arguments);
  va_end (arguments);
}

static xmlRelaxNG *
compile (const char *text)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewMemParserCtxt (text, (int) strlen (text));
  xmlRelaxNG *schema;

  xmlRelaxNGSetParserErrors (parser, collect, collect, messages);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_cmpstr (messages->str, ==, "");
  g_assert_nonnull (schema);
  return schema;
}

/* @messages: what the schema says, nothing when the text is valid. */
static gboolean
validate (xmlRelaxNG *schema, const char *text, GString *messages)
{
  g_autoptr (xmlDoc) document =
      xmlReadMemory (text, (int) strlen (text), "file", NULL, XML_PARSE_NONET);
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt (schema);
  int result;

  g_assert_nonnull (document);
  xmlRelaxNGSetValidErrors (context, collect, collect, messages);
  result = xmlRelaxNGValidateDoc (context, document);
  xmlRelaxNGFreeValidCtxt (context);
  g_assert_cmpint (result, >=, 0);
  return result == 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every .xml below @folder, in order of names. */
static GPtrArray *
find_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_extend_and_steal (files, find_files (path));
      else if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  g_ptr_array_sort (files, compare_names);
  return files;
}

static void
assert_all_valid (const char *folder)
{
  g_autofree char *text = read_text (SCHEMA);
  g_autoptr (xmlRelaxNG) schema = compile (text);
  g_autoptr (GPtrArray) files = find_files (folder);

  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GString) messages = g_string_new (NULL);
      g_autofree char *content = read_text (g_ptr_array_index (files, i));

      gboolean valid = validate (schema, content, messages);

      if (!valid)
        g_test_message ("%s: %s", (char *) g_ptr_array_index (files, i), messages->str);
      g_assert_true (valid);
    }
}

static void
test_shipped (void)
{
  assert_all_valid (SOURCE_ROOT "/data/content");
}

static void
test_good (void)
{
  assert_all_valid (CONTENT "/good");
}

/* A bad file says in a comment whether the schema can see what is wrong: "schema: refuses" or
 * "schema: cannot see". One without such a comment stands beside a bad one, and is good. */
static void
test_bad (void)
{
  g_autofree char *text = read_text (SCHEMA);
  g_autoptr (xmlRelaxNG) schema = compile (text);
  g_autoptr (GPtrArray) files = find_files (CONTENT "/bad");
  guint n_refused = 0, n_wrong = 0;

  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (GString) messages = g_string_new (NULL);
      g_autofree char *content = read_text (path);
      gboolean expected = strstr (content, "<!-- schema: refuses -->") == NULL;

      n_refused += !expected;
      if (validate (schema, content, messages) != expected)
        {
          n_wrong++;
          g_test_message ("%s: the comment says that the schema %s it. %s", path,
                          expected ? "takes" : "refuses", messages->str);
        }
    }
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

/* The examples of the reference */

static GPtrArray *
find_examples (const char *document)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (g_free);
  const char *at = document;

  while ((at = strstr (at, "\n```xml\n")) != NULL)
    {
      const char *start = at + strlen ("\n```xml\n");
      const char *end = strstr (start, "\n```\n");

      g_assert_nonnull (end);
      g_ptr_array_add (examples, g_strndup (start, (gsize) (end - start)));
      at = end;
    }
  return examples;
}

/* An example is a whole file, or parts of one: then they stand in an element of their own. */
static char *
make_example_schema (const char *text)
{
  const char *start = strstr (text, "<start>");
  const char *end = strstr (text, "</start>");
  static const char *const parts[] = {
    "source", "about", "option", "field",         "sites",         "topic",   "numbers", "value",
    "answer", "part",  "phrase", "clinic",        "review",        "replace", "hide",    "add",
    "step",   "item",  "cite",   "handout-block", "handout-field", "glossary", "long"
  };
  g_autoptr (GString) schema = g_string_new_len (text, start - text);

  g_string_append (
      schema, "<start><choice><ref name='sources'/><ref name='decision'/><ref name='procedure'/>"
              "<ref name='phrases'/><ref name='handout'/><ref name='overlay'/>"
              "<element name='example'><oneOrMore><choice>");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (schema, "<ref name='%s'/>", parts[i]);
  g_string_append (schema, "</choice></oneOrMore></element></choice>");
  g_string_append (schema, end);
  return g_strdup (schema->str);
}

static gboolean
begins_with_any (const char *example, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (example, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_whole (const char *example)
{
  static const char *const roots[] = { "<sources ", "<decision ", "<procedure ", "<phrases ",
                                       "<handout ", "<overlay ",  NULL };

  return begins_with_any (example, roots);
}

static char *
wrap (const char *example)
{
  return is_whole (example) ? g_strdup (example)
                            : g_strdup_printf ("<example>%s</example>", example);
}

static void
test_examples (void)
{
  g_autofree char *text = read_text (SCHEMA);
  g_autofree char *larger = make_example_schema (text);
  g_autoptr (xmlRelaxNG) schema = compile (larger);
  g_autofree char *document = read_text (REFERENCE);
  g_autoptr (GPtrArray) examples = find_examples (document);

  g_assert_cmpuint (examples->len, >, 10);
  for (guint i = 0; i < examples->len; i++)
    {
      g_autofree char *example = wrap (g_ptr_array_index (examples, i));
      g_autoptr (GBytes) bytes = g_bytes_new (example, strlen (example));
      g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
      g_autoptr (PedicleXml) xml = pedicle_xml_parse (bytes, "example", problems);
      g_autofree char *said = pedicle_problems_format (problems);
      g_autoptr (GString) messages = g_string_new (NULL);

      g_assert_cmpstr (said, ==, "");
      g_assert_nonnull (xml);
      gboolean valid = validate (schema, example, messages);

      if (!valid)
        g_test_message ("example %u: %s\n%s", i + 1, messages->str, example);
      g_assert_true (valid);
    }
}

/* Counts the names that <@kind name="..."> gives below @node and that stand in no example. */
static guint
count_missing (const xmlNode *node, const char *kind, const char *format, const char *examples)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    {
      xmlChar *name =
          node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, kind) == 0
              ? xmlGetProp ((xmlNode *) node, (const xmlChar *) "name")
              : NULL;
      g_auto (GStrv) parts = g_strsplit (format, "NAME", -1);
      g_autofree char *wanted = name != NULL ? g_strjoinv ((const char *) name, parts) : NULL;

      if (wanted != NULL && strstr (examples, wanted) == NULL)
        {
          g_test_message ("no example has %s", wanted);
          n++;
        }
      xmlFree (name);
      n += count_missing (node->children, kind, format, examples);
    }
  return n;
}

/* Each element and attribute of the schema stands in an example. */
static void
test_reference (void)
{
  g_autofree char *text = read_text (SCHEMA);
  g_autoptr (xmlDoc) schema =
      xmlReadMemory (text, (int) strlen (text), SCHEMA, NULL, XML_PARSE_NONET);
  g_autofree char *document = read_text (REFERENCE);
  g_autoptr (GPtrArray) examples = find_examples (document);
  g_autofree char *all = NULL;

  g_ptr_array_add (examples, NULL);
  all = g_strjoinv ("\n", (char **) examples->pdata);
  g_assert_cmpuint (count_missing (xmlDocGetRootElement (schema), "element", "<NAME", all), ==, 0);
  g_assert_cmpuint (count_missing (xmlDocGetRootElement (schema), "attribute", " NAME=\"", all), ==,
                    0);
}

/* The pack that the reference shows */

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

/* The phrases that the example leaves out, and the other option, made from the one that is shown.
 */
static void
put_example (const char *folder, const char *example)
{
  g_autofree char *name = g_strdup_printf ("%u.xml", g_str_hash (example));
  g_autofree char *other = NULL, *paired = NULL;
  g_autoptr (GString) phrases = NULL;
  const char *const *ids = pedicle_phrases_required ();

  if (g_str_has_prefix (example, "<procedure "))
    {
      paired = replace (example, "pairs=\"tape/", "pairs=\"boot/");
      other = replace (paired, "id=\"boot\"", "id=\"tape\"");
      put (folder, "tape.xml", other);
    }
  if (g_str_has_prefix (example, "<phrases "))
    {
      phrases = g_string_new_len (example, strstr (example, "</phrases>") - example);
      for (guint i = 0; ids[i] != NULL; i++)
        {
          g_autofree char *phrase = g_strdup_printf ("<phrase id=\"%s\"", ids[i]);

          if (strstr (example, phrase) == NULL)
            g_string_append_printf (phrases, "%s>words</phrase>", phrase);
        }
      g_string_append (phrases, "</phrases>");
    }
  put (folder, name, phrases != NULL ? phrases->str : example);
}

/* The examples that are parts of files: sets of numbers go into the decision, blocks into a handout
 * of their own. */
static void
put_parts (const char *folder, GPtrArray *examples)
{
  static const char *const blocks[] = { "<p ",       "<heading ", "<table ",  "<columns>",
                                        "<warning ", "<section ", "<figure ", NULL };
  static const char *const numbers[] = { "<numbers ", NULL };
  g_autoptr (GString) decision = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *handout = NULL;

  for (guint i = 0; i < examples->len; i++)
    {
      const char *example = g_ptr_array_index (examples, i);

      if (begins_with_any (example, blocks))
        g_string_append (body, example);
      if (begins_with_any (example, numbers))
        g_string_append (decision, example);
      if (g_str_has_prefix (example, "<decision "))
        g_string_prepend_len (decision, example, strstr (example, "</decision>") - example);
    }
  g_string_append (decision, "</decision>");
  put (folder, "decision.xml", decision->str);
  handout = g_strdup_printf (
      "<handout id='blocks' format='1' scope='option'><title id='title'>Blocks</title>"
      "<label id='menu'>Blocks</label><field ref='shoe'/><field id='visit-date' type='date' "
      "who='patient'><label id='f.date'>Date of visit</label></field><body>%s</body></handout>",
      body->str);
  put (folder, "blocks.xml", handout);
}

static void
put_pictures (const char *folder)
{
  const char *svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><g id=\"toe-2\"/>"
      "<g id=\"toe-2-broken\"/><g id=\"toe-3\"/></svg>";

  put (folder, "pictures/toe.svg", svg);
  put (folder, "pictures/boot.svg", svg);
  put (folder, "pictures/logo.svg", svg);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

/* What an author copies from the reference is right: the loader has nothing to say. */
static void
test_pack (void)
{
  g_autofree char *document = read_text (REFERENCE);
  g_autoptr (GPtrArray) examples = find_examples (document);
  g_autofree char *folder = g_dir_make_tmp ("pedicle-pack-XXXXXX", NULL);
  const char *folders[] = { folder, NULL };
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = NULL;
  g_autofree char *messages = NULL;

  for (guint i = 0; i < examples->len; i++)
    {
      const char *example = g_ptr_array_index (examples, i);

      if (is_whole (example) && !g_str_has_prefix (example, "<decision "))
        put_example (folder, example);
    }
  put_parts (folder, examples);
  put_pictures (folder);
  library = pedicle_library_load (folders, NULL, problems);
  messages = pedicle_problems_format (problems);
  remove_folder (folder);
  g_assert_cmpstr (messages, ==, "");
  g_assert_cmpuint (pedicle_library_get_procedures (library)->len, ==, 2);
  g_assert_cmpuint (pedicle_library_get_handouts (library)->len, ==, 3);
  g_assert_nonnull (pedicle_library_get_overlay (library));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/shipped", test_shipped);
  g_test_add_func ("/schema/good", test_good);
  g_test_add_func ("/schema/bad", test_bad);
  g_test_add_func ("/schema/examples", test_examples);
  g_test_add_func ("/schema/reference", test_reference);
  g_test_add_func ("/schema/pack", test_pack);
  result = g_test_run ();
  xmlCleanupParser ();
  return result;
}
