import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  sloCheckPermission,
  sloCorrectPermission,
  sloObjectiveReadPermission,
} from '@plimsoll/plugin-slo-common';
import {
  type MetricsSource,
  type MetricsSourceFactory,
  metricsSourcesExtensionPoint,
} from '@plimsoll/plugin-slo-node';
import { ServiceIndex } from '@plimsoll/service-index';
import {
  createAskGateAction,
  createCheckDocumentAction,
  createExplainObjectiveAction,
  createGetObjectiveAction,
  createGetRollupAction,
  createListObjectivesAction,
  createSimulateTargetAction,
} from './actions';
import { Corrections } from './corrections/Corrections';
import { watchConflicts } from './conflicts/watchConflicts';
import { openSloDatabase } from './database/SloDatabase';
import { Doctor } from './doctor/Doctor';
import { EvaluationEngine } from './evaluation/EvaluationEngine';
import { watchExistingRules } from './existing/watchExistingRules';
import { forgetDecisions } from './gate/forgetDecisions';
import { Gate } from './gate/Gate';
import { readGateConfig } from './gate/readGateConfig';
import { LoadedRuleBook } from './loadedRules/LoadedRuleBook';
import { LedgerStore } from './ledger/LedgerStore';
import { readNotificationSettings } from './notifications/NotificationSettings';
import { notifyOwners } from './notifications/notifyOwners';
import { followCatalog } from './objectives/followCatalog';
import {
  objectiveResourceRef,
  objectiveRules,
} from './permissions/objectiveRules';
import { createPrometheusSourceFactory } from './prometheus';
import { watchRefusals } from './refusals/watchRefusals';
import { createRouter } from './router';
import { RuleBook } from './rules/RuleBook';
import { objectiveResources } from './service/detail/objectiveResources';
import { RecentLists } from './service/list/RecentLists';
import { readTimeZone } from './service/readTimeZone';
import type { SloContext } from './service/SloContext';
import { SloService } from './service/SloService';
import { Simulator } from './simulate/Simulator';
import { SourceRegistry } from './sources/SourceRegistry';
import { SourceTurns } from './sources/SourceTurns';

/**
 * Evaluates the objectives of the catalog's OpenSLO documents, keeps their
 * ledger and serves the SLO API.
 *
 * @public
 */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const factories: MetricsSourceFactory[] = [createPrometheusSourceFactory()];
    const added: Array<{ name: string; type: string; source: MetricsSource }> =
      [];
    env.registerExtensionPoint(metricsSourcesExtensionPoint, {
      addFactory: factory => factories.push(factory),
      addSource: source => added.push(source),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const database = await openSloDatabase(deps);
        const services = await ServiceIndex.create(deps);
        const ledger = LedgerStore.create({ database });
        const sources = await SourceRegistry.create({
          config: deps.config,
          factories,
          added,
          database,
        });
        const recentLists = RecentLists.create();
        const context: SloContext = {
          client: database.client,
          services,
          sources,
          ledger,
          recentLists,
          timeZone: readTimeZone(deps.config),
          now: () => Math.floor(Date.now() / 1000),
        };

        deps.permissionsRegistry.addResourceType({
          resourceRef: objectiveResourceRef,
          permissions: [sloObjectiveReadPermission, sloCorrectPermission],
          rules: Object.values(objectiveRules),
          getResources: resourceRefs =>
            objectiveResources({ context, resourceRefs }),
        });
        deps.permissionsRegistry.addPermissions([sloCheckPermission]);
        const slo = SloService.create({ ...deps, context });
        const turns = SourceTurns.create();
        const doctor = Doctor.create({ ...deps, context, turns });
        const simulator = Simulator.create({ ...deps, context, turns });
        const corrections = Corrections.create({ ...deps, database, context });
        const ruleBook = RuleBook.create({ ...deps, context });
        const loadedRules = LoadedRuleBook.create({
          ...deps,
          context,
          ruleBook,
          turns,
        });
        const gateConfig = readGateConfig(deps.config);
        const gate = Gate.create({ ...deps, context, gateConfig });
        await forgetDecisions({ ...deps, ...context, ...gateConfig });

        await followCatalog({
          ...deps,
          database,
          services,
          sources,
          onChange: () => recentLists.catalogChanged(),
        });
        await watchExistingRules({
          ...deps,
          database,
          services,
          sources,
          onChange: () => recentLists.catalogChanged(),
        });
        await watchConflicts({ ...deps, database });
        await watchRefusals({ ...deps, database });
        await EvaluationEngine.create({
          ...deps,
          database,
          ledger,
          sources,
          onEvaluated: () => recentLists.evaluated(),
        }).start(deps);

        await notifyOwners({
          ...deps,
          database,
          services,
          sources,
          settings: readNotificationSettings(deps.config),
          timeZone: context.timeZone,
        });

        deps.httpRouter.use(
          createRouter({
            ...deps,
            slo,
            doctor,
            simulator,
            ruleBook,
            loadedRules,
            gate,
            corrections,
          }),
        );
        createListObjectivesAction({ ...deps, slo });
        createGetObjectiveAction({ ...deps, slo });
        createExplainObjectiveAction({ ...deps, slo });
        createGetRollupAction({ ...deps, slo });
        createCheckDocumentAction({ ...deps, doctor });
        createSimulateTargetAction({ ...deps, simulator });
        createAskGateAction({ ...deps, gate });
      },
    });
  },
});
