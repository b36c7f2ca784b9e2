/** The rooms stand in one line; each may import only what stands to its left, and only through its index. */
const rooms = ['platform', 'organisation', 'campaign', 'intake', 'moderation', 'curation', 'syndication', 'statistics', 'recognition'];

const oneWay = rooms.slice(0, -1).map((room, position) => ({
  name: `${room}-knows-nothing-downstream`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(position + 1).join('|')})/` },
}));

const throughTheDoor = rooms.map((room) => ({
  name: `${room}-only-through-its-index`,
  severity: 'error',
  from: { path: '^src/(?!console/)', pathNot: `^src/${room}/` },
  to: { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$` },
}));

export default {
  forbidden: [
    ...oneWay,
    ...throughTheDoor,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'rooms-know-no-composition', severity: 'error', from: { path: `^src/(${rooms.join('|')})/` }, to: { path: '^src/([^/]+\\.ts|demo/|commands/)' } },
    { name: 'console-is-a-client', severity: 'error', from: { path: '^src/console/' }, to: { path: `^src/(${rooms.join('|')}|demo|commands)/` } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
  },
};
