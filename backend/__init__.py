"""Everything true about suggestions; no chat types, and HTTP types only in api/ and console/."""
