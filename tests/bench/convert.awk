# The bench document for other programs: awk -v to=tex|html|typ -f convert.awk
# FILE.md.  Its Markdown has headings, paragraphs and tables alone.
function escape(s) {
	if (to == "tex")
		gsub(/[&%#_]/, "\\\\&", s)
	else if (to == "typ")
		gsub(/[#*_$@<>\[\]`]/, "\\\\&", s)
	return s
}
function trim(s) {
	gsub(/^ +| +$/, "", s)
	return s
}
function heading(level, s) {
	if (to == "tex")
		print (level == 1 ? "\\section*{" : "\\subsection*{") s "}"
	else if (to == "html")
		print "<h" level ">" s "</h" level ">"
	else {
		sub(/\./, "\\.", s)
		print (level == 1 ? "= " : "== ") s
	}
}
# A row of a table; the column of texts is the wide one.
function row(s,    n, i, cell, out) {
	sub(/^\|/, "", s)
	sub(/\|[ ]*$/, "", s)
	n = split(s, cell, "|")
	if (!rows++)
		table_begin(n)
	for (i = 1; i <= n; i++) {
		cell[i] = escape(trim(cell[i]))
		if (to == "tex")
			out = out (i > 1 ? " & " : "") cell[i]
		else if (to == "html")
			out = out "<td>" cell[i] "</td>"
		else
			out = out "[" cell[i] "], "
	}
	if (to == "tex")
		print out "\\\\\\hline"
	else if (to == "html")
		print "<tr>" out "</tr>"
	else
		print rows == 1 ? "table.header(" out ")," : out
}
function table_begin(n) {
	if (to == "tex")
		print "\n\\noindent\\begin{tabularx}{\\textwidth}{|l|X|" \
			(n == 3 ? "l|" : "X|l|") "}\\hline"
	else if (to == "html")
		print "<table>"
	else
		print "#{set text(12pt); table(columns: (auto, 1fr" \
			(n == 3 ? ", auto" : ", auto, auto") "),"
}
function table_end() {
	if (rows && to == "tex")
		print "\\end{tabularx}\n"
	else if (rows && to == "html")
		print "</table>"
	else if (rows)
		print ")}"
	rows = 0
}
BEGIN {
	if (to == "tex")
		print "\\documentclass[a4paper,14pt]{extarticle}\n" \
			"\\usepackage[left=30mm,right=15mm,top=20mm,bottom=20mm]" \
			"{geometry}\n\\usepackage{fontspec,tabularx}\n" \
			"\\setmainfont{LiberationSerif-Regular.ttf}[Path=" fonts \
			"/,BoldFont=LiberationSerif-Bold.ttf]\n" \
			"\\parindent12.5mm\n\\begin{document}"
	else if (to == "html")
		print "<html lang=ky><meta charset=utf-8><style>\n" \
			"@font-face{font-family:L;src:url(" fonts \
			"/LiberationSerif-Regular.ttf)}\n" \
			"@font-face{font-family:L;font-weight:bold;src:url(" fonts \
			"/LiberationSerif-Bold.ttf)}\n" \
			"@page{size:A4;margin:20mm 15mm 20mm 30mm}\n" \
			"body{font:14pt L;text-align:justify}\n" \
			"p{text-indent:12.5mm;margin:0}\n" \
			"table{border-collapse:collapse;font-size:12pt}\n" \
			"td{border:.5pt solid}</style>"
	else
		print "#set page(paper: \"a4\", margin: (left: 30mm, right: 15mm," \
			" top: 20mm, bottom: 20mm), numbering: \"1\")\n" \
			"#set text(font: \"Liberation Serif\", size: 14pt," \
			" lang: \"ky\")\n" \
			"#set par(justify: true, leading: .5em," \
			" first-line-indent: (amount: 12.5mm, all: true))\n" \
			"#set table(stroke: .5pt)"
}
/^\|[-|]*\|$/ { next }
/^\|/ { row($0); next }
{ table_end() }
/^# / { heading(1, escape(substr($0, 3))); next }
/^## / { heading(2, escape(substr($0, 4))); next }
NF { print to == "html" ? "<p>" $0 "</p>" : escape($0) "\n" }
END {
	table_end()
	if (to == "tex")
		print "\\end{document}"
}
