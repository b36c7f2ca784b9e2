import { lowerBound } from '../lower-bound.js';
import type { Stretch } from '../read-stance.js';
import { hashGrams, hashPair, LONGEST_GRAM, NO_GRAM } from './hash-features.js';
import { type HeadTable, marginOf } from './linear-model.js';
import { type FeatureSource, firstWithin } from './read-features.js';

const UNKNOWN = -1;

/**
 * Scores a stretch of the normalised text by the set of features that lie in it.
 *
 * @returns a margin a head (see `marginOf`), in their order; good until the next call
 */
export type ScoreStretch = (stretch: Stretch) => Float64Array;

/**
 * Room to work in, taken once: making typed arrays for every post costs more than filling them. Whoever reads a post
 * finds values of the one before in it, and checks or overwrites them.
 */
const room = {
  /** The features of all grams of the post. */
  features: new Int32Array(0),
  /** The grams of the post that some head knows, in the order of their starts: number of the feature, and where. */
  numbers: new Int32Array(0), starts: new Int32Array(0), ends: new Int32Array(0),
  /** By place in the table: the number that a feature has in this post. */
  numberAt: new Int32Array(0),
  /** By number: the place, the last set that the feature was counted in, and its weights. */
  places: new Int32Array(0), countedIn: new Int32Array(0), weights: new Float32Array(0),
  sums: new Float64Array(0), counts: new Int32Array(0),
  /** Sets counted so far. */
  sets: 0,
};

function makeRoom({ size, heads }: HeadTable, features: number): void {
  if (room.numberAt.length < size) room.numberAt = new Int32Array(size);
  if (room.sums.length < heads.length) [room.sums, room.counts] = [new Float64Array(heads.length), new Int32Array(heads.length)];
  if (room.weights.length < features * heads.length) room.weights = new Float32Array(2 * features * heads.length);
  if (room.numbers.length >= features) return;
  for (const name of ['features', 'numbers', 'starts', 'ends', 'places', 'countedIn'] as const) room[name] = new Int32Array(2 * features);
}

/**
 * Reads once what a table's heads know of a post, so that every window of it is scored by looking at little that lies
 * close together: a post has few features beside a model.
 *
 * @param stretch of the normalised text; what is scored later lies in it
 * @returns good until the next call
 */
export function readKnownFeatures(table: HeadTable, { view, senses }: FeatureSource, stretch: Stretch): ScoreStretch {
  const from = view.indexAt(stretch.start);
  const to = view.indexAt(stretch.end);
  makeRoom(table, LONGEST_GRAM * (to - from) + senses.length * (senses.length + 1));
  const { features, numbers, starts, ends } = room;
  const margins = new Float64Array(table.heads.length);
  let distinct = 0;
  const number = (place: number): number => {
    if (place === UNKNOWN) return UNKNOWN;
    const given = room.numberAt[place] ?? 0;
    if (given < distinct && room.places[given] === place) return given;
    room.numberAt[place] = distinct;
    room.places[distinct] = place;
    table.copyWeights(place, room.weights, distinct * table.heads.length);
    distinct += 1;
    return distinct - 1;
  };

  let grams = 0;
  hashGrams(view.units, from, to, features);
  for (let start = from, at = 0; start < to; start += 1) {
    for (let length = 0; length < LONGEST_GRAM; length += 1, at += 1) {
      const place = length === 0 ? table.findUnit(view.units[start] ?? 0) : table.find(features[at] ?? NO_GRAM);
      if (place === UNKNOWN) continue;
      numbers[grams] = number(place);
      starts[grams] = view.startOf(start);
      ends[grams] = view.endOf(start + length);
      grams += 1;
    }
  }
  const ofSenses = senses.map(({ sense }) => number(table.find(sense.feature)));
  const ofPairs = senses.map(({ sense }, index) => senses.slice(0, index).map((other) => number(table.find(hashPair(sense.feature, other.sense.feature)))));

  return (within) => {
    beginSet();
    for (let at = lowerBound(grams, (index) => (starts[index] ?? 0) >= within.start); at < grams && (starts[at] ?? 0) < within.end; at += 1) {
      if ((ends[at] ?? 0) <= within.end) count(numbers[at] ?? UNKNOWN, table.heads.length);
    }
    const present: number[] = [];
    for (const [index, { places }] of senses.entries()) {
      if (firstWithin(places, within) === UNKNOWN) continue;
      count(ofSenses[index] ?? UNKNOWN, table.heads.length);
      for (const other of present) count(ofPairs[index]?.[other] ?? UNKNOWN, table.heads.length);
      present.push(index);
    }
    table.heads.forEach((head, position) => {
      margins[position] = marginOf(head, room.sums[position] ?? 0, room.counts[position] ?? 0);
    });
    return margins;
  };
}

function beginSet(): void {
  room.sets += 1;
  room.sums.fill(0);
  room.counts.fill(0);
}

/** Adds a feature, by its number, to the set; one that is there already counts once. */
function count(number: number, width: number): void {
  const { countedIn, weights, sums, counts, sets } = room;
  if (number === UNKNOWN || countedIn[number] === sets) return;
  countedIn[number] = sets;
  for (let head = 0, at = number * width; head < width; head += 1, at += 1) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    sums[head] = (sums[head] ?? 0) + weight;
    counts[head] = (counts[head] ?? 0) + 1;
  }
}
