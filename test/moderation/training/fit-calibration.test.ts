import { describe, expect, it } from '@jest/globals';

import { fitCalibration } from '../../../src/moderation/training/fit-calibration.js';

/** Margins from -4 to 4, each with the labels in the proportion that the sigmoid says; weights stand for how many. */
function drawnFrom(slope: number, intercept: number, many = 200) {
  return Array.from({ length: 81 }, (_, index) => (index - 40) / 10).flatMap((margin) => {
    const probability = 1 / (1 + Math.exp(-(slope * margin + intercept)));
    return [{ margin, label: true, weight: many * probability }, { margin, label: false, weight: many * (1 - probability) }];
  });
}

describe('calibration', () => {
  it.each([[1, 0], [2.5, -1], [0.4, 0.7], [1.2, -2]])('recovers the sigmoid of slope %d and intercept %d', (slope, intercept) => {
    const fitted = fitCalibration(drawnFrom(slope, intercept));
    expect(Math.abs(fitted.slope - slope)).toBeLessThan(0.02);
    expect(Math.abs(fitted.intercept - intercept)).toBeLessThan(0.02);
  });

  it('finds that margins which say nothing say nothing', () => {
    const { slope, intercept } = fitCalibration(drawnFrom(0, Math.log(3)));
    expect(Math.abs(slope)).toBeLessThan(0.01);
    expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(0.75, 2);
  });

  it('is not carried away by a few examples that happen to be told apart', () => {
    const few = [-2, -1, 1, 2].map((margin) => ({ margin, label: margin > 0, weight: 1 }));
    const { slope, intercept } = fitCalibration(few);
    const sure = 1 / (1 + Math.exp(-(slope * 2 + intercept)));
    expect(sure).toBeGreaterThan(0.6);
    expect(sure).toBeLessThan(0.95);
  });

  it.each([[true], [false]])('stays finite where every label is %s', (label) => {
    const { slope, intercept } = fitCalibration([-1, 0, 1].map((margin) => ({ margin, label, weight: 1 })));
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
  });
});
