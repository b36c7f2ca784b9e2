import { createHash } from 'node:crypto';

/** What tells one text of a policy from another: a backtest speaks for exactly the text that it replayed. */
export function hashYaml(yaml: string): Buffer {
  return createHash('sha256').update(yaml).digest();
}
