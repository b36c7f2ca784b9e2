import { MappedTextWriter, type Folding } from './mapped-text.js';

const RUN = 3;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function hasRun(text: string): boolean {
  for (let at = 2; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2) && !isDigit(unit)) return true;
  }
  return false;
}

/** Three or more of the same become two (letters: one), so that shouting doesn't hide a word. Numbers stay as they are. */
export const collapseRepeats: Folding = (source) => {
  const { text } = source;
  if (!hasRun(text)) return source;
  const writer = new MappedTextWriter(source);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) === unit) end += 1;
    const long = end - at >= RUN && !isDigit(unit);
    const kept = !long ? end - at : isLetter(unit) ? 1 : 2;
    for (let index = 0; index < kept; index += 1) writer.write(unit, at + index, index === kept - 1 ? end : at + index + 1);
    at = end;
  }
  return writer.finish();
};
