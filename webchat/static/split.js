// Long text goes out in several messages, as other chat programs do it.

export const LIMIT = 4096;

/** From the best place to cut to the worst; the cut comes after the match. */
const PLACES = [/\n\s*\n/g, /\n/g, /[。！？；!?;]|\. /g, /[\s，、,]/g];

function lastMatchEnd(text, pattern) {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** Keeps surrogate pairs, joined emoji and combining marks together. */
function safeCut(text, wanted) {
  let cut = wanted;
  while (cut > wanted - 64 && cut > 1 && /^[\uDC00-\uDFFF\u200D\uFE0F\u0300-\u036F]/.test(text.slice(cut, cut + 1))) cut -= 1;
  while (cut > wanted - 64 && cut > 1 && text[cut - 1] === "\u200D") cut -= 1;
  return /[\uDC00-\uDFFF]/.test(text[cut] || "") ? cut - 1 : cut;
}

function cutAt(text, limit) {
  const head = text.slice(0, limit);
  for (const pattern of PLACES) {
    const end = lastMatchEnd(head, pattern);
    if (end > limit / 2) return end;
  }
  return safeCut(text, limit);
}

/** Parts of at most `limit` UTF-16 units, none of them blank. */
export function split(text, limit = LIMIT) {
  const parts = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const cut = cutAt(rest, limit);
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  parts.push(rest);
  return parts.filter(Boolean);
}
