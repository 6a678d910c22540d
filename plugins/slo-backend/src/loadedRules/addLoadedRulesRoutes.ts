import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { checkRefs } from '@plimsoll/plugin-database';
import type { Router } from 'express';
import { whenGone } from '../service/whenGone';
import type { LoadedRuleBook } from './LoadedRuleBook';

/** `GET /loaded-rules`: which rules of a service its sources have loaded. */
export function addLoadedRulesRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; loadedRules: LoadedRuleBook },
): void {
  const { httpAuth, loadedRules } = options;

  router.get('/loaded-rules', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    // the validator has checked that it is there, and once
    const entityRef = String(req.query.entityRef).toLocaleLowerCase('en-US');
    checkRefs({ entityRef });
    const signal = whenGone(res);
    res.json(await loadedRules.rulesOf(entityRef, { credentials, signal }));
  });
}
