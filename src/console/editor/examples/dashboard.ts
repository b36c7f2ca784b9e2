import type { Example } from './example.js';

export const dashboardExamples: readonly Example[] = [
  {
    name: 'unitYear',
    query: `query UnitYear($code: String!, $from: Date!, $to: Date!) {
  unit(code: $code) {
    name
    statistics(from: $from, to: $to, by: MONTH) {
      totals {
        received
        pending
        cleared
        held
        returned
        removed
        withdrawn
        authors
        participants
        hours
      }
      series {
        start
        end
        tally {
          received
          cleared
        }
      }
      byStrand {
        strand
        tally {
          received
          cleared
        }
      }
      children {
        unit {
          name
        }
        tally {
          received
          cleared
        }
      }
      asOf
    }
  }
}`,
    variables: { code: 'longjiang', from: '2026-01-01', to: '2026-12-31' },
  },
  {
    name: 'unitsByMonth',
    query: `query DemonstrationPoints($from: Date!, $to: Date!) {
  units(designation: "demonstration-point") {
    code
    name
    statistics(from: $from, to: $to, by: MONTH) {
      totals {
        received
        cleared
        hours
      }
      series {
        start
        tally {
          received
        }
      }
    }
  }
}`,
    variables: { from: '2026-01-01', to: '2026-12-31' },
  },
];
