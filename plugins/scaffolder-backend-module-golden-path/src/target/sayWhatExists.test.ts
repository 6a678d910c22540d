import { ConflictError } from '@backstage/errors';
import { mockCredentials } from '@backstage/backend-test-utils';
import { plannedService } from '@plimsoll/plugin-golden-path-common/testUtils';
import type { TargetState } from './RepositoryTarget';
import { sayWhatExists } from './sayWhatExists';

const service = plannedService();
const say = (require: () => Promise<Partial<TargetState>>) =>
  sayWhatExists({
    target: { require: require as () => Promise<TargetState> },
    service,
    answers: {},
    credentials: mockCredentials.user(),
  });

describe('sayWhatExists', () => {
  it('knows that a form that was refused has made nothing', async () => {
    expect(
      await sayWhatExists({
        target: { require: () => Promise.reject(new Error('asked')) },
        service: undefined,
        answers: undefined,
        credentials: mockCredentials.user(),
      }),
    ).toMatch(/^Nothing was made\. Mend the fields/);
  });

  it.each([
    [{ repository: 'missing' }, /^Nothing was made: .* does not exist\. To go/],
    [{ repository: 'empty' }, /exists and is empty; .* it will be filled/],
    [
      { repository: 'ours', registered: false },
      /is complete; the catalog does not know it\. .* only what is missing/,
    ],
    [
      { repository: 'ours', registered: true },
      /is complete, and the catalog knows it: nothing has to be done again/,
    ],
  ] as const)('of %j', async (state, sentence) => {
    expect(await say(async () => state)).toMatch(sentence);
  });

  it('says whose it is where it is not ours', async () => {
    const sentence = await say(async () => {
      throw new ConflictError('repoUrl: it is taken');
    });
    expect(sentence).toBe(
      'Nothing was made, and nothing was changed: repoUrl: it is taken.',
    );
  });

  it('does not guess where nobody answers', async () => {
    const sentence = await say(async () => {
      throw new Error('ECONNREFUSED');
    });
    expect(sentence).toMatch(/^Nobody can tell what was made, for github\.com/);
    expect(sentence).toContain(`look whether ${service.repository.url} exists`);
  });
});
