import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { serviceOverride } from './serviceOverride';

function overrideOf(
  annotations?: Record<string, string>,
  getEntityByRef?: () => Promise<never>,
) {
  const entity = componentEntity({ name: 'cart' });
  const catalog = catalogServiceMock({
    entities: [{ ...entity, metadata: { ...entity.metadata, annotations } }],
  });
  const logger = mockServices.logger.mock();
  return {
    logger,
    override: serviceOverride({
      entityRef: 'component:default/cart',
      catalog: getEntityByRef ? { ...catalog, getEntityByRef } : catalog,
      auth: mockServices.auth(),
      logger,
    }),
  };
}

describe('serviceOverride', () => {
  it('reads the annotation of the service, where it has one', async () => {
    await expect(overrideOf().override).resolves.toBeUndefined();
    await expect(
      overrideOf({ 'plimsoll.dev/slo-gate': 'exhausted=warn' }).override,
    ).resolves.toEqual({ override: { whenExhausted: 'warn' } });
    await expect(
      overrideOf({ 'plimsoll.dev/slo-gate': 'maybe' }).override,
    ).resolves.toEqual({ fault: expect.stringContaining("'maybe'") });
  });

  it('has a fault where the catalog cannot be read, and logs why', async () => {
    const { override, logger } = overrideOf(undefined, async () => {
      throw new Error('catalog is away');
    });
    await expect(override).resolves.toEqual({
      fault: expect.stringContaining('The catalog could not be read'),
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
