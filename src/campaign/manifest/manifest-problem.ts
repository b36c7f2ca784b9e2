/** Where a value stands in a manifest: keys and list positions (from 0) from the top. */
export type FieldPath = readonly (string | number)[];

/** Something wrong at a place in the manifest's data, before anything is known of its text. */
export interface Fault {
  path: FieldPath;
  message: string;
  /** True where the key itself is wrong, so that the line is the key's and not its value's. */
  atKey?: boolean;
}

/** What an organiser is told: the line (from 1) in the text, the field (`units[3].parent`) and a sentence. */
export interface ManifestProblem {
  line: number;
  field: string;
  message: string;
}

/** Writes a path as people read it: `['units', 3, 'parent']` is `units[3].parent`; the whole manifest is ''. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    return before === '' ? step : `${before}.${step}`;
  }, '');
}
