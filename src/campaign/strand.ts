import { registerEnumType } from 'type-graphql';

/** The four strands of work, as codes. */
export const STRANDS = ['ESSAY', 'SCENE', 'VIRTUE', 'DEED'] as const;
export type Strand = (typeof STRANDS)[number];

/** Strands as GraphQL names them: each is its own name. */
export const Strand: { readonly [Name in Strand]: Name } = { ESSAY: 'ESSAY', SCENE: 'SCENE', VIRTUE: 'VIRTUE', DEED: 'DEED' };

registerEnumType(Strand, {
  name: 'Strand',
  description: 'What kind of contribution a work is.',
  valuesConfig: {
    ESSAY: { description: '撰美文: essays, posts, comments in public discussions.' },
    SCENE: { description: '拍美景: photographs, video, micro-films of landscape, custom and good conduct.' },
    VIRTUE: { description: '颂美德: portraits, interviews and nominations of good people.' },
    DEED: { description: '践美行: reports of deeds, with participants and hours.' },
  },
});
