import { type KeyboardEvent, type ReactNode, useRef, useState, type SubmitEvent } from 'react';
import { useSpeech } from '../messages/language-context.js';
import { CategorySelect } from './CategorySelect.js';
import { needsCategory, type ReasonedAction, type Review } from './review.js';
import type { Category } from './use-categories.js';
import type { Reason } from './use-desk.js';

interface Props {
  readonly action: ReasonedAction;
  readonly review: Review;
  readonly categories: readonly Category[];
  readonly isSending: boolean;
  readonly onConfirm: (reason: Reason) => void;
  readonly onCancel: () => void;
}

/** Asks why. Ctrl+Enter confirms, Escape goes back to the four decisions. */
export function ReasonForm({ action, review, categories, isSending, onConfirm, onCancel }: Props): ReactNode {
  const { t, language } = useSpeech();
  const [first] = review.findings;
  const [category, setCategory] = useState(first?.category ?? '');
  const [rationale, setRationale] = useState('');
  const [fault, setFault] = useState<'category' | 'rationale' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isForSite = needsCategory(action);
  const quoted = review.findings.find((finding) => finding.category === category) ?? first;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const missing = isForSite && category === '' ? 'category' : rationale.trim() === '' ? 'rationale' : null;
    setFault(missing);
    if (missing !== null) document.getElementById(`reason-${missing}`)?.focus();
    else if (!isSending) onConfirm({ category: isForSite ? category : null, rationale: rationale.trim() });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };

  return (
    <form ref={form} className="reason-form" noValidate onSubmit={submit} onKeyDown={press} aria-labelledby="reason-title">
      <h3 id="reason-title">{t(`form.${action}`)}</h3>
      {isForSite && <CategorySelect categories={categories} review={review} value={category} onChoose={setCategory} isFaulty={fault === 'category'} />}
      <div className="field">
        <div className="field-head">
          <label htmlFor="reason-rationale">{t('form.rationale')}</label>
          {quoted !== undefined && (
            <button type="button" className="button button-small" onClick={() => setRationale((text) => `${text}${language === 'en' ? quoted.en : quoted.zh}`)}>
              {t('form.quote')}
            </button>
          )}
        </div>
        <textarea
          id="reason-rationale"
          rows={2}
          // The moderator has just asked for this form: here is where it goes on.
          autoFocus
          required
          value={rationale}
          aria-invalid={fault === 'rationale'}
          aria-describedby="reason-help"
          onChange={(event) => setRationale(event.target.value)}
        />
        <p id="reason-help" className={fault === 'rationale' ? 'field-fault' : 'aside'}>
          {fault === 'rationale' ? t('form.needRationale') : t(isForSite ? 'form.rationaleForSite' : 'form.rationaleForLead')}
        </p>
      </div>
      <div className="form-buttons">
        <button type="submit" className={`button action-${action.toLowerCase()}`} aria-keyshortcuts="Control+Enter" aria-disabled={isSending}>
          {isSending ? t('desk.deciding') : t('form.confirm', { action: t(`action.${action}`) })}
          <kbd className="key" aria-hidden="true">
            Ctrl ↵
          </kbd>
        </button>
        <button type="button" className="button button-quiet" aria-keyshortcuts="Escape" onClick={onCancel}>
          {t('form.cancel')}
          <kbd className="key" aria-hidden="true">
            Esc
          </kbd>
        </button>
      </div>
    </form>
  );
}
