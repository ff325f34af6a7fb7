/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml.h"
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xmlversion.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SLOW (G_USEC_PER_SEC / 2)

static PedicleXml *
parse (const char *data, gsize length, char **messages)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  PedicleXml *xml = pedicle_xml_parse (bytes, "file.xml", problems);

  g_assert_cmpuint (pedicle_problems_get_n (problems), ==, xml == NULL ? 1 : 0);
  *messages = pedicle_problems_format (problems);
  return xml;
}

/* That the bytes are refused with @message, and soon. */
static void
assert_refused (const char *data, gsize length, const char *message)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *messages = NULL;
  g_autoptr (PedicleXml) xml = parse (data, length, &messages);

  g_assert_null (xml);
  g_assert_cmpstr (messages, ==, message);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SLOW);
}

static void
assert_taken (const char *data, gsize length)
{
  g_autofree char *messages = NULL;
  g_autoptr (PedicleXml) xml = parse (data, length, &messages);

  g_assert_cmpstr (messages, ==, "");
  g_assert_nonnull (xml);
}

static GString *
repeat (const char *what, guint n)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (string, what);
  return string;
}

/* A folder that is removed with what lies in it. */
typedef char TemporaryFolder;

static TemporaryFolder *
folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("pedicle-xml-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
folder_remove (TemporaryFolder *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TemporaryFolder, folder_remove)

static char *
put_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* That the path is refused with @sentence behind its name, and soon. */
static void
assert_path_refused (const char *path, const char *sentence)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleXml) xml = pedicle_xml_read (path, problems);
  g_autofree char *messages = pedicle_problems_format (problems);
  g_autofree char *expected = g_strdup_printf ("%s: error: %s\n", path, sentence);

  g_assert_null (xml);
  g_assert_cmpstr (messages, ==, expected);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SLOW);
}

/* Point 1: bytes are read by ourselves, from plain files, bounded. */

static void
test_plain_files (void)
{
  g_autoptr (TemporaryFolder) folder = folder_new ();
  g_autofree char *plain = put_file (folder, "plain.xml", "<page/>");
  g_autofree char *link = g_build_filename (folder, "link.xml", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.xml", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.xml", NULL);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleXml) xml = pedicle_xml_read (plain, problems);

  g_assert_nonnull (xml);
  g_assert_cmpstr (pedicle_xml_get_file (xml), ==, plain);
  g_assert_cmpint (symlink (plain, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_path_refused (link, "the file is a link: put the file itself here");
  assert_path_refused (pipe, "this is no plain file: give the path of a file");
  assert_path_refused (folder, "this is no plain file: give the path of a file");
  assert_path_refused ("/dev/zero", "this is no plain file: give the path of a file");
  assert_path_refused (missing,
                       "the file cannot be read (No such file or directory): see that it is "
                       "there and may be read");
}

static guint n_refused;

int __real_open64 (const char *path, int flags, ...);
int __wrap_open64 (const char *path, int flags, ...);

/* Flatpak's document portal (that of Debian 12) says of every file that it is a link when links are
 * refused. */
int
__wrap_open64 (const char *path, int flags, ...)
{
  if ((flags & O_NOFOLLOW) == 0 || strstr (path, "/portal") == NULL)
    return __real_open64 (path, flags);
  n_refused++;
  errno = ELOOP;
  return -1;
}

static void
test_portal (void)
{
  g_autoptr (TemporaryFolder) folder = folder_new ();
  g_autofree char *plain = put_file (folder, "portal.xml", "<page/>");
  g_autofree char *link = g_build_filename (folder, "portal-link.xml", NULL);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleXml) xml = pedicle_xml_read (plain, problems);

  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_cmpuint (pedicle_problems_get_n (problems), ==, 0);
  g_assert_nonnull (xml);
  g_assert_cmpint (symlink (plain, link), ==, 0);
  assert_path_refused (link, "the file is a link: put the file itself here");
}

static void
test_large_file (void)
{
  g_autoptr (TemporaryFolder) folder = folder_new ();
  g_autofree char *path = put_file (folder, "large.xml", "<page/>");

  g_assert_cmpint (truncate (path, 50 * 1000 * 1000), ==, 0);
  assert_path_refused (path, "the file is larger than 4 MiB: make it smaller, or split it");
}

static void
test_large_bytes (void)
{
  g_autoptr (GString) data = g_string_new ("<page>");

  while (data->len < PEDICLE_XML_MAX_BYTES - strlen ("</page>"))
    g_string_append_c (data, 'x');
  g_string_append (data, "</page>");
  assert_taken (data->str, data->len);
  g_string_append_c (data, '\n');
  assert_refused (data->str, data->len,
                  "file.xml: error: the file is larger than 4 MiB: make it smaller, or split it\n");
}

