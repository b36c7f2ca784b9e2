import { describe, expect, it } from '@jest/globals';
import type { KnownCodes, ManifestProblem } from '../../../src/campaign/manifest/read-manifest.js';
import { readManifest } from '../../../src/campaign/manifest/read-manifest.js';

const campaign = `campaign:
  code: river-2026
  name: 大江两岸
  startsOn: 2026-03-05
  endsOn: 2026-12-05
`;

/** The problems of a manifest made of the campaign (lines 1 to 5) and sections from line 6 on. */
function problemsOf(sections: string, known?: KnownCodes): ManifestProblem[] {
  const read = readManifest(campaign + sections, known);
  return 'problems' in read ? read.problems : [];
}

describe('a manifest that holds', () => {
  it('may be the campaign alone', () => {
    const read = readManifest(campaign);

    expect(read).toMatchObject({ manifest: { campaign: { code: 'river-2026', startsOn: '2026-03-05' } } });
  });

  it('gives the line of anything in it, for problems that only the database shows', () => {
    const read = readManifest(`${campaign}units:\n- code: office\n  name: 办公室\n  kind: OFFICE\n- { code: a, name: 甲, kind: UNIT }\n`);
    if ('problems' in read) throw new Error('the manifest should hold');

    expect(read.lineOf(['units', 0, 'kind'])).toBe(9);
    expect(read.lineOf(['units', 1])).toBe(10);
    expect(read.lineOf(['units', 1, 'contacts', 0, 'email'])).toBe(10);
    expect(read.lineOf([])).toBe(1);
  });

  it('may say a thing once and refer to it', () => {
    const read = readManifest(`${campaign}feeds:\n- { slug: a, title: &t 专题, rule: {} }\n- { slug: b, title: *t, rule: {} }\n`);

    expect(read).toMatchObject({ manifest: { feeds: [{ title: '专题' }, { title: '专题' }] } });
  });

  it('is mended where a thing was said, not where it was referred to', () => {
    expect(problemsOf('topics:\n- &tree { code: Tree, name: 植树 }\n- { code: a, name: 甲 }\n- *tree\n')).toEqual([
      { line: 7, field: 'topics[0].code', message: expect.stringContaining('is not a code') },
      { line: 7, field: 'topics[2].code', message: expect.stringContaining('is not a code') },
    ]);
  });

  it('may name units, topics and sites that the hub knows already', () => {
    const sections = 'units:\n- { code: ward, name: 病区, kind: UNIT, parent: hospital }\nfeeds:\n- { slug: w, title: 专区, rule: { topics: [tree], sites: [paper] } }\n';
    const known = { units: new Set(['hospital']), topics: new Set(['tree']), sites: new Set(['paper']) };

    expect(problemsOf(sections, known)).toEqual([]);
    expect(problemsOf(sections).map(({ field }) => field)).toEqual([
      'units[0].parent',
      'feeds[0].rule.topics[0]',
      'feeds[0].rule.sites[0]',
    ]);
  });
});

describe('a text that is not YAML', () => {
  it.each([
    ['a bracket left open', 'units: [\n', 7, 'units'],
    ['a quote left open', 'topics:\n- name: "植树\n', 8, 'topics[0].name'],
    ['a tab for indentation', 'topics:\n\t- name: 植树\n', 7, 'topics'],
    ['a key given twice', 'units:\n- { code: a, name: 甲, kind: UNIT }\n- code: b\n  name: 乙\n  code: c\n', 10, 'units[1].code'],
    ['a section given twice', 'units: []\ntopics: []\nunits: []\n', 8, 'units'],
    ['a reference to nothing', 'topics:\n- *tree\n', 7, 'topics[0]'],
    ['a tag of its own', 'topics:\n- code: a\n  name: !shout 植树\n', 8, 'topics[0].name'],
    ['a tag that would turn text into a moment', 'topics:\n- code: a\n  name: !!timestamp 2026-03-05\n', 8, 'topics[0].name'],
    ['a second document', '---\nunits: []\n', 6, 'campaign.endsOn'],
  ])('names the line and field of %s', (_what, sections, line, field) => {
    expect(problemsOf(sections)).toContainEqual(expect.objectContaining({ line, field }));
  });

  it('reports each broken line once, however often the parser stumbles over it', () => {
    const lines = problemsOf('topics:\n- { code: a, name: *x, description: *y }\n- { code: a, code: b, name: *z }\n').map(({ line }) => line);

    expect(lines).toEqual([7, 8]);
  });
});

