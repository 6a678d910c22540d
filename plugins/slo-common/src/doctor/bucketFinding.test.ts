import { bucketFinding } from './bucketFinding';

const found = (asked: string, present: string[], isFound = false) =>
  bucketFinding({ bucket: { asked, present }, found: isFound, path: 'q' });

describe('bucketFinding', () => {
  it('has nothing to say of a bucket that exists, or of no histogram', () => {
    expect(found('0.3', ['0.3', '+Inf'])).toBeUndefined();
    expect(found('0.3', [])).toBeUndefined();
  });

  it('tells that 1 is written 1.0, and that both are found', () => {
    expect(found('1', ['0.5', '1.0', '+Inf'], true)).toEqual({
      severity: 'info',
      check: 'bucket',
      path: 'q',
      message: 'asks for le="1", which this server writes le="1.0"',
      fix: 'Plimsoll finds both; other tools need le=~"1|1.0"',
    });
    expect(found('0.30', ['0.3'])).toMatchObject({
      severity: 'error',
      fix: 'Write le="0.3"',
    });
    expect(found('Inf', ['0.3', '+Inf'])).toMatchObject({ severity: 'error' });
  });

  it('names the neighbours of a bucket that does not exist', () => {
    expect(found('0.4', ['+Inf', '0.5', '0.25', '10', '2.5'])).toEqual({
      severity: 'error',
      check: 'bucket',
      path: 'q',
      message:
        'asks for the bucket le="0.4", which does not exist; there are 0.25, 0.5, 2.5, 10, +Inf',
      fix: `Write le="0.25" or le="0.5", or add the bound to the service's histogram`,
    });
    expect(found('20', ['0.5'])?.fix).toMatch(/^Write le="0.5", or add/);
    expect(found('fast', ['0.5'])?.fix).toMatch(/^Write a bound that exists/);
  });

  it('lists a dozen bounds, and counts the others', () => {
    const many = Array.from({ length: 20 }, (_, index) => String(index + 1));
    expect(found('0.1', many)?.message).toMatch(/, 12 and 8 more$/);
  });
});
