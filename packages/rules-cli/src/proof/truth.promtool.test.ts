import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPromtool } from '@plimsoll/prometheus-client/testUtils';
import { comparedPage } from './__testUtils__/comparedPage';
import { type Compared, compareRules } from './__testUtils__/compareRules';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

describeOnPromtool('rules and the truth, by the engine of Prometheus', () => {
  let compared: Compared[];

  beforeAll(() => {
    compared = compareRules(promtool);
  });

  it.each([
    ['quiet hours', 0, 0.01667],
    ['a late error series', 1, 0.014],
    ['uneven traffic', 2, 0.00503],
  ])('is right within 5 % on %s', (_, index, truth) => {
    const one = compared[index];
    expect(one.truth).toBeCloseTo(truth, 4);
    expect(Math.abs(one.ours! / one.truth - 1)).toBeLessThan(0.05);
  });

  it('finds means of ratios wrong, or the comparison would say nothing', () => {
    expect(compared[0].theirs).toBeNaN();
    expect(compared[1].theirs).toBeGreaterThan(0.05);
    expect(compared[2].theirs).toBeGreaterThan(0.2);
  });

  it('is what docs/rules-compared.md says', () => {
    const path = join(__dirname, '../../../../docs/rules-compared.md');
    expect(readFileSync(path, 'utf8')).toBe(comparedPage(compared));
  });
});
