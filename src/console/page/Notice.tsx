import type { ReactNode } from 'react';

export type Tone = 'GOOD' | 'BAD' | 'PLAIN';

/** A sentence about what just happened, told to screen readers too; faults at once. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <p className={`notice notice-${tone.toLowerCase()}`} role={tone === 'BAD' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}
