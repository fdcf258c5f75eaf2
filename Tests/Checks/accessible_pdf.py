#!/usr/bin/env python3
"""Checks that everyone can read a PDF and that it can be archived: PDF/UA-1 and PDF/A-2a as far as an object tree shows it.

Usage: accessible_pdf.py [--attached] PDF

Clauses are those of ISO 14289-1 (UA) and ISO 19005-2 (A). Needs pikepdf (Debian: python3-pikepdf).
"""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

try:
    import pikepdf
except ImportError:
    # Debian's package is for Debian's own Python.
    if os.path.realpath(sys.executable) == os.path.realpath("/usr/bin/python3"):
        raise
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])

CONTAINERS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"},
    "L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"},
}
KINDS = {
    "Document", "Sect", "H1", "H2", "H3", "P", "Span", "L", "LI", "LBody", "Figure", "Table", "TR",
    "TH", "TD", "Link",
}
PAINTING = set("f F f* B B* b b* S s sh Do Tj TJ ' \" BI INLINE IMAGE".split())
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
problems = []


def require(truth, clause, what):
    if not truth:
        problems.append(f"{clause}: {what}")


def kids(node):
    found = node.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def is_reference(kid):
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def elements(node):
    return [kid for kid in kids(node) if isinstance(kid, pikepdf.Dictionary) and not is_reference(kid)]


def kind(node):
    return str(node.S)[1:]


def attributes_of(node):
    found = node.get("/A", [])
    return list(found) if isinstance(found, (list, pikepdf.Array)) else [found]


def columns(cell):
    return next((int(a.ColSpan) for a in attributes_of(cell) if "/ColSpan" in a), 1)


def check_catalog(pdf):
    root = pdf.Root
    require(str(root.get("/Lang", "")), "UA 7.2", "the document has no language")
    require(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True, "UA 7.1-10",
            "the title bar does not show the title")
    require(root.get("/MarkInfo", {}).get("/Marked") is True, "UA 6.2", "it is not marked as tagged")
    require("/ID" in pdf.trailer, "A 6.1.3-1", "there is no file identifier")
    require("/Encrypt" not in pdf.trailer, "A 6.1.3-2", "it is encrypted")
    intents = root.get("/OutputIntents", [])
    require(len(intents) == 1, "A 6.2.4.3-2", "there is no output intent")
    for intent in intents:
        profile = intent.DestOutputProfile.read_bytes()
        require(int.from_bytes(profile[:4], "big") == len(profile) and profile[36:40] == b"acsp",
                "A 6.2.3", "the colour profile is damaged")
        require(intent.DestOutputProfile.N == 3 and profile[16:20] == b"RGB ", "A 6.2.3",
                "the colour profile is not one of RGB")


def check_metadata(pdf, attached):
    stream = pdf.Root.get("/Metadata")
    require(stream is not None, "UA 7.1-8", "there is no XMP")
    if stream is None:
        return
    require("/Filter" not in stream, "A 6.6.2.1", "the XMP is packed")
    require("/Subtype" in stream and stream.Subtype == "/XML", "UA 7.1-8", "the XMP is not XML")
    tree = ElementTree.fromstring(stream.read_bytes())

    def text(path):
        found = tree.find(".//" + path, NAMESPACES)
        return None if found is None else found.text

    info = pdf.trailer.Info
    require(text("pdfuaid:part") == "1", "UA 5-1", "it does not call itself PDF/UA-1")
    require(text("pdfaid:part") == ("3" if attached else "2"), "A 6.6.4", "it does not call itself PDF/A")
    require(text("pdfaid:conformance") == "A", "A 6.6.4", "it is not of level A")
    require(text("pdfaSchema:prefix") == "pdfuaid", "A 6.6.2.3", "pdfuaid is not declared")
    require(text("dc:title/rdf:Alt/rdf:li") == str(info.Title), "UA 7.1-9", "the titles differ")
    if "/Author" in info:
        require(text("dc:creator/rdf:Seq/rdf:li") == str(info.Author), "A 6.6.2", "the authors differ")
    for key, path in [("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")]:
        date = re.sub(r"[^0-9]", "", text(path) or "")
        require(date == re.sub(r"[^0-9]", "", str(info[key])), "A 6.6.2", f"{key} differs")
    require(text("pdf:Producer") == str(info.get("/Producer", "")), "A 6.6.2", "the producers differ")


