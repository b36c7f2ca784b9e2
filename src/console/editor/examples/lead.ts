import type { Example } from './example.js';

export const leadExamples: readonly Example[] = [
  {
    name: 'policyPacks',
    query: `query PolicyPacks {
  policyPacks(first: 10) {
    nodes {
      id
      version
      state
      rationale
      writtenBy
      servedBy
      servedAt
      backtests {
        id
        state
        done
        total
      }
      brakes {
        id
        rule
        matched
        screened
        longRunShare
        keptBy
      }
    }
  }
}`,
  },
  {
    name: 'saveDraft',
    query: `mutation SaveDraft($input: SavePolicyDraftInput!) {
  savePolicyDraft(input: $input) {
    policyPack {
      id
      version
      state
    }
    userErrors {
      code
      line
      field
      message
    }
  }
}`,
    variables: { input: { yaml: "version: 'a label of its own'\n", rationale: 'why' } },
  },
  {
    name: 'startBacktest',
    query: `mutation StartBacktest($input: StartBacktestInput!) {
  startBacktest(input: $input) {
    backtest {
      id
      state
      total
    }
    userErrors {
      code
      message
    }
  }
}`,
    variables: { input: { packId: '…', days: 30 } },
  },
  {
    name: 'backtest',
    query: `query Backtest($id: ID!) {
  backtest(id: $id) {
    state
    done
    total
    comparison {
      decided
      served {
        precision {
          share
          low
          high
        }
        recall {
          share
          low
          high
        }
      }
      draft {
        precision {
          share
          low
          high
        }
        recall {
          share
          low
          high
        }
      }
      newlyHeld {
        count
        examples {
          title
          findings {
            rule
            explanation
          }
        }
      }
      newlyReleased {
        count
        examples {
          title
        }
      }
      reviewsADay {
        queue
        served
        draft
      }
    }
  }
}`,
    variables: { id: '…' },
  },
  {
    name: 'siteSampling',
    query: `query SiteSampling {
  siteSampling {
    site {
      name
    }
    rate
    decided
    violations
    worstShare
  }
}`,
  },
];
