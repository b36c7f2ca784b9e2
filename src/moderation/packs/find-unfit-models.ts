import { sql } from 'kysely';
import { type Queryable, query } from '../../platform/index.js';
import { type PolicyPackError, placeProblem } from '../policy/parse-policy-pack.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { NORMALISER_VERSION } from '../screening/normalise.js';
import { MODEL_VIEWS, type ModelView } from './named-models.js';

interface ModelRow {
  readonly sha256: string;
  readonly view: ModelView;
  readonly normaliser: number;
}

/** Models that a policy names and that this hub does not have, or cannot use there; each with the line that names it. */
export async function findUnfitModels(on: Queryable, yaml: string, { models }: PolicyPack): Promise<PolicyPackError[]> {
  const names = MODEL_VIEWS.flatMap((view) => (models?.[view] === undefined ? [] : [{ view, sha256: models[view] }]));
  if (names.length === 0) return [];
  const digests = names.map(({ sha256 }) => Buffer.from(sha256, 'hex'));
  const known = await query(
    on,
    sql<ModelRow>`select encode(sha256, 'hex') as sha256, view, (header->>'normaliser')::int as normaliser from models where sha256 = any(${digests}::bytea[])`,
  );
  return names.flatMap(({ view, sha256 }) => {
    const problem = inspect(view, known.find((row) => row.sha256 === sha256));
    return problem === undefined ? [] : [placeProblem(yaml, ['models', view], problem)];
  });
}

function inspect(view: ModelView, model: ModelRow | undefined): string | undefined {
  if (model === undefined) return 'names a model that this hub does not have: hub train --store keeps one';
  if (model.view !== view) return `names a model that looks at ${model.view}`;
  if (model.normaliser !== NORMALISER_VERSION) return `names a model made behind normaliser ${model.normaliser}, this hub has ${NORMALISER_VERSION}: train it again`;
  return undefined;
}
