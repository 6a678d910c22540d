import type {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type {
  MyRollupRequest,
  RollupRequest,
} from '@plimsoll/plugin-slo-common';
import { checkRefs } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import type { SloService } from '../SloService';

/** `GET /rollup`, and `GET /rollup/mine` for people who are signed in. */
export function addRollupRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
    slo: SloService;
  },
): void {
  const { httpAuth, userInfo, slo } = options;

  router.get('/rollup', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const request = validatedQuery<RollupRequest>(req);
    checkRefs({ entityRef: request.entityRef });
    res.json(await slo.getRollup(request, { credentials }));
  });

  router.get('/rollup/mine', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const request = validatedQuery<MyRollupRequest>(req);
    res.json(
      await slo.getOwnedRollup(
        { ...request, ownerRefs: ownershipEntityRefs },
        { credentials },
      ),
    );
  });
}

// checked by the document, which a test holds against these types
function validatedQuery<TRequest>(req: Request): TRequest {
  return req.query as unknown as TRequest;
}
