import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CardFrame,
  CardItem,
  CardList,
  FirstSteps,
  PagedRows,
  ReadState,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DecisionRow } from './DecisionRow';
import { DECISIONS_LIMIT, useGateDecisions } from './useGateDecisions';

/** @internal */
export interface GateDecisionsProps {
  entity: Entity;
}

/** What the gate said about releases of a service, and why. */
export function GateDecisions(props: GateDecisionsProps) {
  const { entity } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const entityRef = stringifyEntityRef(entity);
  const pages = useListPages();
  const decisions = useGateDecisions({ entityRef, cursor: pages.cursor });
  const { data, outdated, error } = decisions;

  return (
    <CardFrame title={t('gate.title')} subtitle={t('gate.why')}>
      {body()}
    </CardFrame>
  );

  function body() {
    if (!data) {
      return (
        <ReadState
          polled={decisions}
          entity={entity}
          title={t('gate.failed')}
          backend="slo"
          permission={sloObjectiveReadPermission.name}
          refused={t('gate.refused')}
          rows={2}
        />
      );
    }
    if (data.totalItems === 0) {
      return (
        <FirstSteps
          title={t('gate.empty')}
          steps={[
            {
              why: t('gate.emptyWhy'),
              label: t('gate.command'),
              text: commandFor(entityRef),
            },
          ]}
        />
      );
    }
    return (
      <PagedRows
        page={data}
        pages={pages}
        pageSize={DECISIONS_LIMIT}
        outdated={outdated}
        stale={error !== undefined}
      >
        {() => (
          <CardList>
            {data.items.map(decision => (
              <CardItem key={decision.id}>
                <DecisionRow decision={decision} />
              </CardItem>
            ))}
          </CardList>
        )}
      </PagedRows>
    );
  }
}

/** The pipeline knows where the portal is, and has a token of its own. */
function commandFor(entityRef: string): string {
  return [
    `curl --fail --silent --header "Authorization: Bearer $PORTAL_TOKEN" \\`,
    `  "$PORTAL_URL/api/slo/gate?entityRef=${entityRef}"`,
    '',
  ].join('\n');
}
