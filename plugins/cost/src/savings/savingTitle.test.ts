import type { Saving } from '@plimsoll/plugin-cost-common';
import { voice } from '../__testUtils__/voice';
import { savingTitle } from './savingTitle';

describe('what a saving is called', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each<[Saving['kind'], Saving['subject'], string]>([
    ['right-size', { type: 'workload', name: 'cart' }, 'Right-size cart'],
    ['spot', { type: 'workload', name: 'cart' }, 'Spot nodes for cart'],
    [
      'idle',
      { type: 'load-balancer', name: 'old' },
      'Delete the unused load balancer old',
    ],
    ['idle', { type: 'address', name: 'ip' }, 'Release the unused address ip'],
    [
      'storage-lifecycle',
      { type: 'bucket', name: 'invoices' },
      'Move what nobody reads in invoices to a cheaper class',
    ],
    [
      'commitment',
      { type: 'machines', count: 1, termMonths: 12 },
      'One-year commitment for 1 machine',
    ],
    [
      'commitment',
      { type: 'machines', count: 10, termMonths: 36 },
      'Three-year commitment for 10 machines',
    ],
    [
      'commitment',
      { type: 'machines', count: 2, termMonths: 6 },
      'Commitment of 6 months for 2 machines',
    ],
    ['right-size', { type: 'workload' }, 'as the backend says'],
    ['idle', { type: 'workload', name: 'x' }, 'as the backend says'],
    ['commitment', { type: 'machines' }, 'as the backend says'],
  ])('a %s of %j', (kind, subject, text) => {
    const title = 'as the backend says';
    expect(savingTitle({ kind, subject, title }, voice())).toBe(text);
  });

  it('keeps the words of a backend that does not tell the subject', () => {
    expect(savingTitle({ kind: 'idle', title: 'Delete it' }, voice())).toBe(
      'Delete it',
    );
  });
});
