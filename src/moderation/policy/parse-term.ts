import { normalise } from '../screening/normalise.js';

/** Things that are recognised by their form rather than by a list. */
export const TOKEN_CLASSES = ['price', 'number', 'handle'] as const;
export type TokenClass = (typeof TOKEN_CLASSES)[number];

type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'token'; readonly name: TokenClass };

/** A piece and how it joins the piece before: at once, within the clause, or within the sentence. */
export interface Step {
  readonly piece: Piece;
  readonly joint: 'start' | 'adjoining' | 'clause' | 'sentence';
}

export interface Term {
  readonly steps: readonly Step[];
  /** The match must begin, or end, its clause. */
  readonly opensClause: boolean;
  readonly closesClause: boolean;
}

const PART = /(……)|(…)|@([a-z][a-z0-9-]*)|\{([a-z]+)\}|([^…@{}]+)/gu;

function isTokenClass(name: string): name is TokenClass {
  return (TOKEN_CLASSES as readonly string[]).includes(name);
}

/**
 * Reads a term of a policy pack.
 *
 * - plain words are matched as they are, after the same normalising as the post: `算命`
 * - `甲…乙` is 甲 and later 乙 with at most twelve characters between, in one clause; `甲……乙` in one sentence
 * - `@insults` is any term of the vocabulary's list of that name; `你这@insults` has nothing between
 * - `{price}`, `{number}`, `{handle}` are an amount of money, a number, an account name
 * - a leading `^` or a trailing `$` demands that the match begins or ends a clause
 *
 * There are no other patterns, so that matching stays linear whatever an editor writes.
 *
 * @throws Error with a sentence for the editor
 */
export function parseTerm(written: string): Term {
  const opensClause = written.startsWith('^');
  const closesClause = written.endsWith('$');
  const body = written.slice(opensClause ? 1 : 0, closesClause ? -1 : undefined);
  const steps: Step[] = [];
  let joint: Step['joint'] = 'start';
  let read = 0;
  for (const match of body.matchAll(PART)) {
    const [part, far, near, list, token, words] = match;
    read += part.length;
    if (far !== undefined || near !== undefined) {
      if (joint !== 'adjoining') throw new Error(`"${written}" has a gap that nothing stands before`);
      joint = far === undefined ? 'clause' : 'sentence';
      continue;
    }
    steps.push({ joint, piece: readPiece(written, { list, token, words }) });
    joint = 'adjoining';
  }
  if (read !== body.length) throw new Error(`"${written}" has a brace or a sign that does not belong to a pattern`);
  if (steps.length === 0) throw new Error(`"${written}" matches nothing`);
  if (joint !== 'adjoining') throw new Error(`"${written}" ends with a gap`);
  return { steps, opensClause, closesClause };
}

function readPiece(written: string, part: { list?: string; token?: string; words?: string }): Piece {
  if (part.list !== undefined) return { kind: 'list', name: part.list };
  if (part.token !== undefined) {
    if (!isTokenClass(part.token)) throw new Error(`"${written}": there is no {${part.token}}, only ${TOKEN_CLASSES.map((name) => `{${name}}`).join(', ')}`);
    return { kind: 'token', name: part.token };
  }
  const text = normalise(part.words ?? '').text;
  if (text === '') throw new Error(`"${written}" is empty once separators and invisible characters are dropped`);
  return { kind: 'literal', text };
}

/** The vocabulary lists that a term draws on. */
export function listsOf(term: Term): string[] {
  return term.steps.flatMap(({ piece }) => (piece.kind === 'list' ? [piece.name] : []));
}
