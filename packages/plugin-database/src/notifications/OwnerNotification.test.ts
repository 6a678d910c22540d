import { type OwnerNotification, toSendOptions } from './OwnerNotification';

const notification: OwnerNotification = {
  key: 'event',
  owners: ['group:default/shop'],
  title: 'Title',
  description: 'Description',
  link: '/slos',
  severity: 'high',
  topic: 'slo-data',
};

describe('toSendOptions', () => {
  it('has the key for its scope', () => {
    expect(toSendOptions(notification)).toEqual({
      recipients: { type: 'entity', entityRef: ['group:default/shop'] },
      payload: {
        title: 'Title',
        description: 'Description',
        link: '/slos',
        severity: 'high',
        topic: 'slo-data',
        scope: 'event',
      },
    });
  });

  it('fits the columns of the notifications plugin, and stays apart', () => {
    const long = (end: string) =>
      toSendOptions({
        ...notification,
        key: 'k'.repeat(300) + end,
        title: 't'.repeat(300),
      }).payload;
    expect(long('a').title).toHaveLength(255);
    expect(long('a').title).toMatch(/t…$/);
    expect(long('a').scope?.length).toBeLessThanOrEqual(255);
    expect(long('a').scope).toBe(long('a').scope);
    expect(long('a').scope).not.toBe(long('b').scope);
  });
});
