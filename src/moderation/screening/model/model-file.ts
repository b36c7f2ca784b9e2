import { assembleModel, type LinearModel, type ModelHead } from './linear-model.js';
import { Header, type ModelHeader } from './model-header.js';

const STEPS = 127;

/** A weight as its file keeps it: a signed square root, because small weights are many and matter together. */
export function quantise(weight: number, scale: number): number {
  const root = Math.round(STEPS * Math.sqrt(Math.min(1, Math.abs(weight) / scale)));
  return weight < 0 ? -root : root;
}

export function restore(kept: number, scale: number): number {
  return Math.sign(kept) * scale * (kept / STEPS) ** 2;
}

/**
 * A model as bytes: a line of JSON, then for each head its sorted features as gaps (7 bits a byte, the high bit says
 * that more follow) and its weights (int8). The same model gives the same bytes.
 *
 * @param weights one list a head of the header, as `quantise` made them; none is 0
 */
export function writeModel(header: ModelHeader, heads: readonly { features: Uint32Array; weights: Int8Array }[]): Buffer {
  const parts: Buffer[] = [Buffer.from(`${JSON.stringify(header)}\n`, 'utf8')];
  for (const { features, weights } of heads) parts.push(writeGaps(features), Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength));
  return Buffer.concat(parts);
}

function writeGaps(features: Uint32Array): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const feature of features) {
    let gap = feature - before;
    before = feature;
    while (gap > 0x7f) {
      bytes.push((gap & 0x7f) | 0x80);
      gap >>>= 7;
    }
    bytes.push(gap);
  }
  return Buffer.from(bytes);
}

/**
 * Reads what `writeModel` wrote.
 *
 * @throws Error with a sentence if it is no model or was cut off
 */
export function readModel(bytes: Buffer): LinearModel {
  const end = bytes.indexOf(0x0a);
  const header = Header.safeParse(end === -1 ? undefined : parseJson(bytes.toString('utf8', 0, end)));
  if (!header.success) throw new Error('this is not a model file: its first line is not the header of one');
  let at = end + 1;
  const heads = header.data.heads.map((head): ModelHead => {
    const features = new Uint32Array(head.features);
    at = readGaps(bytes, at, features);
    const kept = new Int8Array(bytes.subarray(at, at + head.features));
    at += head.features;
    return { name: head.name, bias: head.bias, features, weights: Float32Array.from(kept, (value) => restore(value, head.scale)), calibration: head.calibration };
  });
  if (at !== bytes.length) throw new Error(`the model file has ${bytes.length} bytes where its header promises ${at}`);
  return assembleModel(header.data, heads);
}

function readGaps(bytes: Buffer, from: number, features: Uint32Array): number {
  let at = from;
  let before = 0;
  for (let index = 0; index < features.length; index += 1) {
    let gap = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = bytes[at] ?? 0;
      gap |= (byte & 0x7f) << shift;
      shift += 7;
      at += 1;
    } while (byte > 0x7f && at < bytes.length);
    before += gap;
    features[index] = before;
  }
  return at;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
