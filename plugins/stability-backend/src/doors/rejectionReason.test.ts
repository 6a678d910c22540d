import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { rejectionReason } from './rejectionReason';

describe('rejectionReason', () => {
  it.each([
    [new NotFoundError('x'), 'closed'],
    [new AuthenticationError('x'), 'unauthenticated'],
    [new NotAllowedError('x'), 'not-allowed'],
    [new InputError('x'), 'malformed'],
    [Object.assign(new Error('x'), { status: 400 }), 'malformed'],
    [Object.assign(new Error('x'), { status: 413 }), 'too-long'],
    [Object.assign(new Error('x'), { status: 415 }), 'compressed'],
    [new ServiceUnavailableError('x'), 'unavailable'],
    [new TypeError('x'), 'failed'],
    [undefined, 'failed'],
  ])('%p is %s', (error, reason) => {
    expect(rejectionReason(error)).toBe(reason);
  });
});
