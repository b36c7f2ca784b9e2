/**
 * A text in which every unit of the original is still in its place: full-width signs become ASCII, letters lower case.
 * So a place in it is a place in the text as written.
 */
export function plainSigns(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit;
    const small = narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow;
    if (small === unit) continue;
    plain += text.slice(from, at) + String.fromCharCode(small);
    from = at + 1;
  }
  return plain + text.slice(from);
}
