import { HubError } from '../platform/index.js';
import { type KnownPost, keyText } from './find-known.js';
import { hashContent } from './hash-content.js';
import type { PostInput, PushPostsInput } from './post-input.view.js';
import { PushOutcome, type PushResult, type RowError } from './push-result.js';
import type { Codes } from './read-codes.js';
import { type ReadyRow, readContent } from './read-content.js';
import { type CheckedRow, readRow } from './read-row.js';

/** A row on its way: still to be dealt with, or with its result. */
export type Step<Content> = { readonly content: Content } | { readonly result: PushResult };

/** Checks each row for itself, and that no two are for the same post. */
export function checkRows(input: PushPostsInput, codes: Codes, now: Date): Step<CheckedRow>[] {
  const seen = new Set<string>();
  return input.posts.map((row) =>
    orRejected(row, () => {
      const content = readRow(row, input.siteCode ?? null, codes, now);
      const key = keyText(content);
      if (seen.has(key)) throw new HubError('DUPLICATE_IN_BATCH', 'An earlier row of this batch has the same id.', 'externalId');
      seen.add(key);
      return content;
    }),
  );
}

/** Settles the rows that need no writing; makes the others ready for it. */
export function settleKnown(steps: readonly Step<CheckedRow>[], known: ReadonlyMap<string, KnownPost>): Step<ReadyRow>[] {
  return steps.map((step) => {
    if ('result' in step) return step;
    const post = known.get(keyText(step.content));
    const contentHash = hashContent(step.content);
    if (post !== undefined && (post.withdrawn || post.contentHash === contentHash)) return { result: leftAlone(step.content.externalId, post) };
    return orRejected(step.content, () => readContent(step.content, contentHash));
  });
}

/** The rows that are still to be dealt with. */
export function contentsOf<Content>(steps: readonly Step<Content>[]): Content[] {
  return steps.flatMap((step) => ('content' in step ? [step.content] : []));
}

/** The result of a row whose post holds the same already, or is withdrawn. */
export function leftAlone(externalId: string, post: KnownPost): PushResult {
  if (!post.withdrawn) return accepted(externalId, PushOutcome.UNCHANGED, post.id);
  return rejected(externalId, { code: 'WITHDRAWN', message: 'The site has withdrawn this post; push it anew under another id.', field: 'externalId' });
}

export function accepted(externalId: string, outcome: PushOutcome, postId: string): PushResult {
  return { externalId, outcome, postId, error: null };
}

function rejected(externalId: string, error: RowError): PushResult {
  return { externalId, outcome: PushOutcome.REJECTED, postId: null, error };
}

function orRejected<Content>({ externalId }: Pick<PostInput, 'externalId'>, read: () => Content): Step<Content> {
  try {
    return { content: read() };
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault;
    return { result: rejected(externalId, { code: fault.code, message: fault.message, field: fault.field ?? 'externalId' }) };
  }
}
