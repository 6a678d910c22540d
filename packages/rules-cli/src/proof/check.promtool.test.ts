import {
  generateRules,
  objectivesOfDocuments,
  renderRules,
} from '@plimsoll/plugin-slo-common/rules';
import {
  sloDocument,
  twoObjectives,
} from '@plimsoll/plugin-slo-common/testUtils';
import {
  checkRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

describeOnPromtool('rule files, by promtool', () => {
  it('are accepted', () => {
    expect(() => checkRules(promtool, twoObjectives())).not.toThrow();
  });

  it('would be refused if a query were wrong', () => {
    const wrong = twoObjectives().replace('sum(rate(', 'sum(rte(');
    expect(() => checkRules(promtool, wrong)).toThrow('rte');
  });

  it.each(['\u0000"\n- a: b', "'{{ $x }}", '\u0085\u2028: #', '\ud800', '{{{'])(
    'are accepted whatever people call things: %j',
    text => {
      const [objective] = objectivesOfDocuments([
        { value: sloDocument() },
      ]).objectives;
      const rules = generateRules({
        objectives: [
          {
            ...objective,
            owner: text,
            definition: { ...objective.definition, displayName: text },
          },
        ],
      });
      expect(() => checkRules(promtool, renderRules(rules))).not.toThrow();
    },
  );
});
