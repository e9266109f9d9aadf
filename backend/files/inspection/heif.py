"""Photos of newer telephones (heic, heif), which few office computers show."""

import pillow_heif

from backend.files.inspection.pictures import look

__all__ = ["look"]

pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)
