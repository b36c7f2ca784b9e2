import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const tokens = readFileSync('src/console/style/tokens.css', 'utf8');
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const schemes = { light: coloursIn(light), dark: coloursIn(dark) };

/** WCAG 2.2: 4.5 for text, 3 for lines, marks and focus. */
const TEXT = 4.5;
const LINE = 3;

const families = ['incivility', 'superstition', 'deception', 'privacy', 'integrity', 'other'];
const pairs: (readonly [ink: string, ground: string, ratio: number])[] = [
  ...['ground', 'surface', 'sunken'].flatMap((ground) => [['ink', ground, TEXT] as const, ['ink-soft', ground, TEXT] as const]),
  ...['accent', 'bad', 'warn'].flatMap((ink) => [[ink, 'surface', TEXT] as const, [ink, `${ink}-soft`, TEXT] as const]),
  ['accent-ink', 'accent', TEXT],
  ['ink', 'accent-soft', TEXT],
  ['ink-soft', 'accent-soft', TEXT],
  ['accent', 'ground', TEXT],
  ['bad', 'ground', TEXT],
  ['focus', 'ground', LINE],
  ['focus', 'surface', LINE],
  ['line-strong', 'surface', LINE],
  ...families.flatMap((family) => [[family, 'surface', TEXT] as const, [family, `${family}-soft`, TEXT] as const, ['ink', `${family}-soft`, TEXT] as const, ['ink-soft', `${family}-soft`, TEXT] as const]),
];

function coloursIn(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]));
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(Object.entries(schemes))("the console's colours in the %s scheme", (_scheme, colours) => {
  it.each(pairs)('%s on %s reaches %s:1', (ink, ground, ratio) => {
    expect(contrast(colours.get(ink) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(ratio);
  });
});
