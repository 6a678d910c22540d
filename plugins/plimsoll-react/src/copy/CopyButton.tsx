import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden, type ButtonProps } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { plimsollTranslationRef } from '../translation';

/** @public */
export interface CopyButtonProps {
  /** What lands in the clipboard. */
  text: string;
  /** "Copy" by default. */
  label?: string;
  variant?: ButtonProps['variant'];
}

/** How long the button says that it has copied, in milliseconds. */
const SHOWN_FOR = 2_000;

/**
 * Copies a text and says so, in sight and to screen readers.
 *
 * @public
 */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, variant = 'secondary' } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };

  return (
    <>
      <Button
        variant={variant}
        iconStart={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      >
        {outcome ? t(`copy.${outcome}`) : label ?? t('copy.copy')}
      </Button>
      <VisuallyHidden>
        <span role="status">{outcome ? t(`copy.${outcome}`) : ''}</span>
      </VisuallyHidden>
    </>
  );
}
