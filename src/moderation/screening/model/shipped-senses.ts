import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Senses = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** Lists of terms that share a sense, by name; each is a feature of the models, and no ground for anything by itself. */
export type Senses = Readonly<Record<string, readonly string[]>>;

let shipped: Senses | undefined;

/**
 * The senses that the shipped models were trained with, one list a line; changing one means training the models again
 * (`hub train`). Read once a process: as JSON, because reading as many terms from YAML takes half a second.
 */
export function shippedSenses(): Senses {
  shipped ??= Senses.parse(JSON.parse(readFileSync(new URL('../../models/senses.json', import.meta.url), 'utf8')));
  return shipped;
}
