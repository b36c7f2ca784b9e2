import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { FieldPath } from './manifest-problem.js';

/** A parsed YAML text that still knows where each of its nodes stood. */
export interface LocatedYaml {
  document: Document;
  lines: LineCounter;
}

/** The line (from 1) of the value at a path; where nothing stands there, of the nearest value around it. */
export function lineOfValue({ document, lines }: LocatedYaml, path: FieldPath): number {
  let found = document.contents;
  for (const step of path) {
    const next = childOf(document, found, step);
    if (next === null) break;
    found = next;
  }
  return lineOfNode(lines, found);
}

/** The line (from 1) of the key that ends a path; where there is no such key, of the value around it. */
export function lineOfKey(yaml: LocatedYaml, path: FieldPath): number {
  const around = path.slice(0, -1);
  const map = around.reduce<Node | null>((node, step) => childOf(yaml.document, node, step), yaml.document.contents);
  const pair = isMap(map) ? map.items.find(({ key }) => keyText(key) === path.at(-1)) : undefined;
  return pair === undefined ? lineOfValue(yaml, around) : lineOfNode(yaml.lines, pair.key as Node);
}

/** The path of the innermost entry that begins at or before an offset of the text: what a syntax error is about. */
export function pathAtOffset({ document }: LocatedYaml, offset: number): FieldPath {
  const path: (string | number)[] = [];
  let node = document.contents;
  while (node !== null && startOf(node) <= offset) {
    const entry = lastEntryBefore(node, offset);
    if (entry === undefined) break;
    path.push(entry.step);
    node = entry.value;
  }
  return path;
}

function lastEntryBefore(node: Node, offset: number): { step: string | number; value: Node | null } | undefined {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => startOf(key as Node) <= offset);
    return pair && { step: keyText(pair.key), value: pair.value as Node | null };
  }
  if (!isSeq(node)) return undefined;
  const step = node.items.findLastIndex((item) => startOf(item as Node) <= offset);
  return step === -1 ? undefined : { step, value: node.items[step] as Node };
}

function childOf(document: Document, parent: Node | null, step: string | number): Node | null {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => keyText(key) === step);
    return (pair?.value ?? null) as Node | null;
  }
  if (isSeq(node) && typeof step === 'number') return (node.items[step] ?? null) as Node | null;
  return null;
}

/** A key as it reads in the data, where `2026:` and `"2026":` are the same key. */
function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function lineOfNode(lines: LineCounter, node: Node | null): number {
  return lineAtOffset(lines, node === null ? 0 : startOf(node));
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** The line (from 1) of an offset; an empty text has a first line too. */
export function lineAtOffset(lines: LineCounter, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}
