import { markPath } from '../markers/markPath';
import { tabAddress } from './tabAddress';

describe('the address of the tab', () => {
  it.each([
    [undefined, '/stability'],
    [{}, '/stability'],
    [{ explain: 'rework-rate' }, '/stability?explain=rework-rate'],
    [{ deployment: 'a b&c' }, '/stability?deployment=a+b%26c'],
    [{ explain: undefined, deployment: '' }, '/stability'],
  ])('of %j is %p', (address, path) => {
    expect(tabAddress(address)).toBe(path);
  });
});

describe('the path of a mark', () => {
  it('is the catalog\u2019s usual one, in lower case', () => {
    expect(
      markPath({ entityRef: 'Component:Shop/Check Out', deployment: 'd1' }),
    ).toBe('/catalog/shop/component/check%20out/stability?deployment=d1');
    expect(markPath({ entityRef: 'api:default/orders' })).toBe(
      '/catalog/default/api/orders/stability',
    );
  });
});
