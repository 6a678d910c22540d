import { useApi } from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { knownHosts } from './knownHosts';
import { StockField } from './StockField';
import { stockFields } from './stockFields';

/** The stock picker of repositories: what is ours is its judgement. */
export function RepositoryField(
  props: FieldExtensionComponentProps<string, { allowedHosts?: string[] }>,
) {
  const { registry, schema, uiSchema } = props;
  const integrations = useApi(scmIntegrationsApiRef);
  const { 'ui:field': _, 'ui:options': options, ...rest } = uiSchema;
  const allowedHosts = knownHosts({
    allowed: options?.allowedHosts ?? [],
    known: [
      ...integrations.gitea.list(),
      ...integrations.github.list(),
      ...integrations.gitlab.list(),
    ].map(({ config }) => config.host),
  });
  const Picker = stockFields(registry).RepoUrlPicker;
  return Picker ? (
    <Picker
      {...props}
      schema={schema}
      uiSchema={{ ...rest, 'ui:options': { ...options, allowedHosts } }}
    />
  ) : (
    <StockField {...props} />
  );
}
