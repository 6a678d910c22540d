import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { PreviewDependency } from '@plimsoll/plugin-golden-path-common';
import type { ObjectiveStatus, SloApi } from '@plimsoll/plugin-slo-common';

/** As many as the form takes. */
const MOST = 20;

/**
 * What the services promise that a new one will call: the strictest of their
 * objectives of availability that the caller may see.
 */
export async function dependenciesOf(options: {
  dependsOn: string[];
  slo: Pick<SloApi, 'listObjectives'>;
  auth: AuthService;
  credentials: BackstageCredentials;
}): Promise<PreviewDependency[]> {
  const { slo, auth, credentials } = options;
  const refs = [...new Set(options.dependsOn)].slice(0, MOST);
  if (refs.length === 0) {
    return [];
  }
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'slo',
  });
  return Promise.all(
    refs.map(async ref => {
      const target = await slo
        .listObjectives({ entityRef: ref, limit: 100 }, { token })
        .then(({ items }) => promiseOf(items))
        // a promise that cannot be read is not known, and no reason to stop
        .catch(() => undefined);
      return { ref, ...(target !== undefined && { target }) };
    }),
  );
}

function promiseOf(objectives: ObjectiveStatus[]): number | undefined {
  const targets = objectives
    .filter(({ ref, objective, displayName }) =>
      /availab|uptime/i.test(`${ref} ${objective} ${displayName}`),
    )
    .map(({ target }) => target);
  return targets.length === 0 ? undefined : Math.max(...targets);
}
