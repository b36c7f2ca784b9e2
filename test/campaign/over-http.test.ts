import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';

interface Imported {
  importManifest: {
    campaign: { code: string } | null;
    sections: { section: string; created: number; changed: number; unchanged: number }[] | null;
    userErrors: { code: string; message: string; field: string }[];
  };
}

const importing = `mutation ($yaml: String!) { importManifest(input: { yaml: $yaml }) {
  campaign { code } sections { section created changed unchanged } userErrors { code message field } } }`;

describe('campaigns over HTTP', () => {
  let hub: TestHub;
  let demo: string;
  beforeAll(async () => {
    demo = await readFile(new URL('../../src/demo/campaign.yaml', import.meta.url), 'utf8');
    hub = await startTestHub({ worker: false });
  });
  afterAll(() => hub.close());

  const bring = async (yaml: string) => (await hub.graphql<Imported>(importing, { yaml }, hub.tokens.organiser)).data.importManifest;

  it('shows a campaign with phases, milestones and topics', async () => {
    const { data } = await hub.graphql(
      '{ campaign(code: "longjiang-2026") { name startsOn endsOn phases { code startsOn } milestones { code happensOn } topics { code opensOn } } campaigns { code } nowhere: campaign(code: "x") { code } }',
      {},
      hub.tokens.dashboard,
    );

    expect(data).toMatchObject({
      campaign: { startsOn: '2026-03-05', endsOn: '2026-12-05', phases: [{ code: 'launch', startsOn: '2026-03-05' }, { code: 'drive' }, { code: 'summary' }] },
      campaigns: [{ code: 'longjiang-2026' }],
      nowhere: null,
    });
    expect(data['campaign']).toHaveProperty('milestones.0', { code: 'launch-day', happensOn: '2026-03-05' });
    expect(data['campaign']).toHaveProperty('topics.0', { code: 'leifeng-day', opensOn: '2026-03-05' });
  });

  it('imports the whole demo manifest again and finds nothing to do, feeds included', async () => {
    const { campaign, sections, userErrors } = await bring(demo);

    expect(userErrors).toEqual([]);
    expect(campaign).toEqual({ code: 'longjiang-2026' });
    expect(sections?.every(({ created, changed, unchanged }) => created + changed === 0 && unchanged > 0)).toBe(true);
    expect(sections?.map(({ section }) => section)).toContain('feeds');
  });

  it('names every problem by line and field as a user error', async () => {
    const { campaign, userErrors } = await bring(demo.replace('parent: harbin\n', 'parent: harbn\n').replace('kind: OFFICE', 'kind: OFICE'));
    const [shape] = userErrors;

    expect(campaign).toBeNull();
    expect(shape).toMatchObject({ code: 'BAD_MANIFEST', field: expect.stringMatching(/^line \d+: units\[0\]\.kind$/) });
    const { userErrors: meaning } = await bring(demo.replace('parent: harbin\n', 'parent: harbn\n'));
    expect(meaning).toMatchObject([{ field: expect.stringMatching(/^line \d+: units\[22\]\.parent$/), message: expect.stringContaining('the nearest is "harbin"') }]);
  });

  it.each([[''], ['\0'], ['"\\0"'], ['- a\n- b'], ['{'.repeat(5_000)], ['a: &a [x]\nb: *a']])('answers %j with a coded error and never a fault', async (yaml) => {
    const { userErrors } = await bring(yaml);

    expect(userErrors[0]?.code).toBe('BAD_MANIFEST');
  });
});
