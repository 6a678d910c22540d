import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { objectivesOfDocuments } from '../documents/objectivesOfDocuments';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../RuleSettings';
import { failedRequests, sloDocument } from '../testUtils/sloDocument';
import { objectiveRules, TARGET_SERIES } from './objectiveRules';

const definitionOf = (
  options: Parameters<typeof sloDocument>[0] = {},
): ObjectiveDefinition => {
  const { objectives, faults } = objectivesOfDocuments([
    { value: sloDocument(options) },
  ]);
  expect(faults).toEqual([]);
  return objectives[0].definition;
};

const named = (
  definition: ObjectiveDefinition,
  settings: Partial<RuleSettings> = {},
): string => {
  const rules = objectiveRules(definition, {
    ...DEFAULT_RULE_SETTINGS,
    ...settings,
  });
  const { labels } = rules.find(({ record }) => record === TARGET_SERIES)!;
  return labels!.definition;
};

describe('objectiveRules', () => {
  const checkout = definitionOf();

  it('names what is measured, and keeps the name while only the promise changes', () => {
    const name = named(checkout);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(
      named(definitionOf({ objective: { target: 0.5 }, window: '7d' })),
    ).toBe(name);
    expect(named({ ...checkout, entityRef: 'api:default/other' })).toBe(name);
    expect(named(JSON.parse(JSON.stringify(checkout)))).toBe(name);
  });

  it.each<[string, string]>([
    [
      'another query',
      named(
        definitionOf({
          spec: {
            indicator: {
              metadata: { name: 'i' },
              spec: { ratioMetric: failedRequests('cart') },
            },
          },
        }),
      ),
    ],
    [
      'another budgeting',
      named({
        ...checkout,
        budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.9 },
      }),
    ],
    ['another SLO', named({ ...checkout, ref: 'slo:default/other' })],
    ['another objective', named({ ...checkout, objective: 'other' })],
    ['another tenant', named(checkout, { enforcedMatchers: { t: 'shop' } })],
    ['scrapes too rare for a rate', named(checkout, { scrapeSeconds: 120 })],
  ])('has another name for %s', (_, name) => {
    expect(name).not.toBe(named(checkout));
  });

  it('keeps the name where the scrape interval changes no expression', () => {
    expect(named(checkout, { scrapeSeconds: 15 })).toBe(named(checkout));
  });

  it('carries what the source demands as labels of every series', () => {
    const rules = objectiveRules(checkout, {
      scrapeSeconds: 60,
      enforcedMatchers: { tenant: 'shop' },
    });
    expect(rules).toHaveLength(3);
    for (const { labels } of rules) {
      expect(labels).toMatchObject({
        tenant: 'shop',
        slo: 'slo:default/checkout',
        objective: 'served',
      });
    }
  });
});
