/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "xmp.h"

#define HEAD                                                                                       \
  "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"                           \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"                                                         \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"                          \
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                  \
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""         \
  " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""                                            \
  " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"

#define BODY                                                                                       \
  "<dc:format>application/pdf</dc:format>\n"                                                       \
  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"           \
  "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"                            \
  "<xmp:CreateDate>%s</xmp:CreateDate><xmp:CreatorTool>%s</xmp:CreatorTool>\n"                     \
  "<pdf:Producer>%s</pdf:Producer>\n"                                                              \
  "<pdfuaid:part>1</pdfuaid:part>\n"

#define ARCHIVE "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"

/* PDF/A knows no PDF/UA: what "part" means is told to it. */
#define EXTENSION                                                                                  \
  "<rdf:Description rdf:about=\"\""                                                                \
  " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""                                \
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""                                      \
  " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"                               \
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"                          \
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"                          \
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"          \
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"                                               \
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"                            \
  "<pdfaProperty:name>part</pdfaProperty:name>"                                                    \
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"                                       \
  "<pdfaProperty:category>internal</pdfaProperty:category>"                                        \
  "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>\n"                       \
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n"                                                    \
  "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"

#define FOOT "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n"

char *
pedicle_xmp_format (const PedicleXmp *xmp)
{
  GString *out = g_string_new (HEAD);
  g_autofree char *body = g_markup_printf_escaped (BODY, xmp->title, xmp->language, xmp->date,
                                                   xmp->creator, xmp->producer);

  g_string_append (out, body);
  if (xmp->archive)
    g_string_append (out, ARCHIVE);
  g_string_append (out, "</rdf:Description>\n");
  if (xmp->archive)
    g_string_append (out, EXTENSION);
  g_string_append (out, FOOT);
  return g_string_free (out, FALSE);
}
