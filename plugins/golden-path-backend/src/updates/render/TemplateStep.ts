import type { JsonObject } from '@backstage/types';

/** One step of a template, as far as it matters here. */
export interface TemplateStep {
  id?: string;
  action: string;
  input?: JsonObject;
}
