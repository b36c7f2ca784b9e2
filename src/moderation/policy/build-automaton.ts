/** Finds all of many literals in one pass over a text. */
export interface Automaton {
  /** Calls back for every occurrence, in the order of the ends; `pattern` is the literal's position in the list. */
  scan(text: string, found: (pattern: number, end: number) => void): void;
}

const UNITS = 0x10000;
/** A node and a unit share a 32-bit key. */
const MOST_NODES = 0xffff;
const MULTIPLIER = 0x9e3779b1;

/**
 * Aho–Corasick ("Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975) over UTF-16 units.
 * Transitions lie in one open-addressing table, the root's in a plain array, because most characters of a post never
 * leave the root. Scanning is linear in the text and in the number of occurrences.
 *
 * @param literals distinct, not empty
 * @throws Error if they need more than 65,535 nodes
 */
export function buildAutomaton(literals: readonly string[]): Automaton {
  const trie = buildTrie(literals);
  const { failures, outputs } = linkFailures(trie);
  const next = packTransitions(trie);
  const root = new Int32Array(UNITS);
  for (const [unit, node] of trie[0]?.children ?? []) root[unit] = node;

  return {
    scan(text, found) {
      let node = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        let into = node === 0 ? -1 : next(node, unit);
        while (into === -1 && node !== 0) {
          node = failures[node] ?? 0;
          into = node === 0 ? -1 : next(node, unit);
        }
        node = into === -1 ? (root[unit] ?? 0) : into;
        const ended = node === 0 ? undefined : outputs[node];
        if (ended !== undefined) for (const pattern of ended) found(pattern, at + 1);
      }
    },
  };
}

interface TrieNode {
  readonly children: Map<number, number>;
  readonly pattern: number;
}

function buildTrie(literals: readonly string[]): readonly TrieNode[] {
  const nodes: { children: Map<number, number>; pattern: number }[] = [{ children: new Map(), pattern: -1 }];
  literals.forEach((literal, pattern) => {
    let node = 0;
    for (let at = 0; at < literal.length; at += 1) {
      const unit = literal.charCodeAt(at);
      const children = nodes[node]?.children;
      let child = children?.get(unit);
      if (child === undefined) {
        child = nodes.push({ children: new Map(), pattern: -1 }) - 1;
        children?.set(unit, child);
      }
      node = child;
    }
    const end = nodes[node];
    if (end !== undefined) end.pattern = pattern;
  });
  if (nodes.length > MOST_NODES) throw new Error(`the policy pack's terms need ${nodes.length} nodes, at most ${MOST_NODES} are possible`);
  return nodes;
}

function linkFailures(trie: readonly TrieNode[]): { failures: Int32Array; outputs: (readonly number[] | undefined)[] } {
  const failures = new Int32Array(trie.length);
  const outputs: (readonly number[] | undefined)[] = trie.map(({ pattern }) => (pattern === -1 ? undefined : [pattern]));
  const queue: number[] = [...(trie[0]?.children.values() ?? [])];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0;
    for (const [unit, child] of trie[node]?.children ?? []) {
      let failure = failures[node] ?? 0;
      while (failure !== 0 && trie[failure]?.children.get(unit) === undefined) failure = failures[failure] ?? 0;
      failures[child] = trie[failure]?.children.get(unit) ?? 0;
      const shorter = outputs[failures[child] ?? 0];
      if (shorter !== undefined) outputs[child] = [...(outputs[child] ?? []), ...shorter];
      queue.push(child);
    }
  }
  return { failures, outputs };
}

function packTransitions(trie: readonly TrieNode[]): (node: number, unit: number) => number {
  let bits = 4;
  while (1 << bits < trie.length * 2) bits += 1;
  const mask = (1 << bits) - 1;
  const keys = new Uint32Array(1 << bits);
  const targets = new Int32Array(1 << bits).fill(-1);
  const slotOf = (key: number): number => Math.imul(key, MULTIPLIER) >>> (32 - bits);
  trie.forEach(({ children }, node) => {
    if (node === 0) return;
    for (const [unit, child] of children) {
      const key = (node * UNITS + unit) >>> 0;
      let slot = slotOf(key);
      while (targets[slot] !== -1) slot = (slot + 1) & mask;
      keys[slot] = key;
      targets[slot] = child;
    }
  });
  return (node, unit) => {
    const key = (node * UNITS + unit) >>> 0;
    let slot = slotOf(key);
    while (targets[slot] !== -1) {
      if (keys[slot] === key) return targets[slot] ?? -1;
      slot = (slot + 1) & mask;
    }
    return -1;
  };
}
