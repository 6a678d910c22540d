import { commitment, rightSize } from '../__fixtures__/checkoutSavings';
import { voice } from '../__testUtils__/voice';
import { byHandText } from './byHandText';

describe('why no form opens a change', () => {
  afterEach(() => jest.restoreAllMocks());

  const text = (saving: Partial<typeof rightSize>) =>
    byHandText({
      saving: { ...rightSize, change: undefined, ...saving },
      ...voice(),
    });

  it('is that none is set up, with the key', () => {
    expect(text({ noChange: 'no-template' })).toContain(
      'cost.savings.template',
    );
  });

  it('is that there is no scaffolder, where a template is named', () => {
    expect(text({ change: rightSize.change })).toContain(
      'the scaffolder is not installed',
    );
  });

  it('is that people do it, in steps', () => {
    expect(text(commitment)).toMatch(/^By hand: buy it from your provider/);
    expect(
      text({
        kind: 'idle',
        noChange: 'by-hand',
        subject: { type: 'volume', name: 'v' },
      }),
    ).toMatch(/^By hand: take a snapshot/);
    expect(text({ kind: 'storage-lifecycle', noChange: 'by-hand' })).toMatch(
      /lifecycle rule/,
    );
    expect(text({ kind: 'idle', noChange: 'by-hand' })).toBe(
      'No template makes this change: it is made by hand.',
    );
    expect(text({ noChange: undefined })).toBe(
      'No template makes this change: it is made by hand.',
    );
  });
});
