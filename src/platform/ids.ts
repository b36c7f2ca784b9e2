import { v7 } from 'uuid';
import { HubError } from './errors.js';

/** A new UUIDv7: sorts by the time it was made. */
export function newId(): string {
  return v7();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque Relay id of a thing: base64url of `Type:uuid`. */
export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The type and uuid in an opaque id, or undefined if it is not one of ours. */
export function parseGlobalId(opaque: string): { type: string; id: string } | undefined {
  if (opaque.length > 200) return undefined;
  const [type, id, ...rest] = Buffer.from(opaque, 'base64url').toString('utf8').split(':');
  return type !== undefined && id !== undefined && rest.length === 0 && uuid.test(id) ? { type, id } : undefined;
}

/**
 * The uuid behind an opaque id of a given type.
 * @throws HubError UNKNOWN_ID when the text is not such an id
 */
export function idOf(type: string, opaque: string, field: string): string {
  const parsed = parseGlobalId(opaque);
  if (parsed?.type !== type) throw new HubError('UNKNOWN_ID', `There is no ${type} with this id.`, field);
  return parsed.id;
}
