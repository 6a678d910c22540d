import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { PlainCard, refName } from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityInboxManagePermission,
  type MappingRule,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { SaveError } from '../correction';
import { ReadState } from '../empty';
import { useRules } from '../queries/useInbox';
import { useVoice } from '../words';
import styles from './Rules.module.css';

/** The mapping rules, each with who made it. */
export function Rules() {
  const { formats, t } = useVoice();
  const stabilityApi = useApi(stabilityApiRef);
  const rules = useRules();
  const [error, setError] = useState<unknown>();
  const permission = stabilityInboxManagePermission.name;

  const remove = async (id: string) => {
    setError(undefined);
    try {
      await stabilityApi.removeRule(id);
      rules.retry();
    } catch (cause) {
      setError(cause);
    }
  };
  const textOf = ({ source, when, entityRef }: MappingRule) => {
    const words = {
      conditions: when
        .map(({ type, pattern }) =>
          t('inbox.ruleCondition', {
            type: t(`delivery.types.${type}`),
            pattern,
          }),
        )
        .join(', '),
      service: refName(entityRef),
    };
    return source
      ? t('inbox.ruleSource', { ...words, source })
      : t('inbox.ruleText', words);
  };
  return (
    <PlainCard label={t('inbox.rules')}>
      <h2 className={styles.title}>{t('inbox.rules')}</h2>
      <p className={styles.second}>
        {rules.data?.length === 0 ? t('inbox.rulesNone') : t('inbox.rulesWhy')}
      </p>
      {!rules.data && (
        <ReadState
          polled={rules}
          title={t('error.inbox')}
          permission={permission}
          rows={2}
        />
      )}
      <ul className={styles.rules}>
        {rules.data?.map(rule => (
          <li key={rule.id} className={styles.rule}>
            <span className={styles.text}>
              {textOf(rule)}
              <span className={styles.second}>
                {t('inbox.ruleBy', {
                  who: refName(rule.createdBy),
                  date: formats.instant(new Date(rule.createdAt), 'date'),
                })}
              </span>
            </span>
            <Button
              variant="tertiary"
              aria-label={t('inbox.ruleRemoveOf', {
                service: refName(rule.entityRef),
              })}
              onPress={() => remove(rule.id)}
            >
              {t('inbox.ruleRemove')}
            </Button>
          </li>
        ))}
      </ul>
      <SaveError error={error} permission={permission} />
    </PlainCard>
  );
}
