/** What an import did to a section: entries that are new, that were amended, that stood already as they should. */
export interface ImportCount {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** A row that an upsert wrote; rows that stood already are not among what it returns. */
export interface WrittenRow {
  readonly code: string;
  readonly created: boolean;
}

/**
 * Counts what came of a section's entries.
 * @param total entries in the section
 * @param written what was written, of which a code may occur more than once where several steps amend an entry
 */
export function countImport(total: number, written: readonly WrittenRow[]): ImportCount {
  const created = new Set(written.filter((row) => row.created).map((row) => row.code));
  const touched = new Set(written.map((row) => row.code));
  return { created: created.size, changed: touched.size - created.size, unchanged: total - touched.size };
}
