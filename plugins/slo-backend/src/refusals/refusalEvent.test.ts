import { InputError } from '@backstage/errors';
import { refusalOfEvent } from './refusalEvent';

const about = (entity: string, message = 'odd', location = 'url:a.yaml') =>
  refusalOfEvent({
    payload: { entity, location, errors: [new InputError(message)] },
    now: 5000,
  });

describe('refusalOfEvent', () => {
  it('tells of documents that would be measured', () => {
    expect(about('slo:default/a')).toEqual({
      entityRef: 'slo:default/a',
      location: 'url:a.yaml',
      errors: [{ path: undefined, message: 'odd' }],
      seenAt: 5000,
    });
    expect(about('sli:default/a')).toBeDefined();
  });

  it('does not tell of other entities', () => {
    expect(about('component:default/slo', 'slo:default/a is odd')).toBe(
      undefined,
    );
    expect(about('datasource:default/a')).toBeUndefined();
    expect(about('nonsense')).toBeUndefined();
  });

  it('tells of whole files that say SLO, in the path or the error', () => {
    const location = (message: string, path = 'url:a.yaml') =>
      about('location:default/generated-1', message, path);
    expect(location('YAML error', 'url:https://git.example/slo.yaml')).toEqual(
      expect.objectContaining({ entityRef: 'location:default/generated-1' }),
    );
    expect(
      location('YAML error', 'file:/catalog/payment-slos.yaml'),
    ).toBeDefined();
    expect(location('YAML error', 'file:/openslo/a.yaml')).toBeDefined();
    expect(
      location('Entity slo:default/a is not of an allowed kind'),
    ).toBeDefined();
    expect(location('YAML error')).toBeUndefined();
    expect(location('YAML error', 'file:/slovenia/slow.yaml')).toBeUndefined();
  });

  it('takes another payload than the one of today for none', () => {
    for (const payload of [
      undefined,
      'odd',
      {},
      { entity: 'slo:default/a', errors: [] },
      { entity: 1, errors: ['odd'] },
    ]) {
      expect(refusalOfEvent({ payload, now: 1 })).toBeUndefined();
    }
  });
});
