import { hashSense } from '../screening/model/hash-features.js';
import { buildAutomaton, type Automaton } from './build-automaton.js';
import { parseTerm, TOKEN_CLASSES, type Step, type Term, type TokenClass } from './parse-term.js';
import type { PolicyGuard, PolicyPack, PolicyRule } from './policy-pack.js';

/** Something that can be found in a text: a literal, a token, a sequence or a list of such. Its number. */
export type SymbolId = number;

/** Symbols that must follow one another. */
interface Sequence {
  readonly symbol: SymbolId;
  readonly steps: readonly { readonly symbol: SymbolId; readonly joint: Step['joint'] }[];
}

/** Where one symbol's finding leads: to lists that hold it, and to sequences in which it is a step. */
interface SymbolUse {
  readonly lists: readonly { readonly list: SymbolId; readonly opensClause: boolean; readonly closesClause: boolean }[];
  readonly steps: readonly { readonly sequence: number; readonly step: number }[];
  /** Rules or guards ask for it, so its places are kept. */
  readonly kept: boolean;
}

export interface CompiledGuard {
  readonly guard: PolicyGuard;
  readonly terms: SymbolId | null;
}

export interface CompiledRule {
  readonly rule: PolicyRule;
  readonly any: SymbolId;
  readonly all: readonly SymbolId[];
  readonly guards: readonly CompiledGuard[];
}

/** Words that say much the same, as a feature of the models: a vocabulary list, a stance's words, a kind of token. */
export interface CompiledSense {
  readonly name: string;
  readonly symbol: SymbolId;
  readonly feature: number;
}

export interface CompiledPolicy {
  readonly pack: PolicyPack;
  readonly automaton: Automaton;
  /** The automaton's literals, by pattern. */
  readonly literals: readonly { readonly symbol: SymbolId; readonly text: string; readonly lookalike: boolean }[];
  readonly tokens: Readonly<Partial<Record<TokenClass, SymbolId>>>;
  readonly sequences: readonly Sequence[];
  readonly uses: readonly SymbolUse[];
  readonly rules: readonly CompiledRule[];
  readonly senses: readonly CompiledSense[];
}

interface DraftUse {
  lists: { list: SymbolId; opensClause: boolean; closesClause: boolean }[];
  steps: { sequence: number; step: number }[];
  kept: boolean;
}

/** Numbers the symbols of a pack and notes what each leads to. */
class SymbolTable {
  readonly uses: DraftUse[] = [];
  readonly sequences: Sequence[] = [];
  readonly literals = new Map<string, { symbol: SymbolId; lookalike: boolean }>();
  readonly tokens: Partial<Record<TokenClass, SymbolId>> = {};
  private readonly lists = new Map<string, SymbolId>();

  constructor(private readonly vocabulary: Readonly<Record<string, readonly string[]>>) {}

  /** A list without a name, whose places are kept. */
  keep(terms: readonly string[]): SymbolId {
    return this.keepPlaces(this.addList(terms));
  }

  /** The vocabulary's list of this name, its places kept. */
  keepList(name: string): SymbolId {
    return this.keepPlaces(this.list(name));
  }

  keepToken(name: TokenClass): SymbolId {
    return this.keepPlaces((this.tokens[name] ??= this.add()));
  }

  private keepPlaces(symbol: SymbolId): SymbolId {
    const use = this.uses[symbol];
    if (use !== undefined) use.kept = true;
    return symbol;
  }

  addLookalike(written: string): void {
    for (const { piece } of parseTerm(written).steps) {
      if (piece.kind === 'literal') this.literals.set(piece.text, { symbol: this.literal(piece.text), lookalike: true });
    }
  }

  private add(): SymbolId {
    return this.uses.push({ lists: [], steps: [], kept: false }) - 1;
  }

  private addList(terms: readonly string[]): SymbolId {
    const list = this.add();
    for (const written of new Set(terms)) {
      const term = parseTerm(written);
      this.uses[this.termSymbol(term)]?.lists.push({ list, opensClause: term.opensClause, closesClause: term.closesClause });
    }
    return list;
  }

  private termSymbol(term: Term): SymbolId {
    const steps = term.steps.map(({ piece, joint }) => ({ joint, symbol: this.pieceSymbol(piece) }));
    const [only] = steps;
    if (only !== undefined && steps.length === 1) return only.symbol;
    const symbol = this.add();
    const sequence = this.sequences.push({ symbol, steps }) - 1;
    steps.forEach((step, index) => this.uses[step.symbol]?.steps.push({ sequence, step: index }));
    return symbol;
  }

  private pieceSymbol(piece: Step['piece']): SymbolId {
    switch (piece.kind) {
      case 'literal':
        return this.literal(piece.text);
      case 'token':
        return (this.tokens[piece.name] ??= this.add());
      case 'list':
        return this.list(piece.name);
    }
  }

  private literal(text: string): SymbolId {
    const known = this.literals.get(text)?.symbol;
    if (known !== undefined) return known;
    const symbol = this.add();
    this.literals.set(text, { symbol, lookalike: false });
    return symbol;
  }

  private list(name: string): SymbolId {
    const known = this.lists.get(name);
    if (known !== undefined) return known;
    const symbol = this.addList(this.vocabulary[name] ?? []);
    this.lists.set(name, symbol);
    return symbol;
  }
}

/**
 * Prepares a checked pack for matching; done once a version.
 *
 * @throws Error if its terms are more than the automaton holds
 */
export function compilePolicyPack(pack: PolicyPack): CompiledPolicy {
  const table = new SymbolTable(pack.vocabulary);
  pack.lookalikes.forEach((written) => table.addLookalike(written));
  const guards = new Map(pack.guards.map((guard) => [guard.id, { guard, terms: guard.terms === undefined ? null : table.keep(guard.terms) }]));
  const rules = pack.rules.map((rule) => ({
    rule,
    any: table.keep(rule.any),
    all: rule.all.map((terms) => table.keep(terms)),
    guards: rule.guards.flatMap((id) => guards.get(id) ?? []),
  }));
  const sense = (name: string, symbol: SymbolId): CompiledSense => ({ name, symbol, feature: hashSense(name) });
  const senses = [
    ...Object.keys(pack.vocabulary).map((name) => sense(name, table.keepList(name))),
    ...[...guards].flatMap(([id, { terms }]) => (terms === null ? [] : [sense(`stance:${id}`, terms)])),
    ...TOKEN_CLASSES.map((name) => sense(`token:${name}`, table.keepToken(name))),
  ];
  const literals = [...table.literals].map(([text, entry]) => ({ text, ...entry }));
  return {
    pack,
    automaton: buildAutomaton(literals.map(({ text }) => text)),
    literals,
    tokens: table.tokens,
    sequences: table.sequences,
    uses: table.uses,
    rules,
    senses,
  };
}
