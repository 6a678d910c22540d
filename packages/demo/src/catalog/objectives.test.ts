import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import { catalogDocuments } from '../__testUtils__/catalogFiles';
import {
  demoObjectives,
  openSloDocuments,
  resolvedObjectives,
} from '../__testUtils__/demoObjectives';
import { DemoMetricsSource } from '../source/DemoMetricsSource';

const all = resolvedObjectives();
const measurable = demoObjectives();

describe('the OpenSLO documents of ShopKart', () => {
  it('keep every rule of the parser, without a warning', () => {
    expect(openSloDocuments().length).toBeGreaterThan(40);
  });

  it('measure components that exist', () => {
    const components = new Set(
      catalogDocuments()
        .filter(({ value }) => value.kind === 'Component')
        .map(({ value }) => `component:default/${value.metadata.name}`),
    );
    const strangers = all.filter(({ entityRef }) => !components.has(entityRef));
    expect(strangers).toEqual([]);
  });

  it('can all be answered by the demo world', () => {
    const source = DemoMetricsSource.create();
    const faults = measurable.flatMap(objective =>
      source
        .validate(objective)
        .map(fault => [stringifyObjectiveKey(objective), fault]),
    );
    expect(faults).toEqual([]);
    expect(measurable.length).toBeGreaterThan(35);
  });

  it('state the five objectives of checkout', () => {
    const checkout = all.filter(
      ({ entityRef }) => entityRef === 'component:default/checkout',
    );
    expect(
      checkout.map(({ definition }) => [
        definition?.displayName,
        definition?.targetText,
        definition?.source,
        definition?.window.kind,
      ]),
    ).toEqual([
      ['Availability', '99.9', 'prometheus', 'rolling'],
      ['Latency, 400 ms', '95', 'prometheus', 'rolling'],
      ['Failed transactions', '99.8', 'prometheus', 'calendar'],
      ['Recovery, 10 min', '90', 'stability', 'rolling'],
      ['Deployment stability', '92', 'stability', 'rolling'],
    ]);
    expect(checkout[2].definition?.window).toMatchObject({
      duration: { value: 1, unit: 'M' },
      timeZone: 'Europe/Warsaw',
    });
  });

  it('show every kind of indicator, budget and window', () => {
    expect(new Set(measurable.map(({ indicator }) => indicator.kind))).toEqual(
      new Set(['ratio', 'raw', 'threshold']),
    );
    expect(
      new Set(measurable.map(({ budgeting }) => budgeting.method)),
    ).toEqual(new Set(['occurrences', 'timeslices', 'ratio-timeslices']));
    const windows = measurable.map(
      ({ window: { duration, kind } }) =>
        `${kind} ${duration.value}${duration.unit}`,
    );
    expect(new Set(windows)).toEqual(
      new Set([
        'rolling 30d',
        'rolling 28d',
        'rolling 7d',
        'rolling 1Y',
        'calendar 1M',
      ]),
    );
  });

  it('hold several objectives in one document', () => {
    const storefront = measurable.filter(
      ({ ref }) => ref === 'slo:default/storefront-availability',
    );
    expect(
      storefront.map(({ objective, target }) => [objective, target]),
    ).toEqual([
      ['availability', 0.999],
      ['availability-goal', 0.9995],
    ]);
  });

  it('have faults in the sandbox only', () => {
    const faulty = all.filter(({ faults }) => faults.length > 0);
    expect(
      faulty.map(({ key, entityRef, faults }) => [
        key.ref,
        entityRef,
        faults.map(({ path }) => path),
      ]),
    ).toEqual([
      [
        'slo:default/sandbox-example-missing-indicator',
        'component:default/sandbox',
        ['spec.indicatorRef'],
      ],
    ]);
  });

  it('claim one name twice in the sandbox, and nowhere else', () => {
    const names = catalogDocuments()
      .filter(({ value }) => value.apiVersion.startsWith('openslo'))
      .map(({ file, value }) => ({
        file,
        name: `${value.kind} ${value.metadata.name}`,
      }));
    const twice = names.filter(
      ({ name }, index) =>
        names.findIndex(other => other.name === name) !== index,
    );
    expect(twice).toEqual([
      {
        file: 'services/sandbox/faults/same-name-second.yaml',
        name: 'SLO sandbox-example-same-name',
      },
    ]);
  });

  it('are nowhere missing but where the picture of an empty card is wanted', () => {
    const measured = new Set(all.map(({ entityRef }) => entityRef));
    const bare = catalogDocuments()
      .filter(({ value }) => value.kind === 'Component')
      .map(({ value }) => value.metadata.name)
      .filter(name => !measured.has(`component:default/${name}`));
    expect(bare.sort()).toEqual(['coupon-api', 'returns-portal']);
  });
});
