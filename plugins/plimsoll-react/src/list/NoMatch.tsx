import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { plimsollTranslationRef } from '../translation';
import { ViewMessage } from '../view';

/** @public */
export interface NoMatchProps {
  /** "No service matches". */
  title: string;
  /** One sentence what to do. */
  children: ReactNode;
  /** Words of the button; "Clear filters" by default. */
  clear?: string;
  onClear(): void;
}

/**
 * Nothing fits the filters: the way back to everything.
 *
 * @public
 */
export function NoMatch(props: NoMatchProps) {
  const { title, children, clear, onClear } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  return (
    <ViewMessage
      kind="empty"
      title={title}
      actions={
        <Button variant="secondary" onPress={onClear}>
          {clear ?? t('list.clear')}
        </Button>
      }
    >
      {children}
    </ViewMessage>
  );
}
