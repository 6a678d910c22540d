import {
  AuthenticationError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Request, Response } from 'express';
import { recordedMetrics } from '../__testUtils__/recordedMetrics';
import { DoorMetrics } from './DoorMetrics';
import { intake } from './intake';
import { IntakeGate } from './IntakeGate';
import type { DoorBook } from './DoorBook';

const KILOBYTE = 1024;

/** A door whose handling ends when it is told to. */
function doorOf(options: { requests?: number; bytes?: number } = {}) {
  const { requests = 100, bytes = 1024 * KILOBYTE } = options;
  const held: Array<(error?: Error) => void> = [];
  const { metrics, figures } = recordedMetrics();
  const rejected = jest.fn();
  const handler = intake({
    source: 'github',
    gate: IntakeGate.create({ requests, bytes, share: 1 }),
    book: { rejected } as unknown as DoorBook,
    metrics: DoorMetrics.create({ metrics }),
    handle: () =>
      new Promise((resolve, reject) => {
        held.push(error => (error ? reject(error) : resolve()));
      }),
  });
  return {
    held,
    figures,
    rejected,
    /** What the request was refused with, and the headers of the answer. */
    async knock() {
      const headers: Record<string, string> = {};
      const refused: unknown[] = [];
      await handler(
        { headers: {} } as Request,
        {
          set: (name: string, value: string) => {
            headers[name] = value;
          },
        } as unknown as Response,
        error => refused.push(error),
      );
      return { refused, headers };
    },
  };
}

describe('intake', () => {
  it('counts a small request as the room that its socket takes', async () => {
    const door = doorOf({ bytes: 32 * KILOBYTE });
    const inside = [door.knock(), door.knock()];
    const { refused, headers } = await door.knock();

    expect(refused).toEqual([expect.any(ServiceUnavailableError)]);
    expect(headers).toEqual({ 'Retry-After': '5' });
    door.held.forEach(leave => leave());
    await Promise.all(inside);
    expect(door.figures).toEqual({
      'doors.received{source=github}': 3,
      'doors.rejected{reason=unavailable,source=github}': 1,
    });
  });

  it('writes faults of the request into the book', async () => {
    const door = doorOf();
    const faults: Array<[Error, number]> = [
      [new InputError('The body broke off'), 1],
      [Object.assign(new Error('too long'), { status: 413 }), 2],
      [Object.assign(new Error('compressed'), { status: 415 }), 3],
      // has been written by who knows the mend
      [new AuthenticationError('wrong'), 3],
      // no fault of the sender's
      [new ServiceUnavailableError('away'), 3],
    ];
    for (const [index, [error, times]] of faults.entries()) {
      const knock = door.knock();
      door.held[index](error);
      await knock;
      expect(door.rejected).toHaveBeenCalledTimes(times);
    }
    expect(door.rejected).toHaveBeenCalledWith('github', 'The body broke off');
  });

  it('has room again after a failure, and tells nobody to come back who may not', async () => {
    const door = doorOf({ requests: 1 });
    for (let round = 0; round < 3; round++) {
      const knock = door.knock();
      door.held[round](new AuthenticationError('The signature is wrong'));
      const { refused, headers } = await knock;
      expect(refused).toEqual([expect.any(AuthenticationError)]);
      expect(headers).toEqual({});
    }
    const away = door.knock();
    door.held[3](new ServiceUnavailableError('The database is away'));
    expect((await away).headers).toEqual({ 'Retry-After': '5' });
  });
});
