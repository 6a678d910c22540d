import { missingForScripts, PipelineWorkshop } from './pipelineWorkshop';
import { type RenderedService, renderService } from './renderService';

/** Tests of a pipeline's scripts; skipped where this machine cannot run them. */
export function describeScripts(what: string, tests: () => void): void {
  const missing = missingForScripts();
  const run = missing ? describe.skip : describe;
  run(missing ? `${what} (not here: ${missing} is missing)` : what, tests);
}

/**
 * Renders a service once, and gives each test a workshop with its scripts.
 *
 * @param options - what the service is made with; a Node service with GitHub's
 *   pipeline by default
 * @param use - is given each new workshop before its test
 */
export function workshopForEach(
  use: (workshop: PipelineWorkshop, rendered: RenderedService) => void,
  options: Required<
    Pick<Parameters<typeof renderService>[0], 'stack' | 'pipeline'>
  > = { stack: 'node', pipeline: 'github' },
): void {
  let rendered: RenderedService;
  let workshop: PipelineWorkshop;

  beforeAll(async () => {
    rendered = await renderService(options);
  });
  beforeEach(() => {
    workshop = PipelineWorkshop.create({
      rendered: rendered.folder,
      pipeline: options.pipeline,
    });
    use(workshop, rendered);
  });
  afterEach(() => workshop.remove());
}
