"""PyPI's openpyxl and pypdf open a report as anybody's program would: `file=PATH`. Prints what they find as one JSON document."""

import datetime
import json

from peer import options, say


def workbook(path):
    from openpyxl import load_workbook

    book = load_workbook(path)
    [sheet, about] = book.worksheets
    # Looking at cells makes them: count first.
    count = sheet.max_row

    def value(cell):
        kind = type(cell.value).__name__
        text = cell.value
        if isinstance(text, (datetime.date, datetime.time)):
            text = text.isoformat()
        elif isinstance(text, datetime.timedelta):
            text = text.total_seconds()
        return {"kind": kind, "type": cell.data_type, "value": text, "format": cell.number_format, "quoted": cell.quotePrefix}

    return {
        "title": book.properties.title,
        "creator": book.properties.creator,
        "sheet": sheet.title,
        "about": [about.title, *(row[0].value for row in about.iter_rows())],
        "print": [sheet.oddHeader.left.text, sheet.oddHeader.right.text],
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "repeat": sheet.print_title_rows,
        "widths": [sheet.column_dimensions[letter].width for letter in sorted(sheet.column_dimensions)],
        "rows": [[value(cell) for cell in row] for row in sheet.iter_rows(max_row=min(count, 200))],
        "count": count,
    }


def document(path):
    from pypdf import PdfReader

    reader = PdfReader(path)
    root = reader.trailer["/Root"]
    tree = {}

    def walk(node, depth):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child, depth)
            return
        if not hasattr(node, "get"):
            return
        name = node.get("/S")
        if name:
            tree[str(name)] = tree.get(str(name), 0) + 1
        if "/K" in node:
            walk(node["/K"], depth + 1)

    walk(root["/StructTreeRoot"]["/K"], 0)
    fonts = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            descendant = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = descendant.get("/FontDescriptor")
            embedded = descriptor is not None and any(k in descriptor.get_object() for k in ("/FontFile2", "/FontFile3"))
            fonts.add((str(font["/BaseFont"]), embedded))
    return {
        "title": reader.metadata.title,
        "language": str(root["/Lang"]),
        "marked": bool(root["/MarkInfo"]["/Marked"]),
        "shows_title": bool(root["/ViewerPreferences"]["/DisplayDocTitle"]),
        "ua": "pdfuaid" in root["/Metadata"].get_object().get_data().decode("utf-8"),
        "tree": tree,
        "fonts": [{"name": name, "embedded": embedded} for name, embedded in sorted(fonts)],
        "images": [
            [image["/Width"], image["/Height"]]
            for image in (part.get_object() for part in reader.pages[0]["/Resources"].get("/XObject", {}).values())
            if image["/Subtype"] == "/Image"
        ],
        "landscape": reader.pages[0].mediabox.width > reader.pages[0].mediabox.height,
        "pages": [page.extract_text() for page in reader.pages],
    }


path = options()["file"]
say(json.dumps(workbook(path) if path.endswith(".xlsx") else document(path)))
