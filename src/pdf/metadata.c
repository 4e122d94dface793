/* SPDX-License-Identifier: MIT */
/* What the file says of itself: twice, in Info and in XMP, which must agree;
 * and the meaning of its greys. */

#include <inttypes.h>

#include "pdf/pdf_int.h"

extern const char profile_gray[], profile_gray_end[];

#define PRODUCER "kengesh"
#define DAY      ((int64_t)24 * 60 * 60)

/* The last second that four digits of a year can say. */
#define EPOCH_MAX INT64_C(253402300799)

const char *const language_tags[LANG_MAX] = {
	[LANG_EN] = "en",
	[LANG_RU] = "ru-RU",
	[LANG_KY] = "ky-KG",
};

struct moment {
	struct date day;
	int hour, minute, second; /* UTC */
};

/* Never the clock: what was asked for, or noon of the record's day.  A record
 * without a day gives none. */
static struct moment
moment_of(const struct pdf *p)
{
	int64_t s = p->options->epoch;

	if (s < 0)
		return (struct moment){ p->doc->date, 12, 0, 0 };
	if (s > EPOCH_MAX)
		s = EPOCH_MAX;
	return (struct moment){
		date_plus((struct date){ 1970, 1, 1 }, (int)(s / DAY)),
		(int)(s % DAY / 3600),
		(int)(s % 3600 / 60),
		(int)(s % 60),
	};
}

/* ASCII is PDFDocEncoding too, and half as long as UTF-16. */
static void
put_keywords(struct strbuf *b, struct str s)
{
	if (!s.n)
		return;
	buf_add(b, STR("/Keywords("));
	for (size_t i = 0; i < s.n; i++)
		put_byte(b, (unsigned char)s.p[i]);
	buf_byte(b, ')');
}

static struct str
info(struct pdf *p, struct moment m)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	put_string(&b, "Title", p->doc->title);
	if (p->doc->organisation.n)
		put_string(&b, "Author", p->doc->organisation);
	put_keywords(&b, p->doc->keywords);
	buf_add(&b, STR("/Producer(" PRODUCER ")"));
	if (date_is_set(m.day)) {
		static const char *const keys[] = { "CreationDate", "ModDate" };

		for (int i = 0; i < 2; i++)
			buf_printf(&b, "/%s(D:%04d%02d%02d%02d%02d%02dZ)",
			    keys[i], m.day.year, m.day.month, m.day.day, m.hour,
			    m.minute, m.second);
	}
	return buf_str(&b);
}

/* PDF/A knows no pdfuaid: it is described where it is used. */
static const char universal_access[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfuaid:part>1</pdfuaid:part>"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289"
    "</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>";

static void
put_xmp_dates(struct strbuf *b, struct moment m)
{
	static const char *const names[] = { "CreateDate", "ModifyDate" };

	if (!date_is_set(m.day))
		return;
	for (int i = 0; i < 2; i++)
		buf_printf(b, "<xmp:%s>%04d-%02d-%02dT%02d:%02d:%02dZ</xmp:%s>",
		    names[i], m.day.year, m.day.month, m.day.day, m.hour,
		    m.minute, m.second, names[i]);
}

int64_t
pdf_moment(struct str file)
{
	static const struct str tag = STR_INIT("<xmp:CreateDate>");
	/* 2025-09-05T12:00:00Z: where each figure begins and how long it is. */
	static const size_t at[] = { 0, 5, 8, 11, 14, 17 };
	static const size_t length[] = { 4, 2, 2, 2, 2, 2 };
	struct str s = str_skip(str_skip(file, str_find(file, tag)), tag.n);
	int v[6];

	for (int i = 0; i < 6; i++) {
		if (!str_number(str_head(str_skip(s, at[i]), length[i]), &v[i]))
			return -1;
	}

	struct date day = { (int16_t)v[0], (int8_t)v[1], (int8_t)v[2] };

	if (!date_is_valid(day) || date_days(day) < 0)
		return -1;
	return date_days(day) * DAY + v[3] * 3600 + v[4] * 60 + v[5];
}

static struct str
xmp(struct pdf *p, struct moment m)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_add(&b,
	    STR("<?xpacket begin=\"\xEF\xBB\xBF\""
		" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
		" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
		"<rdf:Description rdf:about=\"\""
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"));
	put_xml(&b, p->doc->title);
	buf_add(&b, STR("</rdf:li></rdf:Alt></dc:title>"));
	if (p->doc->organisation.n) {
		buf_add(&b, STR("<dc:creator><rdf:Seq><rdf:li>"));
		put_xml(&b, p->doc->organisation);
		buf_add(&b, STR("</rdf:li></rdf:Seq></dc:creator>"));
	}
	put_xmp_dates(&b, m);
	if (p->doc->keywords.n) {
		buf_add(&b, STR("<pdf:Keywords>"));
		put_xml(&b, p->doc->keywords);
		buf_add(&b, STR("</pdf:Keywords>"));
	}
	buf_printf(&b,
	    "<pdf:Producer>" PRODUCER "</pdf:Producer>"
	    "<pdfaid:part>2</pdfaid:part>"
	    "<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>"
	    "%s",
	    universal_access);
	buf_add(&b, STR("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"));
	return buf_str(&b);
}

static struct object *
output_intent(struct pdf *p)
{
	struct str profile = { profile_gray,
		(size_t)(profile_gray_end - profile_gray) };
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_add(&b, STR("/Type/OutputIntent/S/GTS_PDFA1"
			"/OutputConditionIdentifier(Gray)/Info(Gray)"));
	put_reference(
	    &b, "DestOutputProfile", stream_add(p->haru, STR("/N 1"), profile));
	return object_add(p->haru, buf_str(&b));
}

void
metadata_write(struct strbuf *catalog, struct pdf *p)
{
	struct moment m = moment_of(p);

	haru_info(p->haru, info(p, m));
	put_reference(catalog, "Metadata",
	    stream_add(p->haru, STR("/Type/Metadata/Subtype/XML"), xmp(p, m)));
	buf_printf(catalog, "/OutputIntents[%u 0 R]", output_intent(p)->id);
	buf_printf(catalog, "/Lang(%s)/MarkInfo<</Marked true>>",
	    language_tags[p->doc->lang]);
	buf_add(catalog, STR("/ViewerPreferences<</DisplayDocTitle true>>"));
}
