import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  CreateCorrectionRequest,
  SloCorrection,
} from '@plimsoll/plugin-slo-common';
import { objectiveRules } from '../../permissions/objectiveRules';
import type { ServiceWorld } from '../../service/__testUtils__/serviceWorld';
import { Corrections } from '../Corrections';

/** The corrections of a world, made by one who may do everything. */
export function correctionsOf({ database, context }: ServiceWorld) {
  const corrections = Corrections.create({
    database,
    context,
    auth: mockServices.auth(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
    }),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
    }),
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({ getRuleByName: () => objectiveRules.isServiceOwner } as never),
    }),
  });
  const ada = { credentials: mockCredentials.user('user:default/ada') };
  return {
    corrections,
    ada,
    /** Excludes `[from, to)`, in Unix seconds. */
    exclude: (
      stretch: { from: number; to: number },
      request: Pick<CreateCorrectionRequest, 'entityRef' | 'objective'>,
    ): Promise<SloCorrection> =>
      corrections.create(
        {
          ...request,
          from: new Date(stretch.from * 1_000).toISOString(),
          to: new Date(stretch.to * 1_000).toISOString(),
          reason: 'Planned move of the database',
        },
        ada,
      ),
  };
}
