/**
 * Makes views of rows and gathers them by a key, in the order of the rows.
 * @returns by key; keys without rows are left out
 */
export function groupRows<Row, View>(rows: readonly Row[], keyOf: (row: Row) => string, viewOf: (row: Row) => View): Map<string, View[]> {
  const groups = new Map<string, View[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [viewOf(row)]);
    else group.push(viewOf(row));
  }
  return groups;
}
