import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExplainLayout,
  PageStack,
  PlainCard,
  RefreshNotice,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectivePage,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import { DoctorCard } from '../doctor';
import { ExplanationContent } from '../explanation';
import { useExplainDrawer } from '../explanation/useExplainDrawer';
import { GateDecisions } from '../gate';
import { SourceNotice } from '../notices';
import { ObjectivePanel } from '../panel';
import { readCustomRange } from '../range';
import { TRIAL_FIGURE, TrialExplanation } from '../simulate';
import { sloTranslationRef } from '../translation';
import { findSelected } from './findSelected';
import { ServiceTable } from './ServiceTable';
import { useTabQuery } from './useTabQuery';

/** @internal */
export interface ServiceObjectivesProps {
  entity: Entity;
  objectives: Polled<ObjectivePage>;
  page: ObjectivePage;
}

/** The table of objectives, the chosen one's panel, and its explanation. */
export function ServiceObjectives(props: ServiceObjectivesProps) {
  const { entity, objectives, page } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const { query, change } = useTabQuery();
  const selected = findSelected(page.items, query.objective);
  const drawer = useExplainDrawer({
    objective: selected,
    figure: query.explain,
  });

  const explainedTrial = (objective: ObjectiveStatus) => {
    const { trial = objective.targetText } = query;
    return {
      title: t('trial.explainTitle', { target: `${trial}%` }),
      content: <TrialExplanation objective={objective} percent={trial} />,
    };
  };

  return (
    <ExplainLayout
      drawer={
        selected &&
        drawer && {
          ...(drawer.figure === TRIAL_FIGURE
            ? explainedTrial(selected)
            : {
                title: drawer.title,
                content: (
                  <ExplanationContent
                    objective={selected}
                    figure={drawer.figure}
                  />
                ),
              }),
          onClose: () => change({ explain: undefined }),
        }
      }
    >
      <PageStack>
        <SourceNotice
          sources={page.sources.filter(({ name }) =>
            page.items.some(({ source }) => source === name),
          )}
        />
        <PlainCard flush>
          <ServiceTable
            label={t('panel.objectives', {
              service: entity.metadata.title ?? entity.metadata.name,
            })}
            objectives={page.items}
            selected={selected}
            onSelect={key =>
              change({
                objective: stringifyObjectiveKey(key),
                explain: undefined,
                trial: undefined,
                range: undefined,
              })
            }
          />
        </PlainCard>
        <RefreshNotice polled={objectives} />
        {selected ? (
          <ObjectivePanel
            key={stringifyObjectiveKey(selected)}
            objective={selected}
            explained={query.explain}
            preset={query.range}
            onPreset={range =>
              change({ range, from: undefined, to: undefined })
            }
            custom={readCustomRange(query)}
            onCustom={range => change({ from: range?.from, to: range?.to })}
            trial={query.trial}
            onTrial={trial =>
              change({
                trial,
                // nothing is left to explain when it is closed
                ...(trial === undefined &&
                  query.explain === TRIAL_FIGURE && { explain: undefined }),
              })
            }
            onExplain={figure =>
              change({
                objective: stringifyObjectiveKey(selected),
                explain: figure,
              })
            }
          />
        ) : (
          <PlainCard>
            <ViewMessage kind="not-found" title={t('error.notFound')}>
              {t('error.notFoundWhy')}
            </ViewMessage>
          </PlainCard>
        )}
        <GateDecisions entity={entity} />
        <DoctorCard />
      </PageStack>
    </ExplainLayout>
  );
}
