import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import {
  PageStack,
  PlainCard,
  ReadState,
  usePolled,
  ViewMessage,
} from '@plimsoll/plugin-plimsoll-react';
import { goldenPathApiRef } from '../../api';
import { goldenPathTranslationRef } from '../../translation';
import { TemplateCard } from './TemplateCard';

/** Which services were made by templates, and by which versions. */
export function AdoptionPage() {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const api = useApi(goldenPathApiRef);
  const adoption = usePolled({
    key: 'adoption',
    load: signal => api.getAdoption({ signal }),
  });
  const { data } = adoption;
  return (
    <main>
      <Container>
        <PageStack>
          {!data && (
            <ReadState
              polled={adoption}
              title={t('adoption.failed')}
              backend="golden-path"
              permission="golden-path.update.read"
            />
          )}
          {data?.templates.length === 0 && (
            <PlainCard>
              <ViewMessage kind="empty" title={t('adoption.empty')}>
                {t('adoption.emptyWhy')}
              </ViewMessage>
            </PlainCard>
          )}
          {data?.templates.map(template => (
            <TemplateCard key={template.ref} template={template} />
          ))}
        </PageStack>
      </Container>
    </main>
  );
}
