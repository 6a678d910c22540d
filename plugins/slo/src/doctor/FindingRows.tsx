import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { CardItem, CardList } from '@plimsoll/plugin-plimsoll-react';
import type { Finding } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { FindingRow } from './FindingRow';

/** @internal */
export interface FindingRowsProps {
  /** Errors first. */
  findings: readonly Finding[];
  /** Say which document each is in. */
  withDocument: boolean;
}

/** A card has room for so many. */
const SHOWN = 5;

/** What the doctor found, the worst first; folded where it is only notes. */
export function FindingRows(props: FindingRowsProps) {
  const { findings, withDocument } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, SHOWN);
  const hidden = findings.length - shown.length;
  const rows = (
    <>
      <CardList>
        {shown.map(finding => (
          <CardItem
            key={`${finding.document} ${finding.path} ${finding.message}`}
          >
            <FindingRow finding={finding} withDocument={withDocument} />
          </CardItem>
        ))}
      </CardList>
      {hidden > 0 && (
        <div>
          <Button variant="secondary" onPress={() => setAll(true)}>
            {t('doctor.more', { count: hidden })}
          </Button>
        </div>
      )}
    </>
  );

  return findings.every(({ severity }) => severity === 'info') ? (
    <details>
      <summary>{t('doctor.onlyNotes', { count: findings.length })}</summary>
      {rows}
    </details>
  ) : (
    rows
  );
}
