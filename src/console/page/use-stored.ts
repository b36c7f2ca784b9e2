import { useCallback, useState } from 'react';

/**
 * State that this browser remembers. Where storage is denied it lasts as long as the page.
 * @param isValid whether a remembered text is still one of the values
 */
export function useStored<Value extends string>(name: string, initial: Value, isValid: (value: string) => boolean): [Value, (value: Value) => void] {
  const key = `wenming:${name}`;
  const [value, setValue] = useState<Value>(() => {
    const stored = read(key);
    return stored !== null && isValid(stored) ? (stored as Value) : initial;
  });
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      write(key, next);
    },
    [key],
  );
  return [value, store];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // private windows may deny it: then the choice is only for now
  }
}
