import { ButtonLink, Container } from '@backstage/ui';
import { PlainCard, ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import { useCostPaths } from '../routes';
import { useVoice } from '../words';

/** Below the cost page there is nothing at this address. */
export function UnknownPage() {
  const { t } = useVoice();
  const href = useCostPaths().page('services');
  return (
    <main>
      <Container>
        <PlainCard>
          <ViewMessage
            kind="not-found"
            title={t('empty.noPage')}
            actions={
              href && (
                <ButtonLink variant="secondary" href={href}>
                  {t('empty.toServices')}
                </ButtonLink>
              )
            }
          >
            {t('empty.noPageWhy')}
          </ViewMessage>
        </PlainCard>
      </Container>
    </main>
  );
}
