import type { JsonObject } from '@backstage/types';
import { validSlo } from '../__fixtures__/validDocuments';
import { parseOpenSloDocument } from '../parseDocument';
import type { SloDocument } from '../SloDocument';
import { objectiveNames } from './objectiveNames';

function namesOf(
  displayNames: Array<string | undefined>,
  metadata?: JsonObject,
) {
  const { document } = parseOpenSloDocument({
    ...validSlo({
      objectives: displayNames.map(displayName => ({
        target: 0.9,
        ...(displayName !== undefined && { displayName }),
      })),
    }),
    metadata: { name: 'checkout-slo', ...metadata },
  });
  return objectiveNames(document as SloDocument);
}

describe('objectiveNames', () => {
  it('are slugs of the display names', () => {
    expect(namesOf(['Requests served', 'Fast!'])).toEqual([
      { name: 'requests-served', displayName: 'Requests served' },
      { name: 'fast', displayName: 'Fast!' },
    ]);
  });

  it('count where there is no display name, or none that makes a slug', () => {
    expect(namesOf([undefined, '可用性'])).toEqual([
      { name: 'objective-1', displayName: 'checkout-slo (1)' },
      { name: 'objective-2', displayName: '可用性' },
    ]);
  });

  it('show the name of the document where it has one objective', () => {
    expect(namesOf([undefined])).toEqual([
      { name: 'objective-1', displayName: 'checkout-slo' },
    ]);
    expect(namesOf([undefined], { displayName: 'Checkout' })).toEqual([
      { name: 'objective-1', displayName: 'Checkout' },
    ]);
  });

  it('pitfall 17: are given once: a second of the same name has a fault and a name of its own', () => {
    const names = namesOf(['Fast', 'fast', 'FAST!', 'fast-2']);
    expect(names.map(({ name }) => name)).toEqual([
      'fast',
      'fast-2-2',
      'fast-3',
      'fast-2',
    ]);
    expect(names.map(({ fault }) => fault)).toEqual([
      undefined,
      {
        path: 'spec.objectives[1].displayName',
        message:
          "gives the name 'fast', which spec.objectives[0] has already; write another displayName",
      },
      expect.objectContaining({ path: 'spec.objectives[2].displayName' }),
      undefined,
    ]);
  });

  it('are given once, also against a counted one', () => {
    const names = namesOf(['Objective 2', undefined]);
    expect(names[0]).toMatchObject({ name: 'objective-2' });
    expect(names[1]).toMatchObject({
      name: 'objective-2-2',
      fault: { path: 'spec.objectives[1].displayName' },
    });
  });
});
