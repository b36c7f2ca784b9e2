import { sql } from 'kysely';
import { HubError, emit, isStorable, newId, query, queryOne, transaction } from '../../platform/index.js';
import { compilePolicyPack } from '../policy/compile-policy-pack.js';
import { type PolicyPackError, parsePolicyPack } from '../policy/parse-policy-pack.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { policyDrafted } from './events.js';
import { hashYaml } from './hash-yaml.js';
import { requireRationale } from './require-rationale.js';

const MOST_CHARACTERS = 2_000_000;

/** A text that is no policy, with every reason and its line. */
export class BrokenPack extends Error {
  constructor(
    readonly code: 'BAD_POLICY_PACK' | 'VERSION_TAKEN',
    readonly problems: readonly PolicyPackError[],
  ) {
    super(`${code}, line ${problems[0]?.line}`);
    this.name = 'BrokenPack';
  }
}

/**
 * Keeps a text as a draft of the policy, if it is one. A version is written once: a change to it is a version of its own,
 * so that what a screening or a backtest says of a version stays true. Saving the same text twice is once.
 * @returns the draft's uuid
 * @throws BrokenPack with every error and its line; HubError REQUIRED, TOO_LONG, MALFORMED_TEXT
 */
export async function savePolicyDraft(context: ActionContext, input: { readonly yaml: string; readonly rationale: string }): Promise<string> {
  const memberId = requireMember(context);
  const { yaml } = input;
  if (yaml.length > MOST_CHARACTERS) throw new HubError('TOO_LONG', `A policy has at most ${MOST_CHARACTERS.toLocaleString('en')} characters.`, 'yaml');
  if (!isStorable(yaml)) throw new HubError('MALFORMED_TEXT', 'This holds a NUL character or half a surrogate pair.', 'yaml');
  const rationale = requireRationale(input.rationale);
  const { version } = readPack(yaml);
  return transaction(context.db, async (tx) => {
    const [id, now, hash] = [newId(), context.clock.now(), hashYaml(yaml)];
    const saved = await query(
      tx,
      sql`insert into policy_packs (id, version, yaml, yaml_hash, state, rationale, written_by, written_at)
          values (${id}, ${version}, ${yaml}, ${hash}, 'DRAFT', ${rationale}, ${memberId}, ${now})
          on conflict (version) do nothing
          returning id`,
    );
    if (saved.length > 0) {
      await emit(tx, context.viewer.actor, now, [policyDrafted.draft(id, { version, rationale })]);
      return id;
    }
    const same = await queryOne(tx, sql<{ id: string }>`select id from policy_packs where version = ${version} and yaml_hash = ${hash} and written_by = ${memberId}`);
    if (same !== undefined) return same.id;
    const line = yaml.split('\n').findIndex((text) => /^["']?version["']?\s*:/.test(text)) + 1;
    throw new BrokenPack('VERSION_TAKEN', [{ line: Math.max(1, line), field: 'version', message: `there is a version "${version}" already: give this one a label of its own` }]);
  });
}

/** Reads and compiles a text. @throws BrokenPack */
export function readPack(yaml: string): PolicyPack {
  const parsed = parsePolicyPack(yaml);
  if ('errors' in parsed) throw new BrokenPack('BAD_POLICY_PACK', parsed.errors);
  try {
    compilePolicyPack(parsed.pack);
  } catch (fault) {
    throw new BrokenPack('BAD_POLICY_PACK', [{ line: 1, field: '', message: fault instanceof Error ? fault.message : 'cannot be compiled' }]);
  }
  return parsed.pack;
}
