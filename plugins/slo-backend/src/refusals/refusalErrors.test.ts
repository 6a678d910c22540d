import { InputError } from '@backstage/errors';
import { refusalErrors } from './refusalErrors';

const faults = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: `spec[${index}]`,
    message: 'is odd',
  }));

describe('refusalErrors', () => {
  it('finds the faults of a document in what was wrapped around them', () => {
    const inner = Object.assign(new InputError('2 faults'), {
      faults: faults(2),
    });
    const outer = new InputError('Processor X threw an error', inner);
    expect(refusalErrors([outer, new Error('policy')])).toEqual([
      ...faults(2),
      { path: undefined, message: 'policy' },
    ]);
  });

  it('keeps to what fits on a page', () => {
    const many = Object.assign(new Error('many'), { faults: faults(100) });
    const listed = refusalErrors([many]);
    expect(listed).toHaveLength(21);
    expect(listed[20]).toEqual({ message: 'and 80 more' });
    const [{ message }] = refusalErrors([new Error('x'.repeat(5000))]);
    expect(message).toBe(`${'x'.repeat(1000)}\u2026`);
  });

  it('reads what came over the wire, and says when the words were lost', () => {
    expect(refusalErrors([{ name: 'InputError', message: 'odd' }])).toEqual([
      { path: undefined, message: 'odd' },
    ]);
    for (const lost of [{}, undefined, 'odd', { message: '' }]) {
      expect(refusalErrors([lost])).toEqual([
        { message: expect.stringContaining('log of the catalog') },
      ]);
    }
  });

  it('does not follow causes in a circle', () => {
    const circle: Error & { cause?: unknown } = new Error('round');
    circle.cause = circle;
    expect(refusalErrors([circle])).toEqual([
      { path: undefined, message: 'round' },
    ]);
  });
});
