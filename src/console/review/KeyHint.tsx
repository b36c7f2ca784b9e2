import type { ReactNode } from 'react';

/** The key of a button. Screen readers have it from `aria-keyshortcuts`. */
export function KeyHint({ of }: { readonly of: string }): ReactNode {
  return (
    <kbd className="key" aria-hidden="true">
      {of}
    </kbd>
  );
}
