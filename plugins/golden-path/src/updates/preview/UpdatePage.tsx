import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Container, Link } from '@backstage/ui';
import {
  PageStack,
  PlainCard,
  ReadState,
  useEntityPath,
  usePolled,
} from '@plimsoll/plugin-plimsoll-react';
import { useParams } from 'react-router-dom';
import { goldenPathApiRef } from '../../api';
import { goldenPathTranslationRef } from '../../translation';
import { ChangeList } from '../card/ChangeList';
import { DeliverButton } from './DeliverButton';
import { FileList } from './FileList';
import { Questions } from './Questions';
import styles from './UpdatePage.module.css';

/** What an update would change, and the button that opens it. */
export function UpdatePage() {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { kind = '', namespace = '', name = '' } = useParams();
  const entityRef = stringifyEntityRef({ kind, namespace, name });
  const api = useApi(goldenPathApiRef);
  const [answers, setAnswers] = useState<Record<string, unknown>>();
  const preview = usePolled({
    key: JSON.stringify([entityRef, answers]),
    load: signal =>
      api.previewUpdate(entityRef, { ...(answers && { answers }) }, { signal }),
    // it reads the whole repository
    everySeconds: 600,
  });
  const path = useEntityPath()(entityRef);
  const { data } = preview;
  return (
    <main>
      <Container>
        <PageStack>
          {path && <Link href={path}>{t('update.page.back')}</Link>}
          {!data && (
            <ReadState
              polled={preview}
              title={t('update.page.failed')}
              backend="golden-path"
              permission="golden-path.update.create"
              rows={8}
            />
          )}
          {data && (
            <>
              <PlainCard>
                <h2 className={styles.title}>
                  {t('update.page.title', {
                    service: name,
                    name: data.template,
                    from: data.from,
                    to: data.to,
                  })}
                </h2>
                <p>{t('update.page.sentence')}</p>
                <h3 className={styles.heading}>{t('update.page.new')}</h3>
                <ChangeList changes={data.changes} />
                {data.notes.map(note => (
                  <Alert key={note} status="info" title={note} />
                ))}
                {data.questions.length > 0 ? (
                  <>
                    <h3 className={styles.heading}>
                      {t('update.page.questions')}
                    </h3>
                    <Questions
                      questions={data.questions}
                      onAnswer={setAnswers}
                    />
                  </>
                ) : (
                  <DeliverButton
                    entityRef={entityRef}
                    request={{ version: data.to, ...(answers && { answers }) }}
                  />
                )}
              </PlainCard>
              {data.questions.length === 0 && (
                <PlainCard>
                  <h2 className={styles.title}>{t('update.page.files')}</h2>
                  {data.files.length === 0 ? (
                    <p>{t('update.page.nothing')}</p>
                  ) : (
                    <FileList files={data.files} />
                  )}
                </PlainCard>
              )}
            </>
          )}
        </PageStack>
      </Container>
    </main>
  );
}
