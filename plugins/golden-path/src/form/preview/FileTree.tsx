import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PreviewFile } from '@plimsoll/plugin-golden-path-common';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiFileLine,
} from '@remixicon/react';
import { goldenPathTranslationRef } from '../../translation';
import { fileTree, type TreeFolder } from './fileTree';
import { useNoteText } from './useNoteText';
import styles from './FileTree.module.css';

/**
 * The files of the repository: folders open to all that is in them, and show
 * what is worth a line as long as they are closed.
 */
export function FileTree(props: { name: string; files: PreviewFile[] }) {
  const { name, files } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  return (
    <div className={styles.tree}>
      <p className={styles.root}>
        <code>{name}/</code>{' '}
        <small>{t('made.fileCount', { count: files.length })}</small>
      </p>
      <ul aria-label={t('made.tree')}>
        {fileTree(files).map(folder => (
          <Folder key={folder.name} folder={folder} />
        ))}
      </ul>
    </div>
  );
}

function Folder({ folder }: { folder: TreeFolder }) {
  const { name, files, telling, tests, followsPromise } = folder;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const noteText = useNoteText();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? files : telling;
  const others = files.length - telling.length;
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  const rows = shown.map(file => (
    <File key={file.path} file={file} folder={name} />
  ));
  const count = t('made.fileCount', { count: files.length });
  const isWholeOnly = name !== '' && telling.length === files.length;
  const toggle = (label: string, note: string) => (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(!isOpen)}
    >
      <Arrow size={16} aria-hidden />
      <code>{label}</code>
      <small>{note}</small>
    </button>
  );

  if (name === '') {
    return (
      <>
        {rows}
        {others > 0 && (
          <li>{toggle('…', t('made.others', { count: others }))}</li>
        )}
      </>
    );
  }
  return (
    <>
      <li data-follows={(followsPromise && isWholeOnly) || undefined}>
        {toggle(
          `${name}/`,
          tests > 0 ? noteText({ kind: 'tests', tests }) : count,
        )}
      </li>
      {rows}
    </>
  );
}

function File(props: { file: PreviewFile; folder: string }) {
  const { file, folder } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const noteText = useNoteText();
  const { path, note, followsPromise } = file;
  return (
    <li
      className={folder ? styles.inside : undefined}
      data-follows={followsPromise || undefined}
    >
      <RiFileLine size={14} aria-hidden />
      <code>{folder ? path.slice(folder.length + 1) : path}</code>
      {note && <small>{noteText(note)}</small>}
      {followsPromise && (
        <span className={styles.unseen}>{t('made.follows')}</span>
      )}
    </li>
  );
}
