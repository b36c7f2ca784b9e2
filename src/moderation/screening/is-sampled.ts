import { createHash } from 'node:crypto';

const BITS = 2 ** 32;

/**
 * Whether a cleared post goes to people all the same. Decided by the post's id alone, so that every process and every
 * repetition agrees, and raising the rate only adds posts.
 *
 * @param rate share of posts, 0 … 1
 */
export function isSampled(postId: string, rate: number): boolean {
  const draw = createHash('sha256').update(`sample:${postId}`).digest().readUInt32BE(0) / BITS;
  return draw < rate;
}