def check_structure(pdf):
    root = pdf.Root.get("/StructTreeRoot")
    require(root is not None, "UA 7.1-11", "there is no structure")
    if root is None:
        return {}, 0
    tops = elements(root)
    require([kind(top) for top in tops] == ["Document"], "UA 7.1", "there is not one root")
    marks, headings, names, linked = {}, [], [], []
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def walk(node, parent, page):
        name = kind(node)
        require(name in KINDS, "UA 7.1-5", f"“{name}” is no standard kind")
        if parent in CONTAINERS:
            require(name in CONTAINERS[parent], "UA 7.2", f"{name} stands in {parent}")
        if name in ("TR", "LI"):
            require(parent in ("Table", "THead", "TBody", "TFoot", "L"), "UA 7.2", f"{name} stands in {parent}")
        if "/Pg" in node:
            page = pages[node.Pg.objgen]
        attributes = attributes_of(node)
        if name == "Figure":
            require(str(node.get("/Alt", "")).strip(), "UA 7.3-1", "a figure has no alternative text")
            boxes = [a.BBox for a in attributes if "/BBox" in a]
            size = pdf.pages[page].MediaBox
            require(len(boxes) == 1 and all(
                -1 <= float(boxes[0][i]) <= float(size[2 + i % 2]) + 1 for i in range(4)),
                "UA 7.3", f"a figure on page {page + 1} has no box on its page")
        if name == "TH":
            require(any("/Scope" in a for a in attributes), "UA 7.5-1", "a header cell has no scope")
        if re.fullmatch("H[1-6]", name):
            headings.append(int(name[1]))
        if name == "Table":
            widths = {sum(map(columns, elements(row))) for row in elements(node)}
            require(len(widths) == 1, "UA 7.2-42", f"rows of a table have {sorted(widths)} cells")
            require(any(kind(c) == "TH" for row in elements(node) for c in elements(row)), "UA 7.5",
                    "a table has no header cells")
        if "/ID" in node:
            names.append(bytes(node.ID))
        own = [kid for kid in kids(node) if not isinstance(kid, pikepdf.Dictionary)]
        require(not (own and elements(node)), "ours", f"{name} has content beside parts")
        places = [kid.Obj for kid in kids(node) if is_reference(kid)]
        require(len(places) == (name == "Link"), "UA 7.18.5-1", f"a {name} has {len(places)} places on the page")
        for place in places:
            linked.append((place, node, page))
        for mark in own:
            require((page, int(mark)) not in marks, "UA 7.1", f"mark {mark} of page {page + 1} is used twice")
            marks[(page, int(mark))] = node
        for child in elements(node):
            require(child.P.objgen == node.objgen, "UA 7.1", f"a {kind(child)} has another parent")
            walk(child, name, page)

    for top in tops:
        walk(top, None, None)
    last = 0
    for level in headings:
        require(level <= last + 1, "UA 7.4.2-1", f"H{level} follows H{last}")
        last = level
    require(len(set(names)) == len(names), "A 6.8", "two parts have one name")
    if names:
        entries = root.get("/IDTree", {}).get("/Names", [])
        require([bytes(entries[i]) for i in range(0, len(entries), 2)] == sorted(names), "ours",
                "the names are not in the tree of names")
    lists = {}
    numbers = root.ParentTree.Nums
    for i in range(0, len(numbers), 2):
        lists[int(numbers[i])] = numbers[i + 1]
    keys = [int(numbers[i]) for i in range(0, len(numbers), 2)]
    require(keys == sorted(set(keys)), "A 6.8", "the tree of parents is not in order")
    for place, node, page in linked:
        require(place.Subtype == "/Link" and lists[int(place.StructParent)].objgen == node.objgen,
                "UA 7.18.1-4", "a link's place leads to another part")
        require(any(a.objgen == place.objgen for a in pdf.pages[page].get("/Annots", [])), "UA 7.18.5-1",
                "a link's place is not on its page")
    places = sum(len(page.get("/Annots", [])) for page in pdf.pages)
    require(places == len(linked), "UA 7.18.1-1", f"{places - len(linked)} places on pages are no links")
    return marks, lists


