import type { Example } from './example.js';

export const organiserExamples: readonly Example[] = [
  {
    name: 'units',
    query: `query Units($parent: String) {
  units(parent: $parent) {
    code
    name
    kind
    path
    designations {
      name
    }
    contacts {
      name
    }
  }
}`,
    variables: { parent: 'longjiang' },
  },
  {
    name: 'campaign',
    query: `query Campaign($code: String!) {
  campaign(code: $code) {
    name
    startsOn
    endsOn
    phases {
      name
      startsOn
      endsOn
    }
    milestones {
      name
      happensOn
    }
    topics {
      code
      name
    }
  }
}`,
    variables: { code: 'longjiang-2026' },
  },
  {
    name: 'importManifest',
    query: `# Every problem of a manifest comes back with its line and field; importing twice changes nothing.
mutation ImportManifest($input: ImportManifestInput!) {
  importManifest(input: $input) {
    campaign {
      code
      name
    }
    sections {
      section
      created
      changed
      unchanged
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
    variables: { input: { yaml: 'campaign:\n  code: my-campaign\n' } },
  },
];
