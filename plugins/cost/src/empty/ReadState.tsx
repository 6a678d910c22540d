import {
  ReadState as SharedReadState,
  SetUpMessage,
  type ReadStateProps as SharedReadStateProps,
} from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** @internal */
export type ReadStateProps = Omit<
  SharedReadStateProps,
  'backend' | 'notConfigured'
>;

/** What an administrator adds to the backend. */
const LINES = `yarn --cwd packages/backend add @plimsoll/plugin-cost-backend
backend.add(import('@plimsoll/plugin-cost-backend'));
`;

/** Why something is not there: being read, refused, broken, nobody to ask. */
export function ReadState(props: ReadStateProps) {
  const { t } = useVoice();
  return (
    <SharedReadState
      {...props}
      backend="cost"
      notConfigured={
        <SetUpMessage
          title={t('notConfigured.title')}
          action={t('notConfigured.setUp')}
          lines={LINES}
          label={t('notConfigured.config')}
        >
          {t('notConfigured.why')}
        </SetUpMessage>
      }
    />
  );
}
