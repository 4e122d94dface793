# From what `qpdf --json=2 --json-stream-data=inline` says of a PDF/A-2 paper to
# what `qpdf --update-from-json` must change of it for part 1: its number, no
# word of PDF/UA, and of each font the set of its codes, which need only be
# there.
.qpdf[1] as $objects
| (.qpdf[0].maxobjectid + 1 | "\(.) 0 R") as $set
| .qpdf[1] = (
    [$objects | to_entries[]
      | if .value.value["/Type"]? == "/FontDescriptor" then
          .value.value["/CIDSet"] = $set
        elif .value.stream.dict["/Type"]? == "/Metadata" then
          .value.stream.data |= (@base64d
            | sub("<pdfaid:part>2<"; "<pdfaid:part>1<")
            | sub("<rdf:Description [^>]*xmlns:pdfuaid=.*</rdf:Description>"; "")
            | @base64)
        else empty end]
    + [{ key: "obj:\($set)", value: { stream: { dict: {}, data: "/w==" } } }]
    | from_entries)
| { qpdf }
