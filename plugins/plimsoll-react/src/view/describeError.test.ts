import { describeError } from './describeError';

function failure(options: {
  name?: string;
  message?: string;
  statusCode?: unknown;
}): Error {
  const { name = 'ResponseError', message = 'no', statusCode } = options;
  return Object.assign(new Error(message), {
    name,
    ...(statusCode !== undefined && { statusCode }),
  });
}

describe('describeError', () => {
  it.each([
    [{ statusCode: 403 }, 'no-permission', 403],
    [{ name: 'NotAllowedError' }, 'no-permission', undefined],
    [{ statusCode: 404 }, 'not-found', 404],
    [{ name: 'NotFoundError' }, 'not-found', undefined],
    [{ statusCode: 500 }, 'error', 500],
    [{ statusCode: 401 }, 'error', 401],
    [{ statusCode: '403' }, 'error', undefined],
    [{ name: 'TypeError', message: 'Failed to fetch' }, 'error', undefined],
  ])('reads %p as %p with status %p', (options, kind, status) => {
    expect(describeError(failure(options))).toMatchObject({ kind, status });
  });

  it('keeps name, status and message for a report', () => {
    expect(
      describeError(failure({ message: 'query failed', statusCode: 502 }))
        .details,
    ).toBe('ResponseError: query failed\nHTTP 502');
    expect(describeError(failure({ message: 'lost' })).details).toBe(
      'ResponseError: lost',
    );
  });

  it.each([
    [
      'Request to http://prometheus.internal:9090/api?q=1 failed',
      'Request to [address] failed',
    ],
    ['connect ECONNREFUSED 10.0.12.7:5432', 'connect ECONNREFUSED [address]'],
    ['host 192.168.1.4 is away', 'host [address] is away'],
    ['see "postgres://u:p@db/slo", please', 'see "[address]", please'],
  ])('cuts internal addresses out of %p', (message, told) => {
    expect(describeError(failure({ message })).details).toBe(
      `ResponseError: ${told}`,
    );
  });

  it.each([
    ['a string', 'Error: a string'],
    [undefined, 'Error: undefined'],
    [null, 'Error: null'],
  ])('takes %p, which is no error at all', (thrown, details) => {
    expect(describeError(thrown)).toEqual({
      kind: 'error',
      status: undefined,
      details,
    });
  });
});
