import { kubernetesKind } from './checks/kubernetesKind';
import { manifestsOf } from './checks/manifestCheck';
import type { Workspace } from './readWorkspace';
import { isHelmTemplate, isYaml } from './yamlFiles';

/** What nobody has looked at, and who will. */
export interface Unchecked {
  what: string;
  why: string;
}

/** Kinds of files that need a program, a server or a cluster. */
const NEED_OTHERS: ReadonlyArray<{
  isOne(path: string): boolean;
  what: string;
  why: string;
}> = [
  {
    isOne: isHelmTemplate,
    what: 'Helm templates',
    why: 'helm lint and helm template render them in the pipeline',
  },
  {
    isOne: path => /(^|\/)alerts\/tests\//.test(path),
    what: 'Tests of the alerts',
    why: 'promtool test rules runs them in the pipeline',
  },
  {
    isOne: path => /(^|\/)alertmanager\.ya?ml$/.test(path),
    what: 'Routes of alerts',
    why: 'amtool check-config reads them',
  },
  {
    isOne: path => path.endsWith('.sh'),
    what: 'Shell scripts',
    why: 'shellcheck reads them',
  },
  {
    isOne: path => /(^|\/)Jenkinsfile$/.test(path),
    what: 'Jenkinsfile',
    why: 'only a Jenkins controller knows its plugins',
  },
  {
    isOne: path => /(^|\/)\.gitlab-ci\.yml$/.test(path),
    what: 'Jobs of GitLab CI',
    why: "their YAML was read; GitLab's own lint knows the rest",
  },
  {
    isOne: path => path.endsWith('.tf'),
    what: 'Resources of Terraform',
    why: 'terraform validate needs the schemas of providers',
  },
  {
    isOne: path => path.endsWith('.rego'),
    what: 'Policies',
    why: 'opa test runs them in the pipeline',
  },
  {
    isOne: path => /(^|\/)Dockerfile$/.test(path),
    what: 'The image',
    why: 'nothing was built; the pipeline builds, scans and signs it',
  },
  {
    isOne: path => /\.(py|java|ts|js|mjs)$/.test(path),
    what: 'Source code',
    why: 'its tests run in the pipeline',
  },
];

/** What the checks of a workspace say nothing about. */
export function uncheckedOf(workspace: Workspace): Unchecked[] {
  const { files, unread } = workspace;
  return [
    ...NEED_OTHERS.filter(({ isOne }) =>
      files.some(({ path }) => isOne(path)),
    ).map(({ what, why }) => ({ what, why })),
    ...customResources(workspace),
    ...unread.map(path => ({
      what: path,
      why: 'it is no text, larger than 1 MiB, or a link',
    })),
  ];
}

function customResources({ files }: Workspace): Unchecked[] {
  const kinds = new Set<string>();
  for (const manifest of files.filter(isYaml).flatMap(manifestsOf)) {
    if (!kubernetesKind(manifest)) {
      kinds.add(manifest.kind);
    }
  }
  return kinds.size
    ? [
        {
          what: `Schemas of ${Array.from(kinds).sort().join(', ')}`,
          why: 'they are custom resources, whose schemas are in the cluster',
        },
      ]
    : [];
}
