import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  goldenPathUpdateCreatePermission,
  goldenPathUpdateReadPermission,
  goldenPathWiringCheckPermission,
} from '@plimsoll/plugin-golden-path-common';
import { PortalPolicy } from './PortalPolicy';

const claims = ['user:default/ada', 'group:default/shop'];

function ask(permission: Permission, portal: object = {}, signedIn = true) {
  const policy = PortalPolicy.fromConfig(
    mockServices.rootConfig({ data: { permission: { portal } } as {} }),
  );
  return policy.handle(
    { permission },
    signedIn
      ? {
          credentials: mockCredentials.user('user:default/ada'),
          info: {
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: claims,
          },
        }
      : undefined,
  );
}

const basic = (
  name: string,
  action?: 'create' | 'read' | 'update' | 'delete',
) => createPermission({ name, attributes: { action } });
const entity = (name: string, action: 'read' | 'update' | 'delete') =>
  createPermission({
    name,
    attributes: { action },
    resourceType: 'catalog-entity',
  });
const sloRead = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
  resourceType: 'slo-objective',
});

describe('PortalPolicy', () => {
  it('lets everybody who is signed in read, and nobody else', async () => {
    for (const permission of [
      sloRead,
      entity('catalog.entity.read', 'read'),
      basic('catalog.location.read', 'read'),
      goldenPathUpdateReadPermission,
    ]) {
      expect(await ask(permission)).toEqual({ result: 'ALLOW' });
      expect(await ask(permission, {}, false)).toEqual({ result: 'DENY' });
    }
  });

  it('shows objectives to owners alone where the company wants that', async () => {
    expect(await ask(sloRead, { sloReaders: 'owners' })).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'slo',
      resourceType: 'slo-objective',
      conditions: expect.objectContaining({
        rule: 'IS_SERVICE_OWNER',
        params: { claims },
      }),
    });
    expect(
      await ask(entity('catalog.entity.read', 'read'), {
        sloReaders: 'owners',
      }),
    ).toEqual({ result: 'ALLOW' });
  });

  it('lets owners alone exclude time from an error budget', async () => {
    const correct = createPermission({
      name: 'slo.correct',
      attributes: { action: 'update' },
      resourceType: 'slo-objective',
    });
    const owners = {
      result: 'CONDITIONAL',
      pluginId: 'slo',
      resourceType: 'slo-objective',
      conditions: expect.objectContaining({
        rule: 'IS_SERVICE_OWNER',
        params: { claims },
      }),
    };
    expect(await ask(correct)).toEqual(owners);
    expect(await ask(correct, { sloReaders: 'owners' })).toEqual(owners);
    expect(await ask(correct, {}, false)).toEqual({ result: 'DENY' });
  });

  it('lets owners alone overrule what became of a deployment', async () => {
    const stability = (name: string, action: 'read' | 'update') =>
      createPermission({
        name,
        attributes: { action },
        resourceType: 'stability-service',
      });
    const owners = {
      result: 'CONDITIONAL',
      pluginId: 'stability',
      resourceType: 'stability-service',
      conditions: expect.objectContaining({
        rule: 'IS_SERVICE_OWNER',
        params: { claims },
      }),
    };
    const read = stability('stability.read', 'read');
    expect(await ask(stability('stability.verdict.write', 'update'))).toEqual(
      owners,
    );
    expect(await ask(read)).toEqual({ result: 'ALLOW' });
    expect(await ask(read, { sloReaders: 'owners' })).toEqual(owners);
  });

  it('lets owners alone set a budget, and shows cost as it shows objectives', async () => {
    const cost = (name: string, action: 'read' | 'update') =>
      createPermission({
        name,
        attributes: { action },
        resourceType: 'cost-service',
      });
    const owners = {
      result: 'CONDITIONAL',
      pluginId: 'cost',
      resourceType: 'cost-service',
      conditions: expect.objectContaining({
        rule: 'IS_SERVICE_OWNER',
        params: { claims },
      }),
    };
    const read = cost('cost.read', 'read');
    const total = basic('cost.total.read', 'read');
    expect(await ask(cost('cost.budget.write', 'update'))).toEqual(owners);
    expect(await ask(read)).toEqual({ result: 'ALLOW' });
    expect(await ask(total)).toEqual({ result: 'ALLOW' });
    const restricted = { sloReaders: 'owners' };
    expect(await ask(read, restricted)).toEqual(owners);
    // from a total, and what is one's own, the rest could be told
    expect(await ask(total, restricted)).toEqual({ result: 'DENY' });
    expect(await ask(total, { ...restricted, administrators: claims })).toEqual(
      { result: 'ALLOW' },
    );
  });

  it('shows the joined view as it shows what it joins', async () => {
    const read = createPermission({
      name: 'service-health.read',
      attributes: { action: 'read' },
      resourceType: 'service-health-service',
    });
    expect(await ask(read)).toEqual({ result: 'ALLOW' });
    expect(await ask(read, {}, false)).toEqual({ result: 'DENY' });
    expect(await ask(read, { sloReaders: 'owners' })).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'service-health',
      resourceType: 'service-health-service',
      conditions: expect.objectContaining({
        rule: 'IS_SERVICE_OWNER',
        params: { claims },
      }),
    });
  });

  it('leaves changes of an entity to its owners', async () => {
    for (const permission of [
      entity('catalog.entity.delete', 'delete'),
      entity('catalog.entity.refresh', 'update'),
      goldenPathWiringCheckPermission,
      goldenPathUpdateCreatePermission,
    ]) {
      expect(await ask(permission)).toEqual({
        result: 'CONDITIONAL',
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: expect.objectContaining({
          rule: 'IS_ENTITY_OWNER',
          params: { claims },
        }),
      });
    }
  });

  it('lets everybody register and create what nobody owns yet', async () => {
    for (const name of [
      'catalog.location.create',
      'catalog.entity.create',
      'scaffolder.task.create',
    ]) {
      expect(await ask(basic(name, 'create'))).toEqual({ result: 'ALLOW' });
    }
  });

  it('keeps what nobody owns, and what it does not know, for administrators', async () => {
    const administrators = ['Group:default/SHOP'];
    for (const permission of [
      basic('catalog.location.delete', 'delete'),
      basic('kubernetes.proxy'),
      basic('something.new', 'update'),
      basic('stability.inbox.manage', 'update'),
      basic('stability.events.create', 'create'),
    ]) {
      expect(await ask(permission)).toEqual({ result: 'DENY' });
      expect(
        await ask(permission, { administrators: ['group:default/other'] }),
      ).toEqual({ result: 'DENY' });
      expect(await ask(permission, { administrators })).toEqual({
        result: 'ALLOW',
      });
      expect(await ask(permission, { administrators }, false)).toEqual({
        result: 'DENY',
      });
    }
  });

  it('refuses a setting that it does not know', async () => {
    await expect(async () =>
      ask(sloRead, { sloReaders: 'friends' }),
    ).rejects.toThrow(/sloReaders is 'friends'; write everybody or owners/);
  });
});
