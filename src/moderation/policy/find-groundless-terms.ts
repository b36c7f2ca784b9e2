import { parseTerm } from './parse-term.js';
import type { PolicyPack } from './policy-pack.js';

/**
 * Offices, institutions and the hub: none may be a ground for action by itself, whatever an editor thinks, so no rule
 * may have one as a term of its own.
 */
const NEVER_A_GROUND = new Set(
  '政府 法院 检察院 公安局 派出所 党委 纪委 人大 政协 部门 单位 领导 干部 官员 局长 处长 科长 书记 省长 市长 县长 区长 镇长 乡长 村长 主任 校长 院长 警察 城管 法官 记者 编辑 小编 平台 本站 网站 管理员 审核 政策 规定 教堂 寺庙 道观 清真寺 佛教 道教 基督教 伊斯兰教 宗教'.split(' '),
);

/** A term of a rule that may not be one, by its place. */
interface GroundlessTerm {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Terms by which a rule would act on the mere mention of an office, an institution or a belief: written plainly, in any
 * spelling that normalising undoes, or by way of a vocabulary list. A list may hold such words for a rule that asks for more besides
 * (who is meant, say, beside an insult), not for one that asks for nothing else.
 */
export function findGroundlessTerms(pack: PolicyPack): GroundlessTerm[] {
  return pack.rules.flatMap((rule, index) =>
    rule.any.flatMap((term, at) => {
      const named = namedAlone(term, rule.all.length === 0 ? pack.vocabulary : {}, new Set()).find((word) => NEVER_A_GROUND.has(word));
      if (named === undefined) return [];
      const message = `"${named}" names an office, an institution or a belief: criticism of it is never a ground`;
      return [{ path: ['rules', index, 'any', at], message: term === named ? message : `"${term}" is enough where it says "${named}", and ${message}` }];
    }),
  );
}

/** The words that a term of one piece stands for, through any number of lists. */
function namedAlone(written: string, vocabulary: PolicyPack['vocabulary'], seen: Set<string>): string[] {
  const piece = onlyPiece(written);
  if (piece?.kind === 'literal') return [piece.text];
  if (piece?.kind !== 'list' || seen.has(piece.name)) return [];
  seen.add(piece.name);
  return (vocabulary[piece.name] ?? []).flatMap((term) => namedAlone(term, vocabulary, seen));
}

/** A term that cannot be read is told of elsewhere. */
function onlyPiece(written: string): ReturnType<typeof parseTerm>['steps'][number]['piece'] | undefined {
  try {
    const { steps } = parseTerm(written);
    return steps.length === 1 ? steps[0]?.piece : undefined;
  } catch {
    return undefined;
  }
}
