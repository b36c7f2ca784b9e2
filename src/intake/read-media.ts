import { HubError } from '../platform/index.js';
import { chooseCode } from './choose-code.js';
import { optionalLine } from './check-text.js';
import type { MediaInput } from './post-input.view.js';
import type { MediaRow } from './post-row.js';
import { optionalAddress } from './read-address.js';
import { MediaKind } from './work-type.js';

const MOST = 100;
const LONGEST_ALT = 1_000;

/**
 * The media of a post, in order.
 * @throws HubError BAD_MEDIA, TOO_LONG or MALFORMED_TEXT at e.g. `media.0.url`
 */
export function readMedia(media: readonly MediaInput[] | null | undefined): MediaRow[] {
  if (media === null || media === undefined) return [];
  if (media.length > MOST) throw new HubError('BAD_MEDIA', `A post may have at most ${MOST} media.`, 'media');
  return media.map((one, position) => {
    const field = `media.${position}`;
    const url = optionalAddress(one.url, `${field}.url`, 'BAD_MEDIA');
    if (url === null) throw new HubError('BAD_MEDIA', 'Say where this is served.', `${field}.url`);
    return { kind: chooseCode(Object.values(MediaKind), one.kind ?? 'IMAGE', 'BAD_MEDIA', `${field}.kind`), url, alt: optionalLine(one.alt, `${field}.alt`, LONGEST_ALT) };
  });
}
