import type { CompiledPolicy } from '../policy/compile-policy-pack.js';
import type { ModelSettings } from '../policy/policy-pack.js';
import type { Check } from './checks.js';
import { isDisguised } from './disguise.js';
import { placeSpans, type Finding } from './finding.js';
import { type Hearing, type Judgement, hear, likeliestCategory } from './model/judge.js';
import type { ModelPair } from './model/shipped-models.js';
import { weighSpans } from './model/weigh-spans.js';
import type { ScreenedDocument } from './screened-document.js';

const NAME = 'model';

/** What a hearing says of one family. */
interface Opinion {
  readonly hearing: Hearing;
  readonly judgement: Judgement;
}

/**
 * The linear models: what is written, and, where a post looks disguised, how it sounds. A finding shows the words that
 * weighed most and their share, because nobody can check a number.
 */
export function createModelCheck({ characters, sounds }: ModelPair): Check {
  return {
    name: NAME,
    run(document, policy) {
      const settings = policy.pack.models;
      if (settings === undefined) return { findings: [], skipped: 'the policy asks no model' };
      const disguised = isDisguised(document, settings.disguises);
      const hearings = [hear(characters, document, policy), ...(disguised ? [hear(sounds, document, policy)] : [])];
      const opinions = settings.families.map(({ head }) => worstOf(hearings, head));
      return {
        odds: new Map(settings.families.map(({ head }, index) => [head, opinions[index]?.judgement.probability ?? 0])),
        findings: settings.families.flatMap((family, index) => {
          const opinion = opinions[index];
          return opinion === undefined || opinion.judgement.probability < settings.findAt ? [] : [describe(family, opinion, document, policy)];
        }),
      };
    },
  };
}

function worstOf(hearings: readonly Hearing[], head: string): Opinion | undefined {
  const opinions = hearings.flatMap((hearing) => hearing.judgements.filter((judgement) => judgement.head === head).map((judgement) => ({ hearing, judgement })));
  return opinions.reduce<Opinion | undefined>((worst, one) => (worst === undefined || one.judgement.probability > worst.judgement.probability ? one : worst), undefined);
}

function describe(family: ModelSettings['families'][number], { hearing, judgement }: Opinion, document: ScreenedDocument, { pack }: CompiledPolicy): Finding {
  const category = likeliestCategory(hearing, judgement) ?? family.category;
  const stretches = weighSpans(hearing, judgement);
  const placed = placeSpans(document, stretches);
  const quoted = stretches.map(({ start, end, share }) => ({ text: document.locate(start, end).span.text, share: `${Math.round(share * 100)} %` }));
  const by = hearing.model.header.view === 'sounds' ? { zh: '读音', en: 'the sound of' } : { zh: '用词', en: '' };
  return {
    check: NAME,
    rule: `${hearing.model.header.view}-${judgement.head}`,
    category,
    severity: pack.categories.find(({ code }) => code === category)?.severity ?? 1,
    confidence: Math.round(judgement.probability * 100) / 100,
    explanation: {
      zh: `${by.zh}与以往判定的${family.name.zh}相近，主要依据：${quoted.map(({ text, share }) => `“${text}”（${share}）`).join('、')}。`,
      en: `Close to ${family.name.en} judged before, mostly by ${by.en === '' ? '' : `${by.en} `}${quoted.map(({ text, share }) => `“${text}” (${share})`).join(', ')}.`,
    },
    ...placed,
  };
}
