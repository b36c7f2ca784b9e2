import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countImport } from '../../src/organisation/index.js';

const entries = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 20 });

describe('counting an import', () => {
  it('counts each entry once, whatever steps wrote it', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.record({ steps: fc.nat(3), created: fc.boolean() })), (codes, fates) => {
        const written = codes.flatMap((code) => {
          const { steps, created } = fates.next().value;
          return Array.from({ length: steps }, (_, step) => ({ code, created: created && step === 0 }));
        });
        const { created, changed, unchanged } = countImport(codes.length, written);

        expect(created + changed + unchanged).toBe(codes.length);
        expect(created).toBe(written.filter((row) => row.created).length);
      }),
    );
  });
});
