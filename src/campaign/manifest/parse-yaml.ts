import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document } from 'yaml';
import { lineAtOffset, pathAtOffset } from './locate-field.js';
import type { LocatedYaml } from './locate-field.js';
import { fieldName } from './manifest-problem.js';
import type { ManifestProblem } from './manifest-problem.js';

/** More references than this are refused, as is a text whose references multiply beyond it ("billion laughs"). */
const maxAliases = 100;

/**
 * Parses YAML 1.2 (core schema: a date stays text, `on` and `no` stay words) and gives the data with its places.
 *
 * Broken syntax, a key given twice, tags, references without an anchor and references that multiply are problems.
 */
export function parseYaml(source: string): { data: unknown; yaml: LocatedYaml } | { problems: ManifestProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
  });
  const yaml = { document, lines };
  const tooDeep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) return { problems: [{ line: lineAtOffset(lines, tooDeep.pos[0]), field: '', message: 'is nested too deeply' }] };
  const faults = [...document.errors, ...document.warnings].map(({ pos, message, code }) => ({
    offset: pos[0],
    message: code === 'DUPLICATE_KEY' ? 'is given twice' : `cannot be read as YAML: ${message}`,
  }));
  faults.push(...aliasFaults(document));
  if (faults.length > 0) return { problems: oneALine(faults.map((fault) => locate(yaml, fault))) };
  try {
    return { data: document.toJS({ maxAliasCount: maxAliases }) as unknown, yaml };
  } catch (error) {
    const offset = aliasesIn(document)[0]?.range?.[0] ?? 0;
    return { problems: [locate(yaml, { offset, message: `cannot be read as YAML: ${(error as Error).message}` })] };
  }
}

interface SyntaxFault {
  offset: number;
  message: string;
}

function aliasFaults(document: Document): SyntaxFault[] {
  const aliases = aliasesIn(document);
  const beyond = aliases[maxAliases];
  if (beyond !== undefined) return [faultAt(beyond, `there are more than ${maxAliases} references (*name): write the values out`)];
  return aliases
    .filter((alias) => alias.resolve(document) === undefined)
    .map((alias) => faultAt(alias, `refers to *${alias.source}, which no &${alias.source} before it defines`));
}

function aliasesIn(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Node: (_key, node) => void (isAlias(node) && aliases.push(node)) });
  return aliases;
}

function faultAt(alias: Alias, message: string): SyntaxFault {
  return { offset: alias.range?.[0] ?? 0, message };
}

function locate(yaml: LocatedYaml, { offset, message }: SyntaxFault): ManifestProblem {
  return { line: lineAtOffset(yaml.lines, offset), field: fieldName(pathAtOffset(yaml, offset)), message };
}

/** Keeps a line's first problem: one wrong character makes the parser complain many times in a row. */
function oneALine(problems: ManifestProblem[]): ManifestProblem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.line, problem])).values()].toReversed();
}