describe('a hostile text', () => {
  it('cannot make a few lines grow into billions of values', () => {
    const levels = ['a: &l0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level++) {
      levels.push(`l${level}: &l${level} [${Array.from({ length: 9 }, () => `*l${level - 1}`).join(', ')}]`);
    }

    expect(problemsOf(levels.join('\n'))).toHaveLength(1);
  });

  it('cannot refer without end', () => {
    expect(problemsOf(`topics:\n- &t { code: t, name: 专题 }\n${'- *t\n'.repeat(101)}`)).toEqual([
      { line: 108, field: 'topics[101]', message: expect.stringContaining('more than 100 references') },
    ]);
    expect(problemsOf('topics: &all [*all]\n')).toContainEqual(expect.objectContaining({ line: 6, field: 'topics[0]' }));
  });

  it('cannot nest without end', () => {
    expect(problemsOf(`units: ${'['.repeat(20_000)}`)).toEqual([{ line: 6, field: '', message: 'is nested too deeply' }]);
  });
});

describe('a manifest of the wrong shape', () => {
  it.each([
    ['an empty text', '', 1, '', 'must be a mapping (key: value), not nothing'],
    ['a list', '- a\n', 1, '', 'must be a mapping (key: value), not a list'],
    ['no campaign', 'topics: []\n', 1, 'campaign', 'is missing'],
    ['a campaign without a name', campaign.replace(/ {2}name.*\n/, ''), 2, 'campaign.name', 'is missing'],
  ])('says so of %s', (_what, source, line, field, message) => {
    expect(readManifest(source)).toEqual({ problems: [{ line, field, message }] });
  });

  it.each([
    ['a section that is no list', 'units: many\n', 6, 'units', /must be a list.*"many"/],
    ['an entry that is no mapping', 'units:\n- { code: a, name: 甲, kind: UNIT }\n- b\n', 8, 'units[1]', /must be a mapping/],
    ['a missing key', 'topics:\n- code: a\n', 7, 'topics[0].name', /is missing/],
    ['a key without a value', 'topics:\n- code: a\n  name:\n', 8, 'topics[0].name', /must be text, not nothing/],
    ['a bare number for text', 'topics:\n- code: a\n  name: 2026\n', 8, 'topics[0].name', /put it in quotes/],
    ['blanks for a name', 'topics:\n- code: a\n  name: "  "\n', 8, 'topics[0].name', /is empty/],
    ['a code in capitals', 'topics:\n- code: Trees\n  name: 植树\n', 7, 'topics[0].code', /is not a code/],
    ['a code of 64 letters', `topics:\n- code: ${'a'.repeat(64)}\n  name: 植树\n`, 7, 'topics[0].code', /is not a code/],
    ['an unknown kind of unit', 'units:\n- code: a\n  name: 甲\n  kind: CITY\n', 9, 'units[0].kind', /one of OFFICE, PREFECTURE, COUNTY, SYSTEM, UNIT, not "CITY"/],
    ['an unknown strand', 'feeds:\n- slug: a\n  title: 甲\n  rule:\n    strands:\n      - ESSAY\n      - POEM\n', 12, 'feeds[0].rule.strands[1]', /one of ESSAY, SCENE, VIRTUE, DEED/],
    ['a rule with an empty list', 'feeds:\n- slug: a\n  title: 甲\n  rule: { units: [] }\n', 9, 'feeds[0].rule.units', /is an empty list/],
    ['a site that is not on the web', 'sites:\n- { code: a, name: 甲, url: "ftp://a.example.org", unit: b }\n', 7, 'sites[0].url', /is not a web address/],
    ['a contact without a real address', 'units:\n- code: a\n  name: 甲\n  kind: UNIT\n  contacts:\n  - { name: 示例, role: 联络员, email: 无 }\n', 11, 'units[0].contacts[0].email', /is not an e-mail address/],
    ['a day that no calendar has', 'milestones:\n- { code: a, name: 甲, on: 2026-02-29 }\n', 7, 'milestones[0].on', /is not a calendar date/],
    ['a date written otherwise', 'milestones:\n- { code: a, name: 甲, on: 2026/3/5 }\n', 7, 'milestones[0].on', /YYYY-MM-DD/],
  ])('names the line and field of %s', (_what, sections, line, field, message) => {
    expect(problemsOf(sections)).toContainEqual({ line, field, message: expect.stringMatching(message) });
  });

  it('names the nearest known key of each key that it does not know', () => {
    const sections = 'topics:\n- code: a\n  name: 甲\n  openOn: 2026-03-05\n  closes:\n    on: 2026-04-05\nmilestone: []\n';

    expect(problemsOf(sections)).toEqual([
      { line: 9, field: 'topics[0].openOn', message: expect.stringContaining('nearest known key is "opensOn"') },
      { line: 10, field: 'topics[0].closes', message: expect.stringContaining('nearest known key is "closesOn"') },
      { line: 12, field: 'milestone', message: expect.stringContaining('nearest known key is "milestones"') },
    ]);
  });
});

