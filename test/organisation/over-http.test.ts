import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestHub, startTestHub } from '../support/hub.js';

const who = '{ viewer { __typename ... on SiteViewer { site { code } } ... on MemberViewer { name roles site { code } } } }';

describe('units, sites and who asks, over HTTP', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ worker: false });
  });
  afterAll(() => hub.close());

  it('tells a site and a member who they are, and a stranger nothing', async () => {
    const asked = async (token?: string) => (await hub.graphql(who, {}, token)).data['viewer'];

    expect(await asked(hub.tokens.partner['dbw'])).toEqual({ __typename: 'SiteViewer', site: { code: 'dbw' } });
    expect(await asked(hub.tokens.lead)).toEqual({ __typename: 'MemberViewer', name: '示例审核组长 顾春山', roles: ['LEAD', 'MODERATOR'], site: null });
    expect(await asked()).toBeNull();
  });

  it('refuses a token that opens nothing', async () => {
    const { errors, status } = await hub.graphql(who, {}, 'wmk_mistyped');

    expect(status).toBe(401);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('shows the tree from a unit upwards and downwards', async () => {
    const { data, errors } = await hub.graphql(
      `{ unit(code: "harbin") { kind path parent { code } designations { code }
           children(first: 2) { nodes { code path } pageInfo { hasNextPage endCursor } } } nowhere: unit(code: "nowhere") { code } }`,
      {},
      hub.tokens.dashboard,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      unit: {
        kind: 'PREFECTURE',
        path: ['longjiang', 'harbin'],
        parent: { code: 'longjiang' },
        designations: [{ code: 'demonstration-point' }, { code: 'nominated-civilised-city' }],
        children: {
          nodes: [
            { code: 'harbin-jiangwan-community', path: ['longjiang', 'harbin', 'harbin-jiangwan-community'] },
            { code: 'harbin-songtao-library', path: ['longjiang', 'harbin', 'harbin-songtao-library'] },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
      nowhere: null,
    });
  });

  it('finds a unit and a site again by their opaque ids', async () => {
    const { data } = await hub.graphql<{ unit: { id: string }; sites: { id: string; unit: { code: string } }[] }>('{ unit(code: "harbin") { id } sites { id unit { code } } }', {}, hub.tokens.operator);
    const site = data.sites[0];
    const again = await hub.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Unit { code } ... on Site { code unit { code } } } }', { ids: [data.unit.id, site?.id] });

    expect(again.data['nodes']).toEqual([
      { __typename: 'Unit', code: 'harbin' },
      { __typename: 'Site', code: 'hljwm', unit: { code: 'longjiang' } },
    ]);
  });

  it("names a filter's unknown code", async () => {
    const { errors } = await hub.graphql('{ units(parent: "nowhere") { code } }', {}, hub.tokens.dashboard);

    expect(errors?.[0]).toMatchObject({ message: 'There is no unit "nowhere".', extensions: { code: 'UNKNOWN_UNIT' } });
  });

  it('shows contacts to staff only', async () => {
    const contacts = (token: string) => hub.graphql('{ unit(code: "harbin") { contacts { name role email } } }', {}, token);

    expect((await contacts(hub.tokens.organiser)).data['unit']).toEqual({ contacts: [{ name: '示例联络员丙', role: '联络员', email: 'contact@harbin.example.org' }] });
    expect((await contacts(hub.tokens.dashboard)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
