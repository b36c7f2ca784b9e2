import { type Queryable } from '../../platform/index.js';
import { type LoadedPack, servedPack, shadowPack } from '../packs/loaded-packs.js';
import { brakedRules } from './braked-rules.js';

/** By what posts are screened now. */
export interface ScreeningPolicy {
  readonly served: LoadedPack;
  /** Runs beside it, without effect. */
  readonly shadow: LoadedPack | undefined;
  /** Rules that the brake took out, as `check/rule`. */
  readonly braked: ReadonlySet<string>;
}

export async function screeningPolicy(on: Queryable): Promise<ScreeningPolicy> {
  return { served: await servedPack(on), shadow: await shadowPack(on), braked: await brakedRules(on) };
}
