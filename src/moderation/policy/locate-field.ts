import { isMap, type Document, type LineCounter } from 'yaml';

/** Where a field stands in a document: keys and indexes from the top. */
export type FieldPath = readonly PropertyKey[];

/** The line of the field, or of the nearest thing around it that is there. */
export function lineOf(document: Document, lines: LineCounter, path: FieldPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const parent: unknown = length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => keyOf(key) === String(keys.at(-1))) : undefined;
    const start = rangeOf(pair?.key) ?? rangeOf(document.getIn(keys, true));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function keyOf(key: unknown): string {
  const value: unknown = typeof key === 'object' && key !== null && 'value' in key ? key.value : key;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function rangeOf(node: unknown): number | undefined {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

/** As in `rules[2].any[0]`. */
export function writePath(path: FieldPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`)).join('');
}
