import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  CodeBlock,
  CopyButton,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { RiBookOpenLine } from '@remixicon/react';
import { useVoice } from '../words';
import styles from './empty.module.css';

/** What an administrator adds to the portal's backend. */
const LINES = `yarn --cwd packages/backend add @plimsoll/plugin-stability-backend
backend.add(import('@plimsoll/plugin-stability-backend'));
`;

/** Nobody answers: the backend is not installed. */
export function NotConfigured() {
  const { t } = useVoice();
  const [shown, setShown] = useState(false);
  return (
    <ViewMessage
      kind="not-configured"
      title={t('notConfigured.title')}
      actions={
        shown ? (
          <CopyButton text={LINES} />
        ) : (
          <Button
            variant="secondary"
            iconStart={<RiBookOpenLine />}
            onPress={() => setShown(true)}
          >
            {t('notConfigured.setUp')}
          </Button>
        )
      }
      details={
        shown && (
          <div className={styles.code}>
            <CodeBlock label={t('notConfigured.config')}>{LINES}</CodeBlock>
          </div>
        )
      }
    >
      {t('notConfigured.why')}
    </ViewMessage>
  );
}
