import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { AlertSeverity } from '@plimsoll/plugin-golden-path-common';
import { checkRefs } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import type { WiringService } from './WiringService';

const PATH = '/wiring/:kind/:namespace/:name';

/** `/wiring/...`: the proof of a service, and what may be done about it. */
export function addWiringRoutes(
  router: Router,
  options: {
    callerOf(req: Request): Promise<{ credentials: BackstageCredentials }>;
    wiring: Pick<WiringService, 'get' | 'check' | 'sendTestAlert'>;
  },
): void {
  const { callerOf, wiring } = options;
  const asked = async (req: Request) => {
    const { kind, namespace, name } = req.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    checkRefs({ entityRef });
    return { entityRef, caller: { ...(await callerOf(req)), request: req } };
  };

  router.get(PATH, async (req, res) => {
    const { entityRef, caller } = await asked(req);
    res.json(await wiring.get(entityRef, caller));
  });

  router.post(`${PATH}/check`, async (req, res) => {
    const { entityRef, caller } = await asked(req);
    res.json(await wiring.check(entityRef, caller));
  });

  router.post(`${PATH}/test-alert`, async (req, res) => {
    const { entityRef, caller } = await asked(req);
    // the validator has checked the body by the document
    const { severity } = req.body as { severity: AlertSeverity };
    res.json(await wiring.sendTestAlert(entityRef, severity, caller));
  });
}
