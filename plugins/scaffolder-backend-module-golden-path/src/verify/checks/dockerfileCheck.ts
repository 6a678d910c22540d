import {
  type Dockerfile,
  DockerfileParser,
  type Instruction,
} from 'dockerfile-ast';
import { eachFile, type FileFinding } from '../Check';

/** Programs that download packages, and are slow without their cache. */
const INSTALLS =
  /\b(npm (ci|install|i)\b|pip3? install\b|uv (sync|pip)\b|mvn(w)?\b|gradle(w)?\b|yarn install\b|go build\b)/;
const SECRET_NAME = /(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY)/i;
/** Not root, and no name. */
const NUMERIC_USER = /^[1-9]\d*(:\d+)?$/;

/**
 * The house's rules for images: pinned bases, a numeric user without rights
 * (a kubelet cannot judge a name), commands that get signals, no secrets in
 * layers.
 */
export const dockerfileCheck = eachFile({
  name: 'dockerfile',
  title: 'Dockerfiles keep the rules for images',
  applies: ({ path }) => /(^|\/)Dockerfile(\.[\w-]+)?$/.test(path),
  findIn({ path, text }) {
    const dockerfile = DockerfileParser.parse(text);
    return [
      ...headFindings(dockerfile),
      ...baseFindings(dockerfile),
      ...lastStageFindings(dockerfile),
      ...dockerfile
        .getInstructions()
        .flatMap(one => instructionFindings(one, linesOf(one, text))),
    ].map(finding => ({ ...finding, file: path }));
  },
});

type LocalFinding = Omit<FileFinding, 'file'>;

function headFindings(dockerfile: Dockerfile): LocalFinding[] {
  const [first] = dockerfile.getDirectives();
  return first?.getName().toLowerCase() === 'syntax'
    ? []
    : [warning(1, 'names no syntax; begin with # syntax=docker/dockerfile:1')];
}

function baseFindings(dockerfile: Dockerfile): LocalFinding[] {
  const froms = dockerfile.getFROMs();
  const stages = new Set(froms.map(from => from.getBuildStage()));
  const findings = froms.flatMap(from => {
    const image = from.getImage() ?? '';
    if (stages.has(image) || image === 'scratch' || image.includes('$')) {
      return [];
    }
    const tag = from.getImageTag();
    return from.getImageDigest() || (tag && tag !== 'latest')
      ? []
      : [
          error(
            lineOf(from),
            `is built on ${image}, which is another image every day; name a version`,
          ),
        ];
  });
  return froms.length === 1
    ? [
        ...findings,
        warning(
          lineOf(froms[0]),
          'has one stage, so that build tools are in the image; build in a stage of its own',
        ),
      ]
    : findings;
}

function lastStageFindings(dockerfile: Dockerfile): LocalFinding[] {
  const start = dockerfile.getFROMs().at(-1);
  if (!start) {
    return [error(1, 'has no FROM; name the image that it is built on')];
  }
  const own = dockerfile
    .getInstructions()
    .filter(one => lineOf(one) > lineOf(start));
  const last = (name: string) =>
    own.filter(one => one.getInstruction() === name).at(-1);
  const user = last('USER');
  const userId = user?.getArgumentsContent()?.trim();
  const health = last('HEALTHCHECK');
  const starts = [last('ENTRYPOINT'), last('CMD')].filter(one => !!one);
  return [
    ...(userId && NUMERIC_USER.test(userId)
      ? []
      : [
          error(
            lineOf(user ?? start),
            `runs as ${
              userId ?? 'the user of its base image'
            }; write USER with a number above 0, for instance 65532:65532`,
          ),
        ]),
    ...(health
      ? []
      : [
          warning(
            lineOf(start),
            'has no HEALTHCHECK, so that compose cannot wait for it',
          ),
        ]),
    ...(starts.length
      ? []
      : [error(lineOf(start), 'starts nothing; write an ENTRYPOINT')]),
    ...starts
      .filter(one => !one.getArgumentsContent()?.trim().startsWith('['))
      .map(one =>
        error(
          lineOf(one),
          `${one.getInstruction()} starts a shell, which keeps signals to itself; write a list: ["program", "argument"]`,
        ),
      ),
  ];
}

function instructionFindings(one: Instruction, lines: string): LocalFinding[] {
  const text = one.getRawArgumentsContent() ?? '';
  const line = lineOf(one);
  switch (one.getInstruction()) {
    case 'ADD':
      return /https?:\/\//i.test(text)
        ? [
            error(
              line,
              'adds what an address answers today; check a digest in RUN, or COPY a file',
            ),
          ]
        : [];
    case 'ARG':
    case 'ENV':
      return SECRET_NAME.test(text.split('=')[0])
        ? [
            error(
              line,
              `keeps ${text
                .split('=')[0]
                .trim()} in the image; use RUN --mount=type=secret`,
            ),
          ]
        : [];
    case 'RUN':
      return INSTALLS.test(text) && !lines.includes('type=cache')
        ? [
            warning(
              line,
              'downloads all packages at every build; add --mount=type=cache',
            ),
          ]
        : [];
    default:
      return [];
  }
}

function error(line: number, message: string): LocalFinding {
  return { severity: 'error', line, message };
}

function warning(line: number, message: string): LocalFinding {
  return { severity: 'warning', line, message };
}

/** As it stands in the file, with its flags. */
function linesOf(one: Instruction, text: string): string {
  const { start, end } = one.getRange();
  return text
    .split('\n')
    .slice(start.line, end.line + 1)
    .join('\n');
}

/** From 1. */
function lineOf(one: Instruction): number {
  return one.getRange().start.line + 1;
}
