import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  createListSavingsAction,
  createServiceCostAction,
} from '../../actions';
import { refOf } from '../../service/__testUtils__/costWorld';
import { type HiddenWorld, ownerOf, SYSTEM, VISIBLE } from './hiddenWorld';

const RANGES = [
  {},
  { from: '2026-10-01', to: '2026-10-08', metric: 'billed' as const },
];
const FIGURES = ['total', 'change', 'forecast', 'saving', 'matched', 'budget'];
const OVERVIEW_FIGURES = ['total', 'on-services', 'on-no-service', 'savings'];

/**
 * All that a reader without totals is answered: every operation, all pages with
 * their cursors, actions, and refusals as they are worded.
 */
export async function readerAnswers(world: HiddenWorld): Promise<unknown[]> {
  const { cost, caller } = world;
  const answers: unknown[] = [];
  const ask = async (asked: Promise<unknown>) => {
    answers.push(
      await asked.catch((error: Error) => `${error.name}: ${error.message}`),
    );
  };
  for (const range of RANGES) {
    for (const groupBy of ['service', 'system', 'domain', 'owner'] as const) {
      for (const sort of ['name', '-cost', 'saving'] as const) {
        const request = { ...range, groupBy, sort, limit: 1 };
        await ask(cost.listServices(request, caller));
      }
    }
    for (const sort of ['-change', 'unitCost', 'budgetUsed'] as const) {
      await ask(cost.listServices({ ...range, sort, limit: 1 }, caller));
    }
    for (const ref of [
      refOf(VISIBLE),
      'system:default/sys-pay',
      'domain:default/retail',
      ownerOf(VISIBLE),
      refOf('cart'),
      SYSTEM,
    ]) {
      await ask(cost.getServiceCost(ref, range, caller));
      await ask(cost.listDeploymentCosts(ref, range, caller));
      for (const figure of FIGURES) {
        await ask(cost.explain(ref, { ...range, figure }, caller));
      }
    }
    await ask(cost.listAnomalies(range, caller));
    await ask(cost.getOverview(range, caller));
    for (const figure of OVERVIEW_FIGURES) {
      await ask(cost.explainOverview({ ...range, figure }, caller));
    }
    await ask(cost.listUnmapped(range, caller));
  }
  await ask(cost.getDataQuality(caller));
  await ask(cost.listRestatements({}, caller));
  await ask(cost.exportSplit({ month: '2026-11' }, caller));
  answers.push(
    ...(await pagesOf(cursor =>
      cost.listSavings({ limit: 1, cursor }, caller),
    )),
    ...(await pagesOf(cursor => cost.getSummary({ limit: 1, cursor }, caller))),
    ...(await pagesOf(cursor =>
      cost.listAnomalies({ limit: 1, cursor }, caller),
    )),
    ...(await actionAnswers(world)),
  );
  return answers;
}

interface Page {
  pageInfo: { nextCursor?: string };
}

/** All pages; cursors are texts of ours, and told to the reader. */
async function pagesOf<TPage extends Page>(
  read: (cursor: string | undefined) => Promise<TPage>,
): Promise<unknown[]> {
  const pages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    cursor = page.pageInfo.nextCursor;
    const place = cursor && Buffer.from(cursor, 'base64url').toString();
    pages.push(page, place);
  } while (cursor);
  return pages;
}

async function actionAnswers(world: HiddenWorld): Promise<unknown[]> {
  const { cost, caller } = world;
  const actionsRegistry = actionsRegistryServiceMock();
  createListSavingsAction({ actionsRegistry, cost });
  createServiceCostAction({ actionsRegistry, cost });
  const invoke = async (name: string, input: object) => {
    const { output } = await actionsRegistry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials: caller.credentials,
    });
    return output;
  };
  return [
    await invoke('list-savings', {}),
    await invoke('service-cost', { entityRef: refOf(VISIBLE) }),
    await invoke('service-cost', { entityRef: 'domain:default/retail' }),
  ];
}
