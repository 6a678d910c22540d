import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { sourcePoll } from '../catchup/sourcePoll';
import { createKubernetesSources } from './createKubernetesSources';

const create = (kubernetes: object) =>
  createKubernetesSources({
    config: new ConfigReader({ stability: { kubernetes } }),
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    logger: mockServices.logger.mock(),
  });

describe('createKubernetesSources', () => {
  it('asks nobody unless it is enabled', () => {
    expect(create({ everySeconds: 20 })).toEqual([]);
  });

  it('is polled at the pace that app-config says', () => {
    const polls = create({ enabled: true, everySeconds: 20 }).map(sourcePoll);
    expect(polls).toEqual([
      expect.objectContaining({ name: 'kubernetes', everySeconds: 20 }),
    ]);
  });
});
