import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Queryable, query } from '../../platform/index.js';
import type { ModelSettings } from '../policy/policy-pack.js';
import type { LinearModel } from '../screening/model/linear-model.js';
import { readModel } from '../screening/model/model-file.js';
import { type ModelPair, shippedModels } from '../screening/model/shipped-models.js';
import { NORMALISER_VERSION } from '../screening/normalise.js';

/** What a policy may name a model for. */
export const MODEL_VIEWS = ['characters', 'sounds'] as const;
export type ModelView = (typeof MODEL_VIEWS)[number];

/** The models that a policy names, as their files; those that it does not name came with the hub. */
export type NamedModels = Readonly<Partial<Record<ModelView, { readonly sha256: string; readonly bytes: Buffer }>>>;

/**
 * Reads the models that a policy names.
 * @throws Error when one is not in the table; a draft that names it is refused, so the table was tampered with
 */
export async function readNamedModels(on: Queryable, settings: ModelSettings | undefined): Promise<NamedModels> {
  const names = MODEL_VIEWS.flatMap((view) => (settings?.[view] === undefined ? [] : [{ view, sha256: settings[view] }]));
  if (names.length === 0) return {};
  const digests = names.map(({ sha256 }) => Buffer.from(sha256, 'hex'));
  const rows = await query(on, sql<{ sha256: string; bytes: Buffer }>`select encode(sha256, 'hex') as sha256, bytes from models where sha256 = any(${digests}::bytea[])`);
  return Object.fromEntries(
    names.map(({ view, sha256 }) => {
      const found = rows.find((row) => row.sha256 === sha256);
      if (found === undefined) throw new Error(`The policy names the model ${sha256}, which this hub does not have.`);
      return [view, found];
    }),
  );
}

/** By digest: versions that name the same model share it. */
const opened = new LRUCache<string, LinearModel>({ max: 4 });

/**
 * The two models to screen with; a named one is laid out once a process.
 * @throws Error when one was made behind another normaliser, as may be after the hub was brought up to date: it would judge
 *   texts that it never saw the like of
 */
export function openModels(named: NamedModels): ModelPair {
  const open = (view: ModelView): LinearModel => {
    const file = named[view];
    if (file === undefined) return shippedModels()[view];
    const model = opened.get(file.sha256) ?? readModel(file.bytes);
    const { normaliser } = model.header;
    if (normaliser !== NORMALISER_VERSION) throw new Error(`The model ${file.sha256} was made behind normaliser ${normaliser}, this hub has ${NORMALISER_VERSION}: train it again, or roll the policy back.`);
    opened.set(file.sha256, model);
    return model;
  };
  return { characters: open('characters'), sounds: open('sounds') };
}
