/**
 * The candidate that takes the fewest single-character edits (Levenshtein 1966) to reach from a word; the first
 * of equals. Undefined where there is no candidate.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const edits = editDistance(word, candidate);
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** Rows of the classic table, one at a time: row[j] is the edits from the letters of `from` so far to to[0..j]. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [taken, letter] of [...from].entries()) {
    const next = [taken + 1];
    for (let column = 1; column <= to.length; column++) {
      const replaced = cell(row, column - 1) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, cell(row, column) + 1, cell(next, column - 1) + 1));
    }
    row = next;
  }
  return cell(row, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
