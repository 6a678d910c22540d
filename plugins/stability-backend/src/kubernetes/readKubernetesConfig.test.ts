import { ConfigReader } from '@backstage/config';
import { readKubernetesConfig } from './readKubernetesConfig';

const read = (kubernetes: object) =>
  readKubernetesConfig(new ConfigReader({ stability: { kubernetes } }));

describe('readKubernetesConfig', () => {
  it('is off unless it is enabled', () => {
    expect(readKubernetesConfig(new ConfigReader({}))).toBeUndefined();
    expect(read({ everySeconds: 20 })).toBeUndefined();
    expect(read({ enabled: false })).toBeUndefined();
  });

  it('asks all clusters every 15 seconds by default', () => {
    expect(read({ enabled: true })).toEqual({ everySeconds: 15 });
  });

  it('reads clusters and their environments', () => {
    const clusters = [{ name: 'eu', environment: 'prod' }, { name: 'us' }];
    expect(read({ enabled: true, everySeconds: 10, clusters })).toEqual({
      everySeconds: 10,
      clusters,
    });
  });

  it.each([9, 301])('refuses %p seconds and says what would do', seconds => {
    expect(() => read({ enabled: true, everySeconds: seconds })).toThrow(
      `stability.kubernetes.everySeconds is ${seconds}: give 10 to 300`,
    );
  });
});
