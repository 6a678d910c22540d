import { documentError } from './documentError';

const fault = (index: number) => ({
  path: `spec[${index}]`,
  message: 'is odd',
});

describe('documentError', () => {
  it('lists every fault with its path', () => {
    const error = documentError([fault(0), fault(1)]);
    expect(error.name).toBe('InputError');
    expect(error.message).toBe(
      'The OpenSLO document has 2 faults:\n- spec[0] is odd\n- spec[1] is odd',
    );
    expect(error.faults).toEqual([fault(0), fault(1)]);
    expect(Object.keys(error)).not.toContain('faults');
    expect(documentError([fault(0)]).message).toContain('has 1 fault:');
  });

  it('stays readable for a document that is nothing but faults', () => {
    const { message } = documentError(
      Array.from({ length: 100 }, (_, index) => fault(index)),
    );
    expect(message.split('\n')).toHaveLength(22);
    expect(message).toContain('has 100 faults:');
    expect(message).toMatch(/- and 80 more$/);
  });
});
