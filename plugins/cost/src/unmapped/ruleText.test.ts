import fc from 'fast-check';
import { ruleText } from './ruleText';

const entityRef = 'component:default/checkout';

describe('ruleText', () => {
  it('is a rule as app-config has it', () => {
    const tag = { key: 'team', value: 'shop, eu' };
    expect(ruleText({ match: { tag }, entityRef })).toBe(`cost:
  allocation:
    rules:
      - name: "charges of component:default/checkout"
        match:
          tag: { key: "team", value: "shop, eu" }
        to: component:default/checkout
`);
  });

  it('keeps every value in its quotes and on its line, whatever it is', () => {
    const value = fc.string({ unit: 'binary' });
    const match = fc.oneof(
      fc.record({ product: value }),
      fc.record({ resourceId: value }),
      fc.record({ subAccount: value }),
    );
    fc.assert(
      fc.property(match, wanted => {
        const [[by, said]] = Object.entries(wanted);
        const lines = ruleText({ match: wanted, entityRef })
          .trimEnd()
          .split(/[\r\n]/);
        expect(lines).toHaveLength(7);
        const [, name, text] = /^ {10}(\w+): (.*)$/s.exec(lines[5]) ?? [];
        expect(name).toBe(by);
        expect(JSON.parse(text)).toBe(said);
      }),
    );
  });
});
