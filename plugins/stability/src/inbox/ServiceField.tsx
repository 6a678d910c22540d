import { Button, TextField } from '@backstage/ui';
import { useVoice } from '../words';
import styles from './ServiceField.module.css';
import { useServiceSuggestions } from './useServiceSuggestions';

/** @internal */
export interface ServiceFieldProps {
  /** What was typed or chosen so far. */
  value: string;
  isValid: boolean;
  onChange(value: string): void;
}

/** The service that is meant: chosen among those of the catalog, or its ref. */
export function ServiceField(props: ServiceFieldProps) {
  const { value, isValid, onChange } = props;
  const { t } = useVoice();
  const suggestions = useServiceSuggestions(value).filter(
    ({ entityRef }) => entityRef !== value,
  );
  return (
    <div>
      <TextField
        size="small"
        label={t('rule.entity')}
        description={
          value !== '' && !isValid ? t('rule.entityBad') : t('rule.entityHint')
        }
        isInvalid={value !== '' && !isValid}
        value={value}
        onChange={onChange}
      />
      {suggestions.length > 0 && (
        <ul className={styles.suggestions} aria-label={t('rule.suggestions')}>
          {suggestions.map(({ entityRef, name }) => (
            <li key={entityRef}>
              <Button
                size="small"
                variant="secondary"
                onPress={() => onChange(entityRef)}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
