import {
  ReadState as SharedReadState,
  SetUpMessage,
  type ReadStateProps as SharedReadStateProps,
} from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';

/** @internal */
export type ReadStateProps = Omit<
  SharedReadStateProps,
  'backend' | 'notConfigured' | 'refused'
>;

/** What an administrator adds to the portal's backend. */
const LINES = `yarn --cwd packages/backend add @plimsoll/plugin-stability-backend
backend.add(import('@plimsoll/plugin-stability-backend'));
`;

/**
 * Why something is not there: it is being read, refused, broken, or there is
 * no stability backend to ask.
 */
export function ReadState(props: ReadStateProps) {
  const { t } = useVoice();
  return (
    <SharedReadState
      {...props}
      backend="stability"
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
