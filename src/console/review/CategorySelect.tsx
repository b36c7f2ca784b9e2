import type { ReactNode } from 'react';
import { useSpeech } from '../messages/language-context.js';
import type { Review } from './review.js';
import type { Category } from './use-categories.js';

interface Props {
  readonly categories: readonly Category[];
  readonly review: Review;
  readonly value: string;
  readonly onChoose: (category: string) => void;
  readonly isFaulty: boolean;
}

/** The category of the policy that a post breaks, with its definition below, so that it is chosen by its words. */
export function CategorySelect({ categories, review, value, onChoose, isFaulty }: Props): ReactNode {
  const { t, name, language } = useSpeech();
  const codes = [...new Set([...review.findings.map(({ category }) => category), ...categories.map(({ code }) => code)])];
  const chosen = categories.find(({ code }) => code === value);
  const definition = language === 'en' ? chosen?.en : chosen?.zh;
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor="reason-category">{t('form.category')}</label>
      </div>
      <select id="reason-category" value={value} required aria-invalid={isFaulty} aria-describedby="reason-definition" onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('form.chooseCategory')}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {name('category', code)} · {code}
          </option>
        ))}
      </select>
      <p id="reason-definition" className={isFaulty && value === '' ? 'field-fault' : 'aside'}>
        {isFaulty && value === '' ? t('form.needCategory') : definition}
      </p>
    </div>
  );
}
