import type { JsonObject, JsonValue } from '@backstage/types';
import { validSlo } from '../__fixtures__/validDocuments';
import { faultsOf } from '../__fixtures__/faultsOf';
import { parseOpenSloDocument } from '../parseDocument';

const calendar = {
  startTime: '2026-01-31 00:00:00',
  timeZone: 'Asia/Kathmandu',
};
const withWindow = (window: JsonObject) => validSlo({ timeWindow: [window] });

describe('timeWindow', () => {
  it.each([
    { duration: '1h', isRolling: true },
    { duration: '30d', isRolling: true },
    { duration: '4w', isRolling: true },
    { duration: '1Q', isRolling: true },
    { duration: '13M', isRolling: true },
    { duration: '400d', isRolling: true },
    { duration: '1M', isRolling: false, calendar },
    { duration: '1Y', isRolling: false, calendar },
    {
      duration: '1M',
      isRolling: false,
      calendar: { ...calendar, startTime: '2199-12-31 23:59:59' },
    },
    {
      duration: '1M',
      isRolling: false,
      calendar: { ...calendar, startTime: '1970-01-01 00:00:00' },
    },
  ])('reads %j', window => {
    expect(parseOpenSloDocument(withWindow(window))).toMatchObject({
      document: { spec: { timeWindow: [window] } },
    });
  });

  it('takes a calendar for not rolling, as the OpenSLO text says', () => {
    expect(
      parseOpenSloDocument(withWindow({ duration: '1M', calendar })),
    ).toMatchObject({
      document: {
        spec: { timeWindow: [{ duration: '1M', isRolling: false, calendar }] },
      },
    });
  });

  it('asks whether 1m was meant as a month', () => {
    expect(faultsOf(withWindow({ duration: '1m', isRolling: true }))).toEqual([
      'spec.timeWindow[0].duration: is in minutes, and a window has at least an hour; did you mean 1M (months)?',
    ]);
  });

  it.each([
    [undefined, 'spec.timeWindow: is missing; write exactly one window'],
    [{ duration: '30d' }, 'spec.timeWindow: is a mapping where a list belongs'],
    [[], 'spec.timeWindow: has 0 items; write exactly one'],
    [
      [
        { duration: '7d', isRolling: true },
        { duration: '30d', isRolling: true },
      ],
      'spec.timeWindow: has 2 items; write exactly one',
    ],
  ])('wants a list of one: %j', (timeWindow, fault) => {
    expect(faultsOf(validSlo({ timeWindow: timeWindow as JsonValue }))).toEqual(
      [expect.stringContaining(fault)],
    );
  });

  it.each<[JsonObject, string]>([
    [{ isRolling: true }, 'duration: is missing'],
    [{ duration: 30, isRolling: true }, 'duration: is a number where text'],
    [{ duration: '1h30m', isRolling: true }, 'duration: is no duration'],
    [{ duration: '30', isRolling: true }, 'duration: is no duration'],
    [{ duration: '0d', isRolling: true }, 'duration: is no duration'],
    [{ duration: '-1d', isRolling: true }, 'duration: is no duration'],
    [{ duration: '30D', isRolling: true }, 'duration: is no duration'],
    [
      { duration: '9'.repeat(400), isRolling: true },
      'duration: is no duration',
    ],
    [
      { duration: '59m', isRolling: true },
      'duration: is in minutes, and a window has at least an hour; did you mean 59M',
    ],
    [
      { duration: '401d', isRolling: true },
      'duration: is longer than the 400 days',
    ],
    [
      { duration: '2Y', isRolling: true },
      'duration: is longer than the 400 days',
    ],
    [
      { duration: '30d' },
      'isRolling: is missing; write isRolling: true, or a calendar',
    ],
    [
      { duration: '30d', isRolling: 'true' },
      'isRolling: is text where true or false',
    ],
    [
      { duration: '30d', isRolling: false },
      'calendar: is missing; write calendar: {',
    ],
    [
      { duration: '30d', isRolling: true, calendar },
      'calendar: does not go with isRolling: true',
    ],
    [
      { duration: '30d', isRolling: true, rolling: 1 },
      'rolling: is not known here',
    ],
  ])('refuses %j', (window, fault) => {
    expect(faultsOf(withWindow(window))).toEqual([
      expect.stringContaining(`spec.timeWindow[0].${fault}`),
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ startTime: calendar.startTime }, 'timeZone: is missing'],
    [{ ...calendar, timeZone: 'Mars/Olympus' }, 'timeZone: is no zone'],
    [{ ...calendar, timeZone: '+01:00' }, 'timeZone: is no zone'],
    [{ timeZone: 'UTC' }, 'startTime: is missing'],
    [{ ...calendar, startTime: '2026-01-01' }, 'startTime: is no local time'],
    [
      { ...calendar, startTime: '2026-02-30 00:00:00' },
      'startTime: is no local time',
    ],
    [
      { ...calendar, startTime: '2026-01-01T00:00:00Z' },
      'startTime: is no local time',
    ],
    [
      { ...calendar, startTime: '1969-12-31 23:59:59' },
      'startTime: is no local time',
    ],
    [
      { ...calendar, startTime: '9999-01-01 00:00:00' },
      'startTime: is no local time',
    ],
    [{ ...calendar, zone: 'UTC' }, 'zone: is not known here'],
  ])('refuses the calendar %j', (given, fault) => {
    expect(
      faultsOf(
        withWindow({ duration: '1M', isRolling: false, calendar: given }),
      ),
    ).toEqual([
      expect.stringContaining(`spec.timeWindow[0].calendar.${fault}`),
    ]);
  });
});
