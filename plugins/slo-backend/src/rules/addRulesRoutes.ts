import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { RuleFormat } from '@plimsoll/plugin-slo-common/rules';
import { checkRefs } from '@plimsoll/plugin-database';
import type { Request, Router } from 'express';
import type { RuleBook, RuleRequest } from './RuleBook';
import { sendRules } from './sendRules';

/** `GET /rules` of the catalog, `POST /rules` of documents that are sent. */
export function addRulesRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; ruleBook: RuleBook },
): void {
  const { httpAuth, ruleBook } = options;
  const allow = { allow: ['user' as const, 'service' as const] };

  router.get('/rules', async (req, res) => {
    const credentials = await httpAuth.credentials(req, allow);
    const { format, ...request } = queryOf(req);
    checkRefs({ entityRef: request.entityRef });
    const rules = await ruleBook.rulesOfCatalog(request, { credentials });
    await sendRules(res, { ...rules, format });
  });

  router.post('/rules', async (req, res) => {
    await httpAuth.credentials(req, allow);
    const { format, ...request } = queryOf(req);
    const rules = await ruleBook.rulesOfText(String(req.body), request);
    await sendRules(res, { ...rules, format });
  });
}

/** The validator has checked it by the document. */
function queryOf(req: Request): RuleRequest & { format?: RuleFormat } {
  return req.query as RuleRequest & { format?: RuleFormat };
}
