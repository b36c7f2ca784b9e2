import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, emit, newId, query, transaction } from '../../platform/index.js';
import { modelStored } from './events.js';
import type { TrainedModel } from './train-models.js';

/** A model in the table, as a policy names it. */
export interface StoredModel {
  readonly view: 'characters' | 'sounds';
  /** Hexadecimal. */
  readonly sha256: string;
}

/**
 * Puts trained models where a policy can name them. Nothing is screened by them until a policy that names them is served.
 * The same bytes are one model, however often they are stored.
 */
export async function storeModels(db: Database, models: readonly Pick<TrainedModel, 'header' | 'bytes'>[], { actor, now }: { readonly actor: string; readonly now: Date }): Promise<StoredModel[]> {
  return transaction(db, async (tx) => {
    const stored: StoredModel[] = [];
    for (const { header, bytes } of models) {
      const [id, digest] = [newId(), createHash('sha256').update(bytes).digest()];
      const { view, version } = header;
      const sha256 = digest.toString('hex');
      const added = await query(
        tx,
        sql`insert into models (sha256, id, view, header, bytes, created_at, actor)
            values (${digest}, ${id}, ${view}, ${JSON.stringify(header)}::jsonb, ${bytes}, ${now}, ${actor})
            on conflict (sha256) do nothing returning id`,
      );
      if (added.length > 0) await emit(tx, actor, now, [modelStored.draft(id, { sha256, view, version })]);
      stored.push({ view, sha256 });
    }
    return stored;
  });
}
