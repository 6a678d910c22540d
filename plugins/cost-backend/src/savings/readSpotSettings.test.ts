import { mockServices } from '@backstage/backend-test-utils';
import { readSpotSettings } from './readSpotSettings';

const read = (spot?: object) =>
  readSpotSettings(
    mockServices.rootConfig({
      data: { cost: { savings: spot ? { spot } : {} } } as {},
    }),
  );

describe('readSpotSettings', () => {
  it("takes Karpenter's names unless others are given", () => {
    expect(read()).toEqual({
      topologyKey: 'karpenter.sh/capacity-type',
      podLabel: 'backstage.io/kubernetes-id',
      tolerations: [
        {
          key: 'karpenter.sh/capacity-type',
          operator: 'Equal',
          value: 'spot',
          effect: 'NoSchedule',
        },
      ],
    });
    expect(
      read({
        topologyKey: 'eks.amazonaws.com/capacityType',
        podLabel: 'app.kubernetes.io/name',
        tolerations: [{ key: 'spot', operator: 'Exists' }],
      }),
    ).toEqual({
      topologyKey: 'eks.amazonaws.com/capacityType',
      podLabel: 'app.kubernetes.io/name',
      tolerations: [{ key: 'spot', operator: 'Exists' }],
    });
  });

  it('names what cannot be a label', () => {
    expect(() => read({ topologyKey: 'a b' })).toThrow(
      "cost.savings.spot.topologyKey is 'a b'; write a label",
    );
  });
});
