import type { Check } from './checks.js';
import { NO_CIRCUMSTANCES } from './circumstances.js';

/** Media that nobody has described in words. Advice to the site and to editors, never a ground for holding a post. */
export const mediaCheck: Check = {
  name: 'media',
  run({ input: { circumstances } }) {
    if (circumstances === undefined) return { findings: [], skipped: NO_CIRCUMSTANCES };
    const { media, mediaWithoutAlt } = circumstances;
    if (mediaWithoutAlt === 0) return { findings: [] };
    return {
      findings: [],
      advice: {
        zh: `${media}件图片或音视频中有${mediaWithoutAlt}件没有文字说明，看不见或听不到的读者无法了解其内容。`,
        en: `${mediaWithoutAlt} of ${media} pictures, films or recordings have no alternative text: readers who cannot see or hear them miss what they show.`,
      },
    };
  },
};
