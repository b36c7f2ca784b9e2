import { signSet } from '../sign-set.js';

/** A link as it stands in a text; units of the text, end exclusive. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly host: string;
}

/** Ends of hosts by which a bare name is known to be an address. */
const ENDS = new Set(
  'com cn net org gov edu info top xyz vip cc shop club icu site online store live link ltd tv me io app pw tk ml ga cf gq asia biz mobi work fun wang ink red pro ren win bid loan men group cyou buzz ly co gl im gs cm la hk tw ru'.split(' '),
);
const isHostSign = signSet('abcdefghijklmnopqrstuvwxyz0123456789-');
/** Letters of other alphabets that look like Latin ones stand in hosts as well. */
const isForeign = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x0370 && text.charCodeAt(at) <= 0x052f;
const isDot = signSet('.。・');
const isPathSign = signSet("abcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'*+=%");
const LONGEST_HOST = 253;
const LONGEST_SCHEME = 6;

/**
 * Finds links: with a scheme, or a bare name with a known end. A full stop of Chinese between Latin letters is a dot.
 * Linear: one pass.
 * @param text with plain signs, every unit in its place
 */
export function scanLinks(text: string): Link[] {
  const links: Link[] = [];
  for (let dot = nextDot(text, 0); dot < text.length; ) {
    const { link, end } = readLink(text, dot, links.at(-1)?.end ?? 0);
    if (link !== null) links.push(link);
    dot = nextDot(text, Math.max(dot + 1, end));
  }
  return links;
}

/** The next place that may be within a host: a dot, or the end of a scheme. */
function nextDot(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isDot(text, at) && !(text.charCodeAt(at) === 0x3a && text.startsWith('://', at))) at += 1;
  return at;
}

/** Reads the name around a dot or after a scheme; where it ends, whether it is a link or not. */
function readLink(text: string, at: number, free: number): { link: Link | null; end: number } {
  const scheme = text.startsWith('://', at);
  let start = scheme ? at + 3 : at;
  const hostLimit = Math.max(free, at - LONGEST_HOST);
  if (!scheme) while (start > hostLimit && (isHostSign(text, start - 1) || isForeign(text, start - 1))) start -= 1;
  let end = start;
  while (end - start < LONGEST_HOST && (isHostSign(text, end) || isForeign(text, end) || (isDot(text, end) && (isHostSign(text, end + 1) || isForeign(text, end + 1))))) end += 1;
  const written = text.slice(start, end);
  const host = nameOf(written);
  if (host === '' || text[start - 1] === '@') return { link: null, end };
  end = start + host.length;
  const labels = host.split('.');
  const port = /^:\d{2,5}/.exec(text.slice(end, end + 6))?.[0].length ?? 0;
  const path = text[end + port] === '/' ? pathEnd(text, end + port) : end + port;
  const numeric = /^[\d.]+$/.test(host);
  if (!scheme && numeric && (labels.length !== 4 || path === end)) return { link: null, end };
  if (!scheme && !numeric && (labels.length < 2 || !ENDS.has(labels.at(-1) ?? ''))) return { link: null, end: start + written.length };
  return { link: { start: scheme ? schemeStart(text, at, free) : start, end: path, host }, end: path };
}

/** The host that is written; where its last part is no end of hosts, a Chinese full stop before it ends a sentence. */
function nameOf(written: string): string {
  const host = written.replace(/[。・]/g, '.');
  const stop = written.search(/[。・]/);
  return stop === -1 || ENDS.has(host.slice(host.lastIndexOf('.') + 1)) ? host : host.slice(0, stop);
}

function schemeStart(text: string, colon: number, free: number): number {
  let start = colon;
  while (start > free && colon - start < LONGEST_SCHEME && isHostSign(text, start - 1)) start -= 1;
  return start;
}

function pathEnd(text: string, from: number): number {
  let end = from;
  while (isPathSign(text, end)) end += 1;
  while (end > from && '.,;:!?'.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}
