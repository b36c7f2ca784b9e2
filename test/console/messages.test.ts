import { describe, expect, it } from '@jest/globals';
import { en } from '../../src/console/messages/en.js';
import { chooseLanguage, nameCode, speak } from '../../src/console/messages/speak.js';
import { type MessageKey, zhCN } from '../../src/console/messages/zh-CN.js';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("the console's languages", () => {
  it('say every message in both, with the same values in it', () => {
    const keys = Object.keys(zhCN) as MessageKey[];
    expect(Object.keys(en)).toEqual(keys);
    for (const key of keys) expect([key, placeholders(en[key])]).toEqual([key, placeholders(zhCN[key])]);
  });

  it('put values where they belong', () => {
    expect(speak('zh-CN', 'queues.overdue', { count: 3 })).toBe('超期 3');
    expect(speak('en', 'undo.done', { action: 'Remove', title: '$&' })).toBe('Remove: “$&”');
  });

  it('show the code of a queue that a newer policy brings', () => {
    expect(nameCode('en', 'queue', 'privacy')).toBe('Personal data');
    expect(nameCode('en', 'queue', 'newcomers')).toBe('newcomers');
  });

  it("follow the reader's browser, and are Chinese where it asks for neither", () => {
    expect(chooseLanguage(['fr-FR', 'en-GB', 'zh-CN'])).toBe('en');
    expect(chooseLanguage(['zh-TW'])).toBe('zh-CN');
    expect(chooseLanguage(['ru-RU'])).toBe('zh-CN');
  });
});