/* A packed file would be unpacked, whatever its size, by the parser's own reading. */
static void
test_packed (void)
{
  static const guint8 packed[] = { 0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02,
                                   0x03, 0xb3, 0x29, 0x48, 0x4c, 0x4f, 0xd5, 0xb7, 0x03,
                                   0x00, 0xd3, 0xa0, 0x4f, 0x66, 0x07, 0x00, 0x00, 0x00 };

  assert_refused ((const char *)packed, sizeof packed,
                  "file.xml:1:2: error: this character is not UTF-8: save the file as UTF-8\n");
}

static void
test_beneath (void)
{
  g_autoptr (TemporaryFolder) folder = folder_new ();
  g_autofree char *plain = put_file (folder, "plain.svg", "<svg/>");
  g_autofree char *link = g_build_filename (folder, "link.svg", NULL);
  g_autofree char *up = g_build_filename (folder, "up", NULL);
  const char *const refused[] = { "",         "/etc/passwd", "../plain.svg", "up/../plain.svg",
                                  "link.svg", "up/passwd",   "./plain.svg",  "a//b.svg",
                                  "c:b.svg",  "a\\b.svg",    ".hidden",      "plain.svg/",
                                  "up",       "missing.svg" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pedicle_file_read_beneath (folder, "plain.svg", 6, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "<svg/>", 6);
  g_assert_null (pedicle_file_read_beneath (folder, "plain.svg", 5, &error));
  g_assert_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE);
  g_assert_cmpint (symlink ("plain.svg", link), ==, 0);
  g_assert_cmpint (symlink ("/etc", up), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_clear_error (&error);
      g_assert_null (pedicle_file_read_beneath (folder, refused[i], 1000, &error));
      g_assert_error (error, PEDICLE_CONTENT_ERROR, PEDICLE_CONTENT_ERROR_FILE);
    }
}

/* Point 2: no NUL, no other encoding, no long tag. */

static void
test_encodings (void)
{
  const char *sixteen = "file.xml: error: the file is UTF-16 or UTF-32 text: save it as UTF-8\n";
  const char *marked = "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><page/>";

  assert_refused ("\xff\xfe<\0a\0/\0>\0", 10, sixteen);
  assert_refused ("\xfe\xff\0<\0a\0/\0>", 10, sixteen);
  assert_refused ("<\0a\0/\0>\0", 8, sixteen);
  assert_refused ("\0<\0a\0/\0>", 8, sixteen);
  assert_refused ("\xff\xfe\0\0<\0\0\0", 8, sixteen);
  assert_refused (
      "<page>\n\xc3\xbc\0</page>", 17,
      "file.xml:2:2: error: a NUL byte stands here, so this is no text: save the file as "
      "UTF-8 text\n");
  assert_refused ("<page>\n\xc3\xbc\xfc</page>", 17,
                  "file.xml:2:2: error: this character is not UTF-8: save the file as UTF-8\n");
  assert_refused ("<page>\n\xc3\xbc\b</page>", 17,
                  "file.xml:2:2: error: a control character (code 8) stands here: remove it\n");
  assert_taken (marked, strlen (marked));
}

static void
test_long_tags (void)
{
  const char *message = "file.xml:2:1: error: this tag is longer than 16 KiB: make it shorter\n";
  g_autoptr (GString) fits = g_string_new ("<a note=\"");
  g_autoptr (GString) many = g_string_new ("<page>\n<a");

  while (fits->len < PEDICLE_XML_MAX_TAG - strlen ("\"/>"))
    g_string_append_c (fits, '>');
  g_string_append (fits, "\"/>");
  assert_taken (fits->str, fits->len);
  g_string_insert (fits, 9, "x");
  g_string_prepend (fits, "<page>\n");
  g_string_append (fits, "</page>");
  assert_refused (fits->str, fits->len, message);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, " a%u=\"\"", i);
  g_string_append (many, "/></page>");
  assert_refused (many->str, many->len, message);
}

/* Point 3: nothing is repaired, replaced or included. */

static void
test_options (void)
{
  g_autofree char *messages = NULL;
  const char *data = "<page note=\"a &amp;#38; b &lt;\">&lt;&amp;&gt;&quot;&apos;</page>";
  g_autoptr (PedicleXml) xml = parse (data, strlen (data), &messages);
  const PedicleElement *page = xml != NULL ? pedicle_xml_get_root (xml) : NULL;

  g_assert_nonnull (page);
  g_assert_cmpstr (page->first->text, ==, "<&>\"'");
  g_assert_cmpstr (pedicle_element_get (page, "note"), ==, "a &#38; b <");
  g_assert_null (pedicle_element_get (page, "other"));
}

