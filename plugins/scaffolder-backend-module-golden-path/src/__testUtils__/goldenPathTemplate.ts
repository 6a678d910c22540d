import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { STACK_FACTS, type Stack } from '@plimsoll/plugin-golden-path-common';
import { parse } from 'yaml';

const FOLDER = resolve(__dirname, '../../../../templates/golden-path');

/** One step, as a template writes it. */
export interface TemplateStep {
  id: string;
  name: string;
  action: string;
  if?: string;
  input?: Record<string, unknown>;
}

/** As much of a Template entity as tests look at. */
export interface TemplateEntity {
  metadata: {
    name: string;
    title: string;
    annotations: Record<string, string>;
  };
  spec: {
    parameters: Array<{
      title: string;
      required?: string[];
      properties: Record<string, Record<string, unknown>>;
    }>;
    steps: TemplateStep[];
    output: { links: object[]; text: object[] };
  };
}

/** The template of a stack, and where it lies. */
export function goldenPathTemplate(stack: Stack): {
  file: string;
  entity: TemplateEntity;
} {
  const file = resolve(FOLDER, `${STACK_FACTS[stack].template}.yaml`);
  return { file, entity: parse(readFileSync(file, 'utf8')) };
}
