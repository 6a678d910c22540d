import { type JenkinsBlock, jenkinsBlocks } from '../jenkinsBlocks';
import type { Validator } from './Validator';

const PATH = 'Jenkinsfile';

/** Jenkins' declarative pipeline: its structure, and our own rules. */
export const jenkinsfile: Validator = {
  name: 'has a Jenkinsfile that is declarative and keeps our rules',
  validate({ service, files, read }) {
    const has = files.some(({ path }) => path === PATH);
    if (service.pipeline !== 'jenkins') {
      return has ? [`${PATH}: nobody asked for it`] : [];
    }
    return jenkinsFaults(read(PATH)).map(fault => `${PATH}: ${fault}`);
  },
};

const SECTIONS: Record<string, ReadonlySet<string>> = {
  pipeline: new Set(
    'agent environment options parameters post stages tools triggers'.split(
      ' ',
    ),
  ),
  stage: new Set(
    'agent environment input options parallel post stages steps tools when'.split(
      ' ',
    ),
  ),
  stages: new Set(['stage']),
  post: new Set(
    'aborted always changed cleanup failure fixed regression success unstable unsuccessful'.split(
      ' ',
    ),
  ),
};

/** What is wrong with the text of a Jenkinsfile. */
export function jenkinsFaults(text: string): string[] {
  let all: JenkinsBlock[];
  try {
    all = jenkinsBlocks(text);
  } catch (error) {
    return [String(error)];
  }
  const [pipeline, ...others] = all.filter(({ name }) => name === 'pipeline');
  if (!pipeline || others.length > 0) {
    return ['has not one pipeline'];
  }
  const options = pipeline.blocks.find(({ name }) => name === 'options');
  return [
    ...(pipeline.lines.includes('agent none')
      ? []
      : ['an agent is kept for all of the pipeline']),
    ...['timeout(', 'disableConcurrentBuilds()', 'buildDiscarder('].flatMap(
      wanted =>
        options?.lines.some(line => line.startsWith(wanted))
          ? []
          : [`options: lacks ${wanted}`],
    ),
    ...sectionFaults(pipeline),
    ...stagesOf(pipeline).flatMap(stage =>
      stageFaults(stage).map(fault => `stage${stage.argument}: ${fault}`),
    ),
    ...(text.match(/\b(sh|bat|powershell)\s*\(?\s*("""|").*/g) ?? []).map(
      line => `${line}: Groovy would put values into it`,
    ),
    ...(/(parameters|environment)\s*\{[^}]*credentials\(/.test(text)
      ? ['a credential is there for more than a step']
      : []),
  ];
}

function stagesOf(block: JenkinsBlock): JenkinsBlock[] {
  return block.blocks.flatMap(inner => [
    ...(inner.name === 'stage' ? [inner] : []),
    ...stagesOf(inner),
  ]);
}

/** `agent none` is a line, `agent { docker }` a block. */
function namesIn({ blocks, lines }: JenkinsBlock): string[] {
  return [
    ...blocks.map(({ name }) => name),
    ...lines.map(line => /^\w+/.exec(line)?.[0] ?? line),
  ];
}

function sectionFaults(block: JenkinsBlock): string[] {
  const known = SECTIONS[block.name];
  const unknown = known
    ? namesIn(block)
        .filter(name => !known.has(name))
        .map(name => `${block.name}${block.argument} has no section '${name}'`)
    : [];
  return block.name === 'steps' || block.name === 'script'
    ? []
    : [...unknown, ...block.blocks.flatMap(sectionFaults)];
}

function stageFaults(stage: JenkinsBlock): string[] {
  const bodies = stage.blocks.filter(({ name }) =>
    ['steps', 'stages', 'parallel'].includes(name),
  );
  const text = JSON.stringify(stage);
  const waits = JSON.stringify(bodies).includes('"input message');
  const own = bodies.some(({ name }) => name === 'steps');
  const rollback = stage.blocks
    .filter(({ name }) => name === 'post')
    .flatMap(({ blocks }) => blocks)
    .some(
      block =>
        block.name === 'unsuccessful' &&
        JSON.stringify(block).includes('ci/rollback.sh'),
    );
  const outermost = namesIn(stage).includes('agent');
  return [
    ...(/^\('[^']+'\)$/.test(stage.argument) ? [] : ['has no name']),
    ...(bodies.length === 1 ? [] : ['has not one of steps and stages']),
    ...(waits && outermost ? ['an agent waits for the approval'] : []),
    ...(outermost && !/"timeout\(/.test(text) ? ['has no timeout'] : []),
    ...(outermost && text.includes('ci/deploy.sh') && !rollback
      ? ['takes nothing back when it fails']
      : []),
    ...(own && text.includes('ci/deploy.sh') && !text.includes('inCloud')
      ? ['deploys without its own identity']
      : []),
  ];
}
