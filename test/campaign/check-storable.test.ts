import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findUnstorable } from '../../src/campaign/check-storable.js';

describe('text that cannot be stored', () => {
  it.each([['\0'], ['a\ud800b'], ['\udc00']])('is found wherever it stands: %j', (text) => {
    expect(findUnstorable({ campaign: { name: '好' }, units: [{ name: '好' }, { contacts: [{ name: text }] }] })).toMatchObject([
      { path: ['units', 1, 'contacts', 0, 'name'] },
    ]);
  });

  it('is never found in text made of whole characters, emoji among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(findUnstorable([text, { text }])).toEqual([]);
      }),
    );
  });
});