/* Point 4: a DOCTYPE stops the parser before it reads a declaration. */

static void
test_doctype (void)
{
  const char *message = "file.xml:1:1: error: a DOCTYPE is not allowed: remove it\n";
  g_autoptr (GString) laughs = g_string_new ("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
  g_autoptr (GString) long_value = repeat ("x", 1000000);
  g_autoptr (GString) blow_up = g_string_new (NULL);

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (laughs, "<!ENTITY l%u \"&l%u;&l%u;\">", i, i - 1, i - 1);
  g_string_append (laughs, "]><a>&l29;</a>");
  assert_refused (laughs->str, laughs->len, message);
  g_string_printf (blow_up, "<!DOCTYPE a [<!ENTITY l \"%s\">]><a>&l;&l;&l;&l;</a>",
                   long_value->str);
  assert_refused (blow_up->str, blow_up->len, message);
}

/* Point 5: elements, attributes and levels are counted. */

static void
test_counts (void)
{
  g_autoptr (GString) elements = repeat ("<b/>", 300000);
  g_autoptr (GString) attributes = repeat ("<b c='' d=''/>", 70000);

  g_string_prepend (elements, "<a>");
  g_string_append (elements, "</a>");
  assert_refused (
      elements->str, elements->len,
      "file.xml:1:800000: error: the file has more than 200000 elements and attributes: "
      "split it into smaller files\n");
  g_string_prepend (attributes, "<a>");
  g_string_append (attributes, "</a>");
  assert_refused (
      attributes->str, attributes->len,
      "file.xml:1:933328: error: the file has more than 200000 elements and attributes: "
      "split it into smaller files\n");
  g_string_truncate (elements, 3 + 4 * 199999);
  g_string_append (elements, "</a>");
  assert_taken (elements->str, elements->len);
}

static void
test_depth (void)
{
  g_autoptr (GString) deep = repeat ("<a>", 10000);
  g_autoptr (GString) ends = repeat ("</a>", 10000);
  g_autoptr (GString) fits = repeat ("<a>", PEDICLE_XML_MAX_DEPTH);

  g_string_append (deep, ends->str);
  assert_refused (
      deep->str, deep->len,
      "file.xml:1:193: error: elements lie more than 64 deep inside each other here: nest "
      "them less\n");
  g_string_append_len (fits, ends->str, 4 * PEDICLE_XML_MAX_DEPTH);
  assert_taken (fits->str, fits->len);
}

/* Point 6: what libxml2 itself would load from outside is refused. From 2.13 an option of each
 * parser says so. */

static void
test_external_loader (void)
{
  g_autoptr (TemporaryFolder) folder = folder_new ();
  g_autofree char *path = put_file (folder, "outside.xml", "<page/>");

  assert_taken ("<page/>", 7);
#if LIBXML_VERSION < 21300
  {
    xmlParserCtxtPtr parser = xmlNewParserCtxt ();

    g_assert_null (xmlLoadExternalEntity (path, NULL, parser));
    xmlFreeParserCtxt (parser);
  }
#endif
}

/* Point 7: messages with file, line and column, in our words. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
collect_messages (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *data = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
      g_autofree char *messages = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      bytes = g_bytes_new (data, length);
      g_assert_null (pedicle_xml_parse (bytes, g_ptr_array_index (names, i), problems));
      g_assert_cmpuint (pedicle_problems_get_n (problems), ==, 1);
      messages = pedicle_problems_format (problems);
      g_string_append (all, messages);
    }
  return g_strdup (all->str);
}

static void
test_messages (void)
{
  g_autofree char *folder = g_build_filename (TEST_DATA, "content", "bad-xml", NULL);
  g_autofree char *golden = g_build_filename (folder, "messages.txt", NULL);
  g_autofree char *found = collect_messages (folder);
  g_autofree char *expected = NULL;

  if (g_getenv ("PEDICLE_REGENERATE") != NULL)
    g_assert_true (g_file_set_contents (golden, found, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

/* Positions */

static void
describe (const PedicleElement *element, GString *lines)
{
  for (; element != NULL; element = element->next)
    {
      if (element->name != NULL)
        g_string_append_printf (lines, "%d:%d <%s>\n", element->line, element->column,
                                element->name);
      else if (strspn (element->text, " \t\r\n") != strlen (element->text))
        g_string_append_printf (lines, "%d:%d %s\n", element->line, element->column, element->text);
      describe (element->first, lines);
    }
}

static void
assert_positions (const char *data, const char *expected)
{
  g_autofree char *messages = NULL;
  g_autoptr (PedicleXml) xml = parse (data, strlen (data), &messages);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_cmpstr (messages, ==, "");
  describe (pedicle_xml_get_root (xml), lines);
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_positions (void)
{
  assert_positions ("<a>\n\t<b/>\t<c>x</c></a>", "1:1 <a>\n2:2 <b>\n2:7 <c>\n2:10 x\n");
  /* characters, not bytes, also beyond the basic plane */
  assert_positions ("<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80<b/></a>",
                    "1:1 <a>\n1:4 \xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\n1:7 <b>\n");
  /* comments with tags in them, before, inside and between words */
  assert_positions ("<!-- <x> <y\n -->\n <a><!--<z>--><b/>one<!-- <two -->three<c/></a><!-- < -->",
                    "3:2 <a>\n3:15 <b>\n3:19 onethree\n3:40 <c>\n");
  /* a '>' and line ends in attributes */
  assert_positions ("<a x=\"1 > 2\"\n   y='\"/>'><b\n/><c z='\n'/>d</a>",
                    "1:1 <a>\n2:12 <b>\n3:3 <c>\n4:4 d\n");
  assert_positions ("<a>\r\n<b/>\r\n <c/>\r<d/></a>", "1:1 <a>\n2:1 <b>\n3:2 <c>\n4:1 <d>\n");
  assert_positions ("\xef\xbb\xbf<a><b/></a>", "1:1 <a>\n1:4 <b>\n");
  /* of a text: its first character that is no white space, also behind a comment */
  assert_positions ("<a>\n  \n  one\n  two<b/> <!-- c -->\n four</a>",
                    "1:1 <a>\n3:3 \n  \n  one\n  two\n4:6 <b>\n5:2  \n four\n");
  /* predefined references count as written */
  assert_positions ("<a>&lt;&amp;<b/></a>", "1:1 <a>\n1:4 <&\n1:13 <b>\n");
}

static void
test_tree (void)
{
  const char *data = "<a>one<b c=\"1\" d=\"2\"/> <e>two</e></a>";
  g_autofree char *messages = NULL;
  g_autoptr (PedicleXml) xml = parse (data, strlen (data), &messages);
  const PedicleElement *a = pedicle_xml_get_root (xml);
  const PedicleElement *b = pedicle_element_first (a);
  const PedicleElement *e = pedicle_element_next (b);

  g_assert_null (a->parent);
  g_assert_cmpstr (a->first->text, ==, "one");
  g_assert_null (a->first->name);
  g_assert_true (a->first->next == b);
  g_assert_cmpstr (b->name, ==, "b");
  g_assert_cmpuint (b->n_attributes, ==, 2);
  g_assert_cmpstr (b->attributes[1].name, ==, "d");
  g_assert_cmpstr (b->attributes[1].value, ==, "2");
  g_assert_null (b->first);
  g_assert_cmpstr (b->next->text, ==, " ");
  g_assert_cmpstr (e->name, ==, "e");
  g_assert_cmpstr (e->first->text, ==, "two");
  g_assert_true (e->parent == a);
  g_assert_null (pedicle_element_next (e));
  g_assert_null (pedicle_element_first (e));
}

/* Many words in many chunks: what the parser hands over in pieces is one text. */
static void
test_long_text (void)
{
  g_autoptr (GString) words = repeat ("w\xc3\xb6rd &lt; ", 40000);
  g_autofree char *data = g_strdup_printf ("<a>%s</a>", words->str);
  g_autofree char *messages = NULL;
  g_autoptr (PedicleXml) xml = parse (data, strlen (data), &messages);
  const PedicleElement *text = pedicle_xml_get_root (xml)->first;
  g_autoptr (GString) expected = repeat ("w\xc3\xb6rd < ", 40000);

  g_assert_cmpstr (text->text, ==, expected->str);
  g_assert_null (text->next);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/1-plain-files", test_plain_files);
  g_test_add_func ("/xml/portal", test_portal);
  g_test_add_func ("/xml/1-large-file", test_large_file);
  g_test_add_func ("/xml/1-large-bytes", test_large_bytes);
  g_test_add_func ("/xml/1-packed", test_packed);
  g_test_add_func ("/xml/1-beneath", test_beneath);
  g_test_add_func ("/xml/2-encodings", test_encodings);
  g_test_add_func ("/xml/2-long-tags", test_long_tags);
  g_test_add_func ("/xml/3-options", test_options);
  g_test_add_func ("/xml/4-doctype", test_doctype);
  g_test_add_func ("/xml/5-counts", test_counts);
  g_test_add_func ("/xml/5-depth", test_depth);
  g_test_add_func ("/xml/6-external-loader", test_external_loader);
  g_test_add_func ("/xml/7-messages", test_messages);
  g_test_add_func ("/xml/positions", test_positions);
  g_test_add_func ("/xml/tree", test_tree);
  g_test_add_func ("/xml/long-text", test_long_text);
  return g_test_run ();
}
