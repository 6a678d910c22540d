import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CodeBlock,
  CopyButton,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { exampleDocument } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';

/** A service that stands for any. */
const EXAMPLE = exampleDocument({ serviceName: 'checkout' });

/** What to do where the portal has no objective at all. */
export function FirstDocument() {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <ViewMessage
      kind="empty"
      title={t('page.empty')}
      details={<CodeBlock label={t('page.empty')}>{EXAMPLE}</CodeBlock>}
      actions={<CopyButton variant="primary" text={EXAMPLE} />}
    >
      {t('page.emptyWhy')}
    </ViewMessage>
  );
}
