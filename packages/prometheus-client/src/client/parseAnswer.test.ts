import { parseAnswer } from './parseAnswer';
import { parseSampleValue } from './parseSampleValue';

const read = (body: unknown) => parseAnswer(JSON.stringify(body));

describe('pitfall 1: parseSampleValue', () => {
  it.each([
    ['0', 0],
    ['1e-7', 1e-7],
    ['-2.5', -2.5],
    ['+Inf', Infinity],
    ['Inf', Infinity],
    ['-Inf', -Infinity],
    ['NaN', NaN],
    ['', NaN],
    [' ', NaN],
    ['1,5', NaN],
  ])('reads %j', (text, value) => {
    expect(parseSampleValue(text)).toBe(value);
  });
});

describe('parseAnswer', () => {
  it('reads a scalar as a series without labels', () => {
    expect(
      read({
        status: 'success',
        data: { resultType: 'scalar', result: [5, '7'] },
      }),
    ).toEqual({
      kind: 'series',
      series: [{ labels: {}, points: [[5, 7]], isHistogram: false }],
    });
  });

  it('marks native histograms', () => {
    const answer = read({
      status: 'success',
      data: {
        resultType: 'vector',
        result: [{ metric: {}, histogram: [5, { count: '1' }] }],
      },
    });
    expect(answer).toEqual({
      kind: 'series',
      series: [{ labels: {}, points: [], isHistogram: true }],
    });
  });

  it('leaves out samples that are none', () => {
    const answer = read({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [{ metric: {}, values: [[1, '2'], [3, 4], null, ['5', '6']] }],
      },
    });
    expect(answer).toMatchObject({ series: [{ points: [[1, 2]] }] });
  });

  it('reads an error, also without its details', () => {
    expect(
      read({ status: 'error', errorType: 'bad_data', error: 'why' }),
    ).toEqual({ kind: 'error', errorType: 'bad_data', message: 'why' });
    expect(read({ status: 'error' })).toEqual({
      kind: 'error',
      errorType: 'unknown',
      message: 'no reason given',
    });
  });

  it.each([
    'null',
    '[]',
    '{}',
    '<html>',
    '',
    '{"status":"success","data":{"resultType":"string","result":[1,"a"]}}',
    '{"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":1}}]}}',
  ])('answers undefined for %s', body => {
    expect(parseAnswer(body)).toBeUndefined();
  });
});
