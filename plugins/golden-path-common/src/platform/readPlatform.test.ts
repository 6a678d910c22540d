import { shopKartPlatform } from '../testUtils/shopKartPlatform';
import { readPlatform } from './readPlatform';

describe('readPlatform', () => {
  it('fills in what installations share', () => {
    const { prometheusUrl, gatewayName, ...rest } = shopKartPlatform;
    expect(readPlatform(rest)).toEqual({
      ...shopKartPlatform,
      prometheusUrl,
      gatewayName,
    });
  });

  it('names every key that only a company itself can know', () => {
    expect(() => readPlatform({ portalUrl: 'http://localhost:3000' })).toThrow(
      'app-config: goldenPath.platform.registry is missing: a registry of images, as registry.shopkart.example; goldenPath.platform.hostDomain is missing: a domain, as shopkart.example; goldenPath.platform.cluster is missing: the name of the cluster, as shop-production; goldenPath.platform.region is missing: a region of the cloud, as eu-central-1; goldenPath.platform.stateBucket is missing: a bucket for the state of Terraform; goldenPath.platform.javaGroup is missing: the group of Java packages, as com.shopkart',
    );
  });

  it.each([
    ['registry', 'https://registry.shopkart.example'],
    ['portalUrl', 'http://localhost:3000/'],
    ['prometheusUrl', 'http://user:secret@prometheus'],
    ['javaGroup', 'com.ShopKart'],
    ['cluster', 'a: b'],
    ['stateBucket', 'a"b'],
  ])('refuses %s: %s', (key, value) => {
    expect(() => readPlatform({ ...shopKartPlatform, [key]: value })).toThrow(
      `goldenPath.platform.${key} must`,
    );
  });
});
