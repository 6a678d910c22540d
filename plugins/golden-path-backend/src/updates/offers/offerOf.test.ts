import { type MadeService, offerOf } from './offerOf';
import type { KeptPullRequest } from './PullRequestStore';

const service: MadeService = {
  entityRef: 'component:default/cart',
  template: 'template:default/node-service',
  version: '1.0.0',
};
const template = {
  ref: service.template,
  title: 'Node',
  newest: '1.1.0',
  notes: [],
};
const pullRequest = (more: Partial<KeptPullRequest>): KeptPullRequest => ({
  entityRef: service.entityRef,
  version: '1.1.0',
  url: 'https://git.example/shop/cart/pulls/1',
  state: 'merged',
  openedAt: '2026-11-22T10:00:00.000Z',
  openedBy: 'user:default/ada',
  ...more,
});

describe('offerOf', () => {
  it('believes the lock of a merged update, whatever the catalog still says', () => {
    const merged = pullRequest({ written: '1.1.0' });
    expect(offerOf({ service, template, pullRequest: merged })).toMatchObject({
      state: 'current',
      version: '1.1.0',
    });
    // the team has taken the version out of the catalog
    const { version: _, ...unsaid } = service;
    expect(
      offerOf({ service: unsaid, template, pullRequest: merged }).state,
    ).toBe('current');
  });

  it('waits for the lock of a merged update', () => {
    const offer = offerOf({
      service,
      template,
      pullRequest: pullRequest({}),
    });
    expect([offer.state, offer.version]).toEqual(['open', '1.0.0']);
  });

  it('offers again what was reverted', () => {
    const offer = offerOf({
      service,
      template,
      pullRequest: pullRequest({ written: '1.0.0' }),
    });
    expect([offer.state, offer.pullRequest]).toEqual(['available', undefined]);
  });

  it('believes no lock while the pull request is open', () => {
    const offer = offerOf({
      service,
      template,
      pullRequest: pullRequest({ state: 'open', written: '1.1.0' }),
    });
    expect(offer.state).toBe('open');
    expect(offer.pullRequest).not.toHaveProperty('written');
  });
});
