import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countImport } from '../../src/organisation/index.js';

/** Entries of a section, each with how many steps wrote it and whether the first of them made it. */
const section = fc.uniqueArray(fc.record({ code: fc.stringMatching(/^[a-z]{1,3}$/), steps: fc.nat(3), isNew: fc.boolean() }), {
  selector: ({ code }) => code,
  maxLength: 20,
});

describe('counting an import', () => {
  it('counts each entry once, whatever steps wrote it', () => {
    fc.assert(
      fc.property(section, (entries) => {
        const written = entries.flatMap(({ code, steps, isNew }) => Array.from({ length: steps }, (_, step) => ({ code, created: isNew && step === 0 })));
        const { created, changed, unchanged } = countImport(entries.length, written);

        expect(created).toBe(entries.filter(({ steps, isNew }) => isNew && steps > 0).length);
        expect(changed).toBe(entries.filter(({ steps, isNew }) => !isNew && steps > 0).length);
        expect(unchanged).toBe(entries.filter(({ steps }) => steps === 0).length);
      }),
    );
  });
});
