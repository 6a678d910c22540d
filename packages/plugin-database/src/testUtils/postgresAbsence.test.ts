import { POSTGRES_VARIABLE, postgresAbsence } from './postgresAbsence';

describe('postgresAbsence', () => {
  it('says a sentence, and fails in CI instead of skipping in silence', () => {
    expect(postgresAbsence({})).toEqual({
      sentence: expect.stringContaining(`set ${POSTGRES_VARIABLE}`),
      fatal: false,
    });
    expect(postgresAbsence({ CI: '1' })?.fatal).toBe(false);
    expect(postgresAbsence({ CI: 'true' })?.fatal).toBe(true);
  });

  it('is quiet with PostgreSQL, and in a run that wants SQLite alone', () => {
    expect(
      postgresAbsence({ CI: 'true', [POSTGRES_VARIABLE]: 'postgresql://x' }),
    ).toBeUndefined();
    expect(
      postgresAbsence({ CI: 'true', PLIMSOLL_TEST_FAST: '1' }),
    ).toBeUndefined();
  });
});
