import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { findSelected } from './findSelected';

describe('the chosen objective', () => {
  const silent = objectiveInState('no-data');
  const few = objectiveInState('insufficient');
  const burning = objectiveInState('burning');
  const ok = objectiveInState('ok');

  it('is the worst that is measured', () => {
    expect(findSelected([silent, few, burning, ok], undefined)).toBe(burning);
  });

  it('is the first where none is measured', () => {
    expect(findSelected([silent, few], undefined)).toBe(silent);
    expect(findSelected([], undefined)).toBeUndefined();
  });

  it('is the one whose key the address holds, measured or not', () => {
    expect(findSelected([burning, silent], 'slo:default/no-data#no-data')).toBe(
      silent,
    );
  });

  it('is found by its name alone, the whole key going first', () => {
    const twin = objectiveStatus({ objective: 'slo:default/ok#ok' });
    expect(findSelected([burning, ok], 'ok')).toBe(ok);
    expect(findSelected([twin, ok], 'slo:default/ok#ok')).toBe(ok);
  });

  it('is none where the address names one that is not there', () => {
    expect(findSelected([burning, ok], 'slo:default/gone#ok')).toBeUndefined();
  });
});
