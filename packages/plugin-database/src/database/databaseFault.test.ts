import { faultOf } from './databaseFault';

describe('faultOf', () => {
  it.each([
    [{ code: '22001' }, 'too long (22001)'],
    [{ code: 'SQLITE_BUSY' }, 'too long (SQLITE_BUSY)'],
    [{ code: 'ECONNREFUSED' }, 'insert into x (secret) - too long'],
    [{}, 'insert into x (secret) - too long'],
  ])('leaves the statement of %j out of a log', (fields, message) => {
    const error = Object.assign(
      new Error('insert into x (secret) - too long'),
      fields,
    );
    expect(faultOf(error).message).toBe(message);
  });

  it('makes an error of anything', () => {
    expect(faultOf('away').message).toContain('away');
    expect(faultOf(undefined)).toBeInstanceOf(Error);
  });
});
