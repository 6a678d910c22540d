import { useState } from 'react';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import { ExplainSection } from '../explanation/ExplainSection';
import { useVoice } from '../words';
import { AnnotationStep } from './AnnotationStep';
import { fullEntityRef } from './fullEntityRef';
import { PreviewStep } from './PreviewStep';
import { proposalText } from './proposalText';
import { RuleStep } from './RuleStep';
import { usePreview } from './usePreview';
import styles from './MappingWizard.module.css';

/** @internal */
export interface MappingWizardProps {
  cost: UnmappedCost;
  currency: string;
}

/** The choice of a service that is none of the proposed. */
const OTHER = '*';

/** Whose the charges are, what would move, and what to write down. */
export function MappingWizard(props: MappingWizardProps) {
  const { cost, currency } = props;
  const { proposals } = cost;
  const voice = useVoice();
  const { t } = voice;
  const [choice, setChoice] = useState(proposals[0]?.entityRef ?? OTHER);
  const [text, setText] = useState('');
  const typed = fullEntityRef(text);
  const entityRef = choice === OTHER ? typed : choice;
  const isWritable = cost.annotation !== undefined;
  const preview = usePreview({
    cost,
    entityRef: isWritable ? entityRef : undefined,
  });
  const bad = text !== '' && !typed;

  return (
    <>
      <ExplainSection title={t('wizard.whose')}>
        <div className={styles.choice}>
          {proposals.length > 0 && (
            <RadioGroup
              aria-label={t('wizard.whose')}
              value={choice}
              onChange={setChoice}
            >
              {proposals.map(proposal => (
                <Radio key={proposal.entityRef} value={proposal.entityRef}>
                  {proposalText(proposal, voice)}
                </Radio>
              ))}
              <Radio value={OTHER}>{t('wizard.other')}</Radio>
            </RadioGroup>
          )}
          {choice === OTHER && (
            <TextField
              size="small"
              label={t('wizard.ref')}
              description={bad ? t('wizard.refBad') : t('wizard.refHint')}
              isInvalid={bad}
              value={text}
              onChange={setText}
            />
          )}
        </div>
      </ExplainSection>
      {isWritable ? (
        <ExplainSection title={t('wizard.preview')}>
          <PreviewStep
            preview={preview}
            entityRef={entityRef}
            currency={currency}
          />
        </ExplainSection>
      ) : (
        <ExplainSection title={t('wizard.write')}>
          <RuleStep cost={cost} entityRef={entityRef} />
        </ExplainSection>
      )}
      {entityRef && preview.data && preview.data.charges > 0 && (
        <ExplainSection title={t('wizard.write')}>
          <AnnotationStep
            key={entityRef}
            entityRef={entityRef}
            annotation={preview.data.annotation}
          />
        </ExplainSection>
      )}
    </>
  );
}
