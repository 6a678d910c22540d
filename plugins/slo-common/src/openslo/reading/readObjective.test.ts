import type { JsonObject } from '@backstage/types';
import {
  inlineIndicator,
  metric,
  validSlo,
} from '../__fixtures__/validDocuments';
import { faultsOf, warningsOf } from '../__fixtures__/faultsOf';

const withObjective = (objective: JsonObject, spec: JsonObject = {}) =>
  validSlo({ objectives: [objective], ...spec });
const threshold = {
  indicator: inlineIndicator({ thresholdMetric: metric('p95') }),
};

describe('objective', () => {
  it.each([
    [{ target: 0 }],
    [{ target: 0.999999 }],
    [{ targetPercent: 0 }],
    [{ targetPercent: 1 }],
    [{ targetPercent: 99.999 }],
    [{ target: 0.5, displayName: 'Everything', compositeWeight: 1 }],
  ])('takes %j without a word', objective => {
    expect(faultsOf(withObjective(objective))).toEqual([]);
    expect(warningsOf(withObjective(objective))).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{}, 'target: is missing'],
    [
      { target: 0.9, targetPercent: 90 },
      'targetPercent: does not go with target',
    ],
    [{ target: 1 }, 'target: leaves no error budget'],
    [
      { target: 99.5 },
      'target: is 99.5, and a share is below 1; did you mean targetPercent: 99.5?',
    ],
    [{ target: -0.1 }, 'target: is no share'],
    [{ target: 100 }, 'target: is no share'],
    [{ target: '0.999' }, 'target: is text where a number belongs'],
    [{ targetPercent: 100 }, 'targetPercent: is out of range'],
    [{ targetPercent: -1 }, 'targetPercent: is out of range'],
    [{ target: 0.9, displayName: '' }, 'displayName: is empty'],
    [{ target: 0.9, op: '<' }, 'op: is none of lt, lte, gt, gte'],
    [{ target: 0.9, value: '10' }, 'value: is text where a number belongs'],
    [{ target: 0.9, compositeWeight: 0 }, 'compositeWeight: is no weight'],
    [{ target: 0.9, goal: 1 }, 'goal: is not known here'],
  ])('refuses %j', (objective, fault) => {
    expect(faultsOf(withObjective(objective))).toEqual([
      expect.stringContaining(`spec.objectives[0].${fault}`),
    ]);
  });

  it('warns of a percent that is a share', () => {
    expect(warningsOf(withObjective({ targetPercent: 0.999 }))).toEqual([
      'spec.objectives[0].targetPercent: means 0.999 %; did you mean target: 0.999?',
    ]);
  });

  describe('threshold', () => {
    it('needs op and value where the metric is written in place', () => {
      expect(faultsOf(withObjective({ target: 0.9 }, threshold))).toEqual([
        'spec.objectives[0].op: is missing; a thresholdMetric needs lt, lte, gt or gte',
        'spec.objectives[0].value: is missing; a thresholdMetric needs the threshold',
      ]);
      expect(
        faultsOf(withObjective({ target: 0.9, op: 'lt', value: 0 }, threshold)),
      ).toEqual([]);
    });

    it('has no effect on a ratio, which is said but not refused', () => {
      const document = withObjective({ target: 0.9, op: 'gt', value: 1 });
      expect(faultsOf(document)).toEqual([]);
      expect(warningsOf(document)).toEqual([
        'spec.objectives[0].op: has no effect on a ratioMetric; remove it',
        'spec.objectives[0].value: has no effect on a ratioMetric; remove it',
      ]);
    });

    it('cannot be judged before the SLI is known', () => {
      const document = withObjective(
        { target: 0.9 },
        { indicator: null, indicatorRef: 'p95' },
      );
      expect(faultsOf(document)).toEqual([]);
    });
  });

  describe('time slices', () => {
    const slices = {
      target: 0.9,
      timeSliceTarget: 0.95,
      timeSliceWindow: '5m',
    };

    it.each<[string, JsonObject, string[]]>([
      ['Timeslices', slices, []],
      ['Timeslices', { ...slices, timeSliceTarget: 1 }, []],
      [
        'Timeslices',
        { target: 0.9, timeSliceWindow: '5m' },
        ['timeSliceTarget: is missing'],
      ],
      [
        'Timeslices',
        { target: 0.9, timeSliceTarget: 0.9 },
        ['timeSliceWindow: is missing; Timeslices needs'],
      ],
      [
        'Timeslices',
        { ...slices, timeSliceTarget: 0 },
        ['timeSliceTarget: is out of range'],
      ],
      [
        'Timeslices',
        { ...slices, timeSliceTarget: 1.1 },
        ['timeSliceTarget: is out of range'],
      ],
      [
        'Timeslices',
        { ...slices, timeSliceWindow: '5s' },
        ['timeSliceWindow: is no duration'],
      ],
      [
        'Timeslices',
        { ...slices, timeSliceWindow: 0.5 },
        ['timeSliceWindow: is no whole number of minutes'],
      ],
      ['RatioTimeslices', { target: 0.9, timeSliceWindow: '5m' }, []],
      [
        'RatioTimeslices',
        { target: 0.9 },
        ['timeSliceWindow: is missing; RatioTimeslices needs'],
      ],
    ])('%s with %j', (budgetingMethod, objective, faults) => {
      expect(faultsOf(withObjective(objective, { budgetingMethod }))).toEqual(
        faults.map(fault =>
          expect.stringContaining(`spec.objectives[0].${fault}`),
        ),
      );
    });

    it('says what has no effect', () => {
      expect(warningsOf(withObjective(slices))).toEqual([
        'spec.objectives[0].timeSliceTarget: has no effect on Occurrences; remove it',
        'spec.objectives[0].timeSliceWindow: has no effect on Occurrences; remove it',
      ]);
      expect(
        warningsOf(
          withObjective(slices, { budgetingMethod: 'RatioTimeslices' }),
        ),
      ).toEqual([
        'spec.objectives[0].timeSliceTarget: has no effect on RatioTimeslices; remove it',
      ]);
    });

    it('takes a bare number for minutes, which is said', () => {
      const document = withObjective(
        { ...slices, timeSliceWindow: 5 },
        { budgetingMethod: 'Timeslices' },
      );
      expect(faultsOf(document)).toEqual([]);
      expect(warningsOf(document)).toEqual([
        'spec.objectives[0].timeSliceWindow: is read as minutes; other OpenSLO tools want 5m',
      ]);
    });
  });
});