describe('a manifest that contradicts itself', () => {
  const office = 'units:\n- { code: office, name: 办公室, kind: OFFICE }\n';

  it.each([
    ['parent', `${office}- code: ward\n  name: 病区\n  kind: UNIT\n  parent: ofice\n`, 11, 'units[1].parent', /unit "ofice", .*nearest is "office"/],
    ['designation', `${office}- { code: ward, name: 病区, kind: UNIT, designations: [model] }\n`, 8, 'units[1].designations[0]', /designation "model"/],
    ['unit of a site', `${office}sites:\n- code: paper\n  name: 报\n  url: https://paper.example.org\n  unit: press\n`, 12, 'sites[0].unit', /unit "press"/],
    ['topic of a feed', 'feeds:\n- { slug: a, title: 甲, rule: { topics: [tree] } }\n', 7, 'feeds[0].rule.topics[0]', /topic "tree", which is not defined$/],
    ['unit of a feed', `${office}feeds:\n- { slug: a, title: 甲, rule: { units: [office, ward] } }\n`, 9, 'feeds[0].rule.units[1]', /unit "ward", which is not defined$/],
    ['site of a feed', 'feeds:\n- { slug: a, title: 甲, rule: { sites: [paper] } }\n', 7, 'feeds[0].rule.sites[0]', /site "paper"/],
  ])('names the line and field of a %s that is not defined', (_what, sections, line, field, message) => {
    expect(problemsOf(sections)).toEqual([{ line, field, message: expect.stringMatching(message) }]);
  });

  it.each([
    ['phases', '{ code: a, name: 甲, startsOn: 2026-03-05, endsOn: 2026-04-05 }', 'code'],
    ['milestones', '{ code: a, name: 甲, on: 2026-03-05 }', 'code'],
    ['topics', '{ code: a, name: 甲 }', 'code'],
    ['designations', '{ code: a, name: 甲 }', 'code'],
    ['units', '{ code: a, name: 甲, kind: UNIT }', 'code'],
    ['sites', '{ code: a, name: 甲, url: "https://a.example.org", unit: a }', 'code'],
    ['feeds', '{ slug: a, title: 甲, rule: {} }', 'slug'],
  ])('names the second of two %s with one code', (section, entry, key) => {
    expect(problemsOf(`${section}:\n- ${entry}\n- ${entry}\n`, { units: new Set(['a']), topics: new Set(), sites: new Set() })).toEqual([
      { line: 8, field: `${section}[1].${key}`, message: `is "a", which ${section}[0].${key} is already` },
    ]);
  });

  it('wants volunteer groups to differ across units', () => {
    const sections = `units:\n- { code: a, name: 甲, kind: UNIT, groups: [{ code: g, name: 队 }] }\n- { code: b, name: 乙, kind: UNIT, groups: [{ code: g, name: 队 }] }\n`;

    expect(problemsOf(sections)).toEqual([{ line: 8, field: 'units[1].groups[0].code', message: 'is "g", which units[0].groups[0].code is already' }]);
  });

  it('finds every circle in the tree once, and no tail that leads to it', () => {
    const unit = (code: string, parent: string) => `- { code: ${code}, name: ${code}, kind: UNIT, parent: ${parent} }\n`;
    const sections = `units:\n${unit('tail', 'b')}${unit('a', 'c')}${unit('b', 'a')}${unit('c', 'b')}${unit('self', 'self')}`;

    expect(problemsOf(sections)).toEqual([
      { line: 8, field: 'units[1].parent', message: 'puts a unit below itself: a → c → b → a' },
      { line: 11, field: 'units[4].parent', message: 'puts a unit below itself: self → self' },
    ]);
  });

  it.each([
    ['campaign', campaign.replace('2026-12-05', '2026-03-04'), 5, 'campaign.endsOn'],
    ['phase', `${campaign}phases:\n- code: a\n  name: 甲\n  startsOn: 2026-04-02\n  endsOn: 2026-04-01\n`, 10, 'phases[0].endsOn'],
    ['topic', `${campaign}topics:\n- { code: a, name: 甲, opensOn: 2026-04-02, closesOn: 2026-04-01 }\n`, 7, 'topics[0].closesOn'],
  ])('names the end of a %s that ends before it starts', (_what, source, line, field) => {
    expect(readManifest(source)).toEqual({ problems: [{ line, field, message: expect.stringContaining('before the start on') }] });
  });

  it('takes a period of one day', () => {
    expect(problemsOf('phases:\n- { code: a, name: 甲, startsOn: 2026-04-01, endsOn: 2026-04-01 }\n')).toEqual([]);
  });

  it('reports all that is wrong, in the order of the lines', () => {
    const sections = `feeds:\n- { slug: a, title: 甲, rule: { units: [x, y] } }\n${office}- { code: office, name: 办公室, kind: OFFICE, parent: z }\n`;

    expect(problemsOf(sections).map(({ line, field }) => `${line} ${field}`)).toEqual([
      '7 feeds[0].rule.units[0]',
      '7 feeds[0].rule.units[1]',
      '10 units[1].code',
      '10 units[1].parent',
    ]);
  });
});
