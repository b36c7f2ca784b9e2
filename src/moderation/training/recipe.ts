import { z } from 'zod';

const Share = z.number().positive();

/**
 * How much a source's rows count for a head. A head of a category (`superstition.chain`) sees what that of its family
 * sees; any other head sees the sources that name it.
 */
const Source = z.strictObject({
  /** Beside the recipe, or in the folder given by `--data`. */
  file: z.string().min(1),
  licence: z.string().min(1),
  /** What the file is, where its name does not say. */
  of: z.string().optional(),
  /** Category of the rows that break a rule, where the file does not say. */
  category: z.string().optional(),
  heads: z.record(z.string(), Share),
});

const Head = z.strictObject({
  name: z.string().min(1),
  /** Categories (or beginnings of them, up to a dot) that carry the head's label; `*` is whatever breaks a rule. */
  labels: z.array(z.string().min(1)).min(1),
  /** Features kept; each takes about three bytes. */
  keep: z.number().int().positive(),
  cost: z.number().positive(),
  smoothing: z.number().positive(),
  /** Whether the head says which category an offence has: it is trained on rows only that break a rule, and which. */
  among: z.enum(['all', 'offences']).default('all'),
});

/** What the two models are made from; see `recipe.yaml`. */
export const RecipeShape = z.strictObject({
  version: z.string().min(1),
  epochs: z.number().int().positive(),
  folds: z.number().int().min(2),
  models: z.array(z.strictObject({ file: z.string().min(1), view: z.enum(['characters', 'sounds']), heads: z.array(Head).min(1) })).min(1),
  sources: z.array(Source).min(1),
});

export type Recipe = z.infer<typeof RecipeShape>;
export type RecipeHead = Recipe['models'][number]['heads'][number];

/** Whether a row carries the head's label. */
export function carriesLabel(head: Pick<RecipeHead, 'labels'>, row: { readonly flag: boolean; readonly category: string | null }): boolean {
  return row.flag && head.labels.some((label) => label === '*' || label === row.category || row.category?.startsWith(`${label}.`) === true);
}