def check_pages(pdf, marks, lists):
    for number, page in enumerate(pdf.pages):
        require(page.get("/Tabs") == "/S", "UA 7.18.3-1", f"page {number + 1} has no order of tabs")
        parents = lists.get(int(page.get("/StructParents", -1)), [])
        stack, seen, bare, depth, deepest = [], set(), 0, 0, 0
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                what = operands[1].get("/MCID") if len(operands) > 1 else None
                inside = [entry for entry in stack if entry is not None]
                if operands[0] == "/Artifact":
                    require(not inside, "UA 7.1-1", f"decoration within content on page {number + 1}")
                    stack.append("artifact")
                elif what is not None:
                    require(not inside, "UA 7.1-2", f"content within other content on page {number + 1}")
                    mark = int(what)
                    seen.add(mark)
                    node = marks.get((number, mark))
                    require(node is not None, "UA 7.1", f"mark {mark} of page {number + 1} has no part")
                    if node is not None:
                        # Cairo takes a link for a stretch.
                        name = kind(node).replace("Link", "Span")
                        require("/" + name == operands[0], "ours", f"mark {mark} is of another kind")
                        require(parents[mark].objgen == node.objgen, "UA 7.1",
                                f"mark {mark} of page {number + 1} leads to another part")
                    stack.append(mark)
                else:
                    stack.append(None)
            elif operator == "EMC":
                require(bool(stack), "A 6.2", "a mark ends that did not begin")
                stack.pop()
            elif operator in PAINTING:
                bare += not [entry for entry in stack if entry is not None]
            elif operator in "qQ":
                depth += 1 if operator == "q" else -1
                deepest = max(deepest, depth)
        require(not stack, "A 6.2", f"a mark on page {number + 1} does not end")
        require(bare == 0, "UA 7.1-3", f"{bare} things on page {number + 1} are neither content nor decoration")
        require(deepest <= 28, "A 6.1.13-8", f"page {number + 1} saves its state {deepest} times")
        missing = {mark for page, mark in marks if page == number} - seen
        require(not missing, "UA 7.1", f"marks {sorted(missing)} of page {number + 1} are not on it")


def check_objects(pdf):
    for thing in pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        require(thing.get("/Interpolate") is not True, "A 6.2.8-3", "a picture is interpolated")
        if thing.get("/Type") == "/Font":
            if thing.get("/Subtype") == "/CIDFontType2":
                require("/CIDToGIDMap" in thing, "UA 7.21.3.2", f"{thing.BaseFont} has no map of glyphs")
            if thing.get("/Subtype") in ("/Type1", "/TrueType", "/Type0"):
                require("/ToUnicode" in thing, "UA 7.21.7", f"{thing.BaseFont} has no Unicode")
        if thing.get("/Type") == "/FontDescriptor":
            require(any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")), "UA 7.21.4.1",
                    f"{thing.FontName} is not embedded")
        if thing.get("/Subtype") == "/Link":
            require(str(thing.get("/Contents", "")), "UA 7.18.5-2", "a link has no words")
            require(int(thing.get("/F", 0)) & 4, "A 6.3.2-1", "a link is not printed")


def check_attachments(pdf, attached):
    files = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    require(bool(files) == attached, "A 6.8", "there are attached files" if files else "nothing is attached")
    associated = {file.objgen for file in pdf.Root.get("/AF", [])}
    for i in range(1, len(files), 2):
        file = files[i]
        require(file.objgen in associated, "A-3 6.8", "a file is not associated")
        require("/F" in file and "/UF" in file and "/AFRelationship" in file, "UA 7.11", "a file has no name")
        stream = file.EF.F
        require(len(stream.read_bytes()) == int(stream.Params.Size), "A-3 6.8", "a file is not whole")
        require("/Subtype" in stream, "A-3 6.8", "a file has no type")


def main():
    arguments = sys.argv[1:]
    attached = "--attached" in arguments
    paths = [argument for argument in arguments if argument != "--attached"]
    if len(paths) != 1:
        sys.exit(__doc__)
    with open(paths[0], "rb") as file:
        head = file.read(20)
    require(re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", head), "A 6.1.2", "the first lines are others")
    with pikepdf.open(paths[0]) as pdf:
        check_catalog(pdf)
        check_metadata(pdf, attached)
        marks, lists = check_structure(pdf)
        if marks:
            check_pages(pdf, marks, lists)
        check_objects(pdf)
        check_attachments(pdf, attached)
        if not problems:
            print(f"accessible: {len(marks)} parts of {len(pdf.pages)} pages, nothing left unmarked")
    for problem in problems[:40]:
        print(f"accessible: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


main()
