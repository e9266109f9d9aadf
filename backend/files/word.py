"""Writing Word files that open in an office."""

import io

from docx import Document


def manuscript(title: str, text: str) -> bytes:
    """Return a .docx of a text, a paragraph a line (R41)."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = title
    document.add_heading(title, level=1)
    for line in text.splitlines():
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
