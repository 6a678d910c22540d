import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FileOutcome,
  UpdateFile,
} from '@plimsoll/plugin-golden-path-common';
import { goldenPathTranslationRef } from '../../translation';
import { DiffText } from './DiffText';
import styles from './FileList.module.css';

/** What asks for a decision comes first. */
const ORDER: FileOutcome[] = [
  'conflict',
  'merge',
  'update',
  'add',
  'remove',
  'keep',
];

/** What becomes of each file, with its changes folded. */
export function FileList(props: { files: UpdateFile[] }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const groups = ORDER.map(outcome => ({
    outcome,
    files: props.files.filter(file => file.outcome === outcome),
  })).filter(({ files }) => files.length > 0);
  return (
    <>
      {groups.map(({ outcome, files }) => (
        <section key={outcome}>
          <h3 className={styles.group} data-outcome={outcome}>
            {t(`update.outcome.${outcome}`)}
            <span className={styles.count}>
              {t('update.page.counts', { count: files.length })}
            </span>
          </h3>
          {files.map(file => (
            <FileRow key={file.path} file={file} />
          ))}
        </section>
      ))}
    </>
  );
}

function FileRow(props: { file: UpdateFile }) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { file } = props;
  const { path, movedTo, reason, diff, templateDiff, attachedAs } = file;
  const place = movedTo ?? path;
  return (
    <details className={styles.file}>
      <summary className={styles.path}>
        <code>{place}</code>
        {movedTo && (
          <span className={styles.why}>{t('update.page.moved', { path })}</span>
        )}
        {reason && (
          <span className={styles.why}>{t(`update.reason.${reason}`)}</span>
        )}
      </summary>
      {attachedAs && (
        <p className={styles.note}>
          {t('update.page.attached', { path: attachedAs })}
        </p>
      )}
      {diff && (
        <DiffText label={t('update.page.diff', { path: place })}>
          {diff}
        </DiffText>
      )}
      {templateDiff && (
        <DiffText label={t('update.page.templateDiff', { path })}>
          {templateDiff}
        </DiffText>
      )}
      {!diff && !templateDiff && (
        <p className={styles.note}>{t('update.page.noDiff')}</p>
      )}
      {file.isCut && <p className={styles.note}>{t('update.page.cut')}</p>}
    </details>
  );
}
