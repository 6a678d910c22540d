import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import type { UpdateRequest } from '@plimsoll/plugin-golden-path-common';
import {
  AccentLink,
  ErrorMessage,
  useOptionalRoute,
} from '@plimsoll/plugin-plimsoll-react';
import { goldenPathApiRef } from '../../api';
import { goldenPathTranslationRef } from '../../translation';
import { taskRouteRef } from '../routes';
import { useUpdateOffer } from '../useUpdateOffer';
import styles from './UpdatePage.module.css';

/** The task takes a few seconds. */
const EVERY_SECONDS = 5;

/** Opens the pull request, then leads to it. */
export function DeliverButton(props: {
  entityRef: string;
  request: UpdateRequest;
}) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { entityRef, request } = props;
  const api = useApi(goldenPathApiRef);
  const offer = useUpdateOffer(entityRef, { everySeconds: EVERY_SECONDS });
  const [task, setTask] = useState<{ id?: string }>();
  const [error, setError] = useState<unknown>();
  const taskRoute = useOptionalRoute(taskRouteRef);
  const deliver = async () => {
    setError(undefined);
    setTask({});
    try {
      const { taskId } = await api.deliverUpdate(entityRef, request);
      setTask({ id: taskId });
    } catch (reason) {
      setTask(undefined);
      setError(reason);
    }
  };
  const { state, pullRequest } = offer.data ?? {};
  if (state === 'open' && pullRequest) {
    return (
      <div className={styles.deliver} role="status">
        {t('update.page.open')}
        <AccentLink href={pullRequest.url} target="_blank">
          {t('update.card.pull')}
        </AccentLink>
      </div>
    );
  }
  const taskPath = task?.id && taskRoute?.({ taskId: task.id });
  return (
    <>
      <div className={styles.deliver}>
        <Button
          variant="primary"
          isDisabled={Boolean(task)}
          onPress={() => {
            deliver();
          }}
        >
          {t('update.page.deliver')}
        </Button>
        {task && <span role="status">{t('update.page.delivering')}</span>}
        {taskPath && <Link href={taskPath}>{t('update.page.task')}</Link>}
      </div>
      {error !== undefined && (
        <ErrorMessage
          title={t('update.page.deliverFailed')}
          error={error}
          backend="golden-path"
          onRetry={() => {
            deliver();
          }}
        />
      )}
    </>
  );
}
