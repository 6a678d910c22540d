import type { Indicator } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import {
  failedDeployments,
  objectiveOf,
  recoveredWithin,
} from '../__fixtures__/objectives';
import { parseWithin } from './parseWithin';
import { readMeasurement } from './readMeasurement';

const SPEC = (side: string) =>
  `spec.indicator.spec.ratioMetric.${side}.metricSource.spec`;

describe('readMeasurement', () => {
  it.each([
    ['checkout', 'component:default/checkout'],
    ['Component:Shop/Checkout', 'component:shop/checkout'],
  ])('reads deployments of %s', (service, entityRef) => {
    const { indicator } = failedDeployments(service);
    expect(readMeasurement(indicator)).toEqual({
      measurement: { kind: 'deployments', entityRef },
      faults: [],
    });
  });

  it('reads good deployments as well as bad ones', () => {
    const { indicator } = objectiveOf({
      good: { spec: { deployments: 'checkout', verdict: 'clean' } },
      total: { spec: { deployments: 'checkout' } },
    });
    expect(readMeasurement(indicator).measurement).toEqual({
      kind: 'deployments',
      entityRef: 'component:default/checkout',
    });
  });

  it('reads how long an incident may last', () => {
    expect(readMeasurement(recoveredWithin('10m').indicator)).toEqual({
      measurement: {
        kind: 'incidents',
        entityRef: 'component:default/checkout',
        withinSeconds: 600,
      },
      faults: [],
    });
  });

  const deployments = { spec: { deployments: 'checkout' } };
  const incidents = { spec: { incidents: 'checkout' } };
  const ratio = (sides: object): Indicator =>
    ({ kind: 'ratio', counter: true, ...sides } as Indicator);

  it.each([
    [
      'no ratio',
      { kind: 'raw', rawType: 'success', raw: deployments } as Indicator,
      'spec.indicator.spec.ratioMetric.raw',
      /write a ratioMetric/,
    ],
    [
      'nothing to count',
      ratio({ bad: deployments, total: { spec: { query: 'up' } } }),
      SPEC('total'),
      /either deployments or incidents/,
    ],
    [
      'both',
      ratio({
        bad: deployments,
        total: { spec: { ...deployments.spec, ...incidents.spec } },
      }),
      SPEC('total'),
      /either deployments or incidents/,
    ],
    [
      'no service',
      ratio({ bad: deployments, total: { spec: { deployments: '' } } }),
      `${SPEC('total')}.deployments`,
      /must be a service/,
    ],
    [
      'two services',
      ratio({ bad: { spec: { deployments: 'cart' } }, total: deployments }),
      SPEC('bad'),
      /must count the same .* component:default\/checkout/,
    ],
    [
      'apples and pears',
      ratio({ good: incidents, total: deployments }),
      SPEC('good'),
      /must count the same/,
    ],
    [
      'a verdict on the wrong side',
      ratio({
        good: { spec: { ...deployments.spec, verdict: 'failed' } },
        total: deployments,
      }),
      `${SPEC('good')}.verdict`,
      /must be clean/,
    ],
    [
      'no verdict',
      ratio({ bad: deployments, total: deployments }),
      `${SPEC('bad')}.verdict`,
      /must be failed/,
    ],
    [
      'bad incidents',
      ratio({ bad: incidents, total: incidents }),
      SPEC('bad'),
      /recoveredWithin/,
    ],
    [
      'a time without a unit',
      recoveredWithin(600).indicator,
      `${SPEC('good')}.recoveredWithin`,
      /10m/,
    ],
  ])('refuses %s, and says where', (_, indicator, path, message) => {
    const { measurement, faults } = readMeasurement(indicator);
    expect(measurement).toBeUndefined();
    expect(faults).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});

describe('parseWithin', () => {
  it('reads whole numbers of every unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom(['s', 1], ['m', 60], ['h', 3_600], ['d', 86_400]),
        (count, [unit, seconds]) => {
          expect(parseWithin(`${count}${unit}`)).toBe(count * Number(seconds));
        },
      ),
    );
  });

  it.each(['', '0m', '10', 'm', '10 m', '-1m', '1.5h', '10M', undefined, 7])(
    'takes %p for none',
    value => {
      expect(parseWithin(value)).toBeUndefined();
    },
  );
});
