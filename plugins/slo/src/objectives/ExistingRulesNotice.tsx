import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectivePage, RefusedRule } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { DocumentNotice } from './DocumentNotice';

/** @internal */
export interface ExistingRulesNoticeProps {
  page: Pick<ObjectivePage, 'existingRules'>;
}

/** SLOs of other tools that are found, and why they are not in the list. */
export function ExistingRulesNotice(props: ExistingRulesNoticeProps) {
  const { refused = [], totalRefused = 0 } = props.page.existingRules ?? {};
  const { t } = useTranslationRef(sloTranslationRef);
  const why = useRefusalText();
  if (refused.length === 0) {
    return null;
  }
  const rest = totalRefused - refused.length;
  return (
    <DocumentNotice
      title={t('existingRules.title', { count: totalRefused })}
      why={t('existingRules.why')}
      entries={refused.map(rule => ({
        key: [rule.source, rule.origin, rule.id].join(' '),
        name: t('existingRules.name', {
          id: rule.id,
          tool: t(`origin.name.${rule.origin}`),
        }),
        lines: [why(rule)],
      }))}
      more={rest > 0 ? t('existingRules.more', { count: rest }) : undefined}
    />
  );
}

/** What each code of a refusal says. */
function useRefusalText(): (rule: RefusedRule) => string {
  const { t } = useTranslationRef(sloTranslationRef);
  return ({ code, source, params = {} }) => {
    const text = (name: string) => String(params[name] ?? '');
    switch (code) {
      case 'no-service':
        return t(`existingRules.refused.${code}`, { labels: text('labels') });
      case 'unknown-service':
        return t(`existingRules.refused.${code}`, {
          label: text('label'),
          value: text('value'),
        });
      case 'several-services':
        return t(`existingRules.refused.${code}`, {
          services: text('services'),
        });
      case 'unusable-target':
        return t(`existingRules.refused.${code}`, { value: text('value') });
      case 'unusable-window':
        return t(`existingRules.refused.${code}`, { seconds: text('seconds') });
      case 'unreadable':
        return t(`existingRules.refused.${code}`, { reason: text('reason') });
      case 'no-rate':
        return t(`existingRules.refused.${code}`);
      default:
        return t(`existingRules.refused.${code}`, { source });
    }
  };
}
