"""The icon as pictures, for the home screens of phones: drawn once, after static/icon.svg."""

import io
from functools import cache

from PIL import Image, ImageDraw

SIZES = (192, 512)
FINER = 2  # drawn larger and scaled down: Pillow draws no smooth edges
UNITS = 64  # side of the drawing in static/icon.svg
GROUND, GLASS, FILAMENT, SCREW = "#b45309", "#fde68a", "#f59e0b", "#fff7ed"
CORNER = 18
SAFE = 0.8  # of a maskable icon, whose rim phones cut off


@cache
def png(size: int, *, maskable: bool) -> bytes:
    """Without transparency and corners when it may be masked."""
    side = size * FINER
    picture = Image.new("RGBA", (side, side), GROUND if maskable else (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    scale = side / UNITS
    if not maskable:
        draw.rounded_rectangle((0, 0, side, side), CORNER * scale, fill=GROUND)
    _bulb(draw, scale * (SAFE if maskable else 1), side * (1 - SAFE) / 2 if maskable else 0)
    file = io.BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _bulb(draw: ImageDraw.ImageDraw, scale: float, margin: float) -> None:
    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return (
            margin + left * scale,
            margin + top * scale,
            margin + right * scale,
            margin + bottom * scale,
        )

    draw.ellipse(box(15, 12, 49, 46), fill=GLASS)
    draw.rectangle(box(23, 40, 41, 47), fill=GLASS)
    draw.ellipse(box(26, 23, 38, 35), fill=FILAMENT)
    draw.rounded_rectangle(box(25, 48.5, 39, 51.5), 1.5 * scale, fill=SCREW)
    draw.rounded_rectangle(box(27.5, 53, 36.5, 56), 1.5 * scale, fill=SCREW)
