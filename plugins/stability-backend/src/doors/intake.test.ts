import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Request, Response } from 'express';
import { recordedMetrics } from '../__testUtils__/recordedMetrics';
import { DoorMetrics } from './DoorMetrics';
import { intake } from './intake';
import { IntakeGate } from './IntakeGate';

const KILOBYTE = 1024;

/** A door whose handling ends when it is told to. */
function doorOf(options: { requests?: number; bytes?: number } = {}) {
  const { requests = 100, bytes = 1024 * KILOBYTE } = options;
  const held: Array<(error?: Error) => void> = [];
  const { metrics, figures } = recordedMetrics();
  const handler = intake({
    source: 'github',
    gate: IntakeGate.create({ requests, bytes }),
    metrics: DoorMetrics.create({ metrics }),
    handle: () =>
      new Promise((resolve, reject) => {
        held.push(error => (error ? reject(error) : resolve()));
      }),
  });
  return {
    held,
    figures,
    /** What the request was refused with, and the headers of the answer. */
    async knock(length: number | undefined) {
      const headers: Record<string, string> = {};
      const refused: unknown[] = [];
      await handler(
        {
          headers:
            length === undefined ? {} : { 'content-length': String(length) },
        } as Request,
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
    const inside = [door.knock(10), door.knock(10)];
    const { refused, headers } = await door.knock(10);

    expect(refused).toEqual([expect.any(ServiceUnavailableError)]);
    expect(headers).toEqual({ 'Retry-After': '5' });
    door.held.forEach(leave => leave());
    await Promise.all(inside);
    expect(door.figures).toEqual({
      'doors.received{source=github}': 3,
      'doors.rejected{reason=unavailable,source=github}': 1,
    });
  });

  it('counts a large one by what it brings, and the most where it is silent', async () => {
    const door = doorOf({ bytes: 1024 * KILOBYTE });
    const inside = door.knock(900 * KILOBYTE);
    expect((await door.knock(200 * KILOBYTE)).refused).toHaveLength(1);
    expect((await door.knock(undefined)).refused).toHaveLength(1);
    const fitting = door.knock(124 * KILOBYTE);
    door.held.forEach(leave => leave());
    expect((await inside).refused).toEqual([]);
    expect((await fitting).refused).toEqual([]);
  });

  it('has room again after a failure, and tells nobody to come back who may not', async () => {
    const door = doorOf({ requests: 1 });
    for (let round = 0; round < 3; round++) {
      const knock = door.knock(10);
      door.held[round](new AuthenticationError('The signature is wrong'));
      const { refused, headers } = await knock;
      expect(refused).toEqual([expect.any(AuthenticationError)]);
      expect(headers).toEqual({});
    }
    const away = door.knock(10);
    door.held[3](new ServiceUnavailableError('The database is away'));
    expect((await away).headers).toEqual({ 'Retry-After': '5' });
  });
});
