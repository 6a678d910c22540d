import { ALL_RELATIONS } from '@backstage/plugin-catalog-graph';
import { createGraphApi } from './createGraphApi';

describe('the relations that graphs draw', () => {
  const { knownRelationPairs, defaultRelations } = createGraphApi();

  it('include those of SLOs, which are drawn at first', () => {
    expect(defaultRelations).toEqual(
      expect.arrayContaining([
        'measures',
        'measuredBy',
        'usesIndicator',
        'indicatorOf',
      ]),
    );
    expect(knownRelationPairs).toEqual(
      expect.arrayContaining([
        ['measures', 'measuredBy'],
        ['usesIndicator', 'indicatorOf'],
      ]),
    );
  });

  it("keep the catalog's own", () => {
    expect(defaultRelations).toEqual(expect.arrayContaining(ALL_RELATIONS));
  });
});
