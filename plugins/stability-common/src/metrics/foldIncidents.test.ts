import { HistoryBuilder } from '../__fixtures__/HistoryBuilder';
import { foldIncidents } from './foldIncidents';

const of = (name: string, ...times: Array<[at: string, resolved?: string]>) =>
  times
    .reduce(
      (build, [at, resolved]) => build.incident('A', { at, resolved }),
      HistoryBuilder.create({ entityRef: `component:default/${name}` }),
    )
    .facts().incidents;

const spans = (...all: Array<ReturnType<typeof of>>) =>
  foldIncidents(all.flat()).map(({ startedAt, resolvedAt }) =>
    [startedAt, resolvedAt].map(at => at?.slice(8, 16)).join(' '),
  );

describe('foldIncidents', () => {
  it('counts what touched two services at a time once, as long as the longest', () => {
    expect(
      spans(
        of('cart', ['11-05 08:00', '11-05 08:30']),
        of('checkout', ['11-05 08:10', '11-05 09:00']),
      ),
    ).toEqual(['05T08:00 05T09:00']);
  });

  it('counts what comes back later again, whichever service it touched first', () => {
    expect(
      spans(
        of('cart', ['11-04 08:00', '11-04 08:30'], ['11-05 08:00']),
        of('checkout', ['11-05 08:00', '11-05 09:00']),
      ),
    ).toEqual(['04T08:00 04T08:30', '05T08:00 ']);
  });

  it('keeps two apart whose first end was lost', () => {
    expect(
      spans(of('cart', ['11-04 08:00'], ['11-05 08:00', '11-05 08:30'])),
    ).toEqual(['04T08:00 05T08:00', '05T08:00 05T08:30']);
  });
});
