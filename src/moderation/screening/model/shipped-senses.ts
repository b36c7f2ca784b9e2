import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Senses = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** Lists of terms that share a sense, by name; each is a feature of the models, and no ground for anything by itself. */
export type Senses = Readonly<Record<string, readonly string[]>>;

let shipped: Senses | undefined;

/** The senses that the shipped models were trained with; read once a process. */
export function shippedSenses(): Senses {
  const path = new URL('../../models/senses.yaml', import.meta.url);
  shipped ??= existsSync(path) ? Senses.parse(parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 })) : {};
  return shipped;
}
