/** A piece of XML that is well-formed as it stands. */
export class Xml {
  constructor(readonly text: string) {}
}

/** What an element may hold: pieces of XML, text to be escaped, or nothing. */
export type XmlContent = Xml | string | null | readonly XmlContent[];

/** Whatever XML 1.0 has no way to write, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** CR would come back as LF, and in an attribute every kind of white space as a blank, unless written as references. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * One element.
 * @param name of ours, never from outside
 * @param attributes values of any text; those that are null are left out
 */
export function element(name: string, attributes: Readonly<Record<string, string | null>>, ...content: readonly XmlContent[]): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escapeAttribute(value)}"`]));
  const inner = write(content);
  return new Xml(inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`);
}

/** A whole document in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`;
}

function write(content: XmlContent): string {
  if (content === null) return '';
  if (typeof content === 'string') return escapeText(content);
  return content instanceof Xml ? content.text : content.map(write).join('');
}

function escapeText(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>\r]/g, escape);
}

function escapeAttribute(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"\r\n\t]/g, escape);
}

function escape(character: string): string {
  return ESCAPES[character] ?? character;
}
