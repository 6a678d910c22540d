import fc from 'fast-check';
import { histories, reshuffled } from '../__testUtils__/histories';
import { DEFAULT_FACT_RULES as rules } from './DEFAULT_FACT_RULES';
import type { Deployment } from './Deployment';
import { factsOf } from './factsOf';

/** `STABILITY_PROPERTY_RUNS=100000` looks longer. */
const numRuns = Number(process.env.STABILITY_PROPERTY_RUNS ?? 10_000);
const now = '2026-11-04T12:00:00.000Z';

describe('factsOf', () => {
  it('gives the same facts for any order and any number of copies', () => {
    fc.assert(
      fc.property(
        histories.chain(history =>
          fc.tuple(fc.constant(history), reshuffled(history)),
        ),
        ([history, mixed]) => {
          const facts = factsOf({ history, rules, now });
          expect(JSON.stringify(factsOf({ history: mixed, rules, now }))).toBe(
            JSON.stringify(facts),
          );
        },
      ),
      { numRuns },
    );
  }, 600_000);

  it('lets the present decide only what is still open', () => {
    fc.assert(
      fc.property(histories, history => {
        const early = factsOf({ history, rules, now });
        const late = factsOf({ history, rules, now: '2027-06-01T00:00:00Z' });
        expect(late.deployments.map(settled)).toEqual(
          early.deployments.map(settled),
        );
        expect(late.incidents).toEqual(early.incidents);
        expect(
          late.deployments.filter(({ verdict }) => verdict.dueAt !== undefined),
        ).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  }, 600_000);

  it('gives every deployment and incident an id of its own', () => {
    fc.assert(
      fc.property(histories, history => {
        const { deployments, incidents } = factsOf({ history, rules, now });
        const ids = [...deployments, ...incidents].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  }, 600_000);
});

/** What must not change as time goes by. */
function settled({ verdict, state, ...rest }: Deployment) {
  const isOpen = verdict.name === 'pending' || verdict.name === 'clean';
  return {
    ...rest,
    verdict: isOpen ? 'not failed' : verdict,
    state: state === 'in-progress' ? 'succeeded' : state,
  };
}
