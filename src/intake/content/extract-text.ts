import { foldSpaces, LineFolder } from './fold-lines.js';
import { walkVisible } from './walk-visible.js';

/** Elements that begin and end on a line of their own. */
const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav',
  'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul',
]);

const SECOND_ENCODING = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g;

/** Named entities that editors encode twice. `lt` and `gt` are not among them: text about markup must stay text. */
const TWICE_ENCODED = new Map([
  ['nbsp', ' '], ['ensp', ' '], ['emsp', ' '], ['thinsp', ' '], ['amp', '&'], ['quot', '"'], ['apos', "'"],
  ['ldquo', '“'], ['rdquo', '”'], ['lsquo', '‘'], ['rsquo', '’'], ['hellip', '…'], ['mdash', '—'], ['ndash', '–'],
  ['middot', '·'], ['bull', '•'], ['times', '×'], ['yen', '¥'], ['copy', '©'], ['deg', '°'],
]);

function characterFor(codePoint: number): string | null {
  const printable = codePoint >= 0x20 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return printable && codePoint !== 0x3c && codePoint !== 0x3e ? String.fromCodePoint(codePoint) : null;
}

/** Decodes what is still an entity after decoding once (`&amp;nbsp;` in the source), except angle brackets. */
function decodeAgain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(SECOND_ENCODING, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return TWICE_ENCODED.get(name) ?? written;
    return characterFor(decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16)) ?? written;
  });
}

/**
 * The text of a post as a reader would see it, for screening, search and fingerprints.
 *
 * - A block element (paragraph, heading, list item, table row …) is a line; blocks are parted by one `\n`, empty ones vanish.
 * - `<br>` is a line break; two or more in a row leave one blank line, never more. Table cells are parted by a space.
 * - White space of every kind, full-width indents included, folds to one space; lines have none at either end.
 * - Scripts, styles, frames, form controls, hidden elements, comments and image descriptions are left out.
 * - Entities are decoded; those that were encoded twice are decoded again, angle brackets excepted.
 * - Zero-width characters stay: they are evidence for the screening, which folds them itself.
 *
 * One pass without recursion: linear in the input whatever its nesting, and it never throws.
 */
export function extractText(html: string): string {
  const lines = new LineFolder();
  let preformatted = 0;
  walkVisible(html, {
    text(data) {
      const text = decodeAgain(data);
      if (preformatted === 0) return lines.add(text);
      text.split('\n').forEach((line, index) => {
        if (index > 0) lines.breakLine();
        lines.add(line);
      });
    },
    open(name) {
      if (name === 'br') lines.breakLine();
      else if (name === 'td' || name === 'th') lines.space();
      else if (BLOCKS.has(name)) lines.endLine();
      if (name === 'pre') preformatted += 1;
    },
    close(name) {
      if (name === 'br') lines.breakLine();
      else if (BLOCKS.has(name)) lines.endLine();
      if (name === 'pre' && preformatted > 0) preformatted -= 1;
    },
  });
  return lines.text();
}

/**
 * A post that was pushed as plain text, folded like extractText folds: line ends become `\n` (at most one blank line),
 * other white space one space and none at the ends of lines, control characters go, everything else stays.
 */
export function plainText(text: string): string {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => foldSpaces(line).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
