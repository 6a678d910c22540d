import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { STACKS, type Stack } from '@plimsoll/plugin-golden-path-common';
import { z } from 'zod/v4';

const step = z.looseObject({
  id: z.string().optional(),
  action: z.string(),
});

const planStep = z.looseObject({
  action: z.literal('goldenpath:plan'),
  input: z.looseObject({ stack: z.enum(STACKS) }),
});

const templateSpec = z.looseObject({
  type: z.string(),
  parameters: z.unknown(),
  steps: z.array(step),
});

/** A template of "create service" as the catalog has it. */
export interface PreviewTemplate {
  entity: Entity;
  spec: z.infer<typeof templateSpec>;
  /** What its service is written in. */
  stack: Stack;
  /** Hosts that its form lets a repository be made on. */
  allowedHosts: string[];
}

/**
 * @throws InputError when the entity is no template that plans a service
 */
export function readPreviewTemplate(entity: Entity): PreviewTemplate {
  const read = templateSpec.safeParse(entity.spec);
  const plan = read.data?.steps
    .map(candidate => planStep.safeParse(candidate))
    .find(({ success }) => success)?.data;
  if (entity.kind !== 'Template' || !read.success || !plan) {
    throw new InputError(
      `template: ${entity.metadata.name} is no template with a step goldenpath:plan, so it cannot be previewed`,
    );
  }
  return {
    entity,
    spec: read.data,
    stack: plan.input.stack,
    allowedHosts: hostsOf(read.data.parameters),
  };
}

const repositoryPage = z.looseObject({
  properties: z.looseObject({
    repoUrl: z.looseObject({
      'ui:options': z.looseObject({ allowedHosts: z.array(z.string()) }),
    }),
  }),
});

function hostsOf(parameters: unknown): string[] {
  return [parameters]
    .flat()
    .map(page => repositoryPage.safeParse(page))
    .flatMap(({ data }) =>
      data ? data.properties.repoUrl['ui:options'].allowedHosts : [],
    );
}
