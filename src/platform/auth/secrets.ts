import { createHash, randomBytes } from 'node:crypto';

/** A credential as its holder keeps it (256 random bits) and as the hub keeps it (SHA-256). */
export interface Secret {
  readonly plain: string;
  readonly hash: Buffer;
}

/** @param prefix says what the credential is for, e.g. `wmk` for a key: seen in a leak, it can be recognised */
export function newSecret(prefix: string): Secret {
  const plain = `${prefix}_${randomBytes(32).toString('base64url')}`;
  return { plain, hash: hashSecret(plain) };
}

/** Plain SHA-256 is right here: the input has 256 random bits, so there is nothing to guess. */
export function hashSecret(plain: string): Buffer {
  return createHash('sha256').update(plain).digest();
}
