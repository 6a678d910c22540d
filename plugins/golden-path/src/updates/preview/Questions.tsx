import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, TextField } from '@backstage/ui';
import type { UpdateQuestion } from '@plimsoll/plugin-golden-path-common';
import { goldenPathTranslationRef } from '../../translation';

/** Asks what a newer template needs and has no default for. */
export function Questions(props: {
  questions: UpdateQuestion[];
  onAnswer(answers: Record<string, unknown>): void;
}) {
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { questions, onAnswer } = props;
  const [texts, setTexts] = useState<Record<string, string>>({});
  const change = (name: string) => (value: unknown) =>
    setTexts(before => ({ ...before, [name]: String(value ?? '') }));
  const isComplete = questions.every(({ name }) => texts[name]);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        onAnswer(
          Object.fromEntries(
            questions.map(one => [one.name, valueOf(one, texts[one.name])]),
          ),
        );
      }}
    >
      {questions.map(one => {
        const { name, title, description } = one;
        const choices = choicesOf(one, {
          yes: t('update.page.yes'),
          no: t('update.page.no'),
        });
        return choices ? (
          <Select
            key={name}
            label={title}
            description={description}
            options={choices}
            isRequired
            onChange={change(name)}
          />
        ) : (
          <TextField
            key={name}
            label={title}
            description={description}
            isRequired
            onChange={change(name)}
          />
        );
      })}
      <Button type="submit" isDisabled={!isComplete}>
        {t('update.page.continue')}
      </Button>
    </form>
  );
}

function choicesOf(
  question: UpdateQuestion,
  words: { yes: string; no: string },
): Array<{ value: string; label: string }> | undefined {
  if (question.type === 'boolean') {
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ];
  }
  return question.enum?.map(one => ({
    value: String(one),
    label: String(one),
  }));
}

function valueOf({ type }: UpdateQuestion, text: string): unknown {
  if (type === 'boolean') {
    return text === 'true';
  }
  return type === 'string' ? text : Number(text);
}
