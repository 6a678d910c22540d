/**
 * Variables for git: where programs lie, and nothing of the person who runs the
 * portal, whose settings, hooks and credentials have no place in a made-up
 * forge.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_AUTHOR_NAME: 'Local forge',
    GIT_AUTHOR_EMAIL: 'forge@localhost',
    GIT_COMMITTER_NAME: 'Local forge',
    GIT_COMMITTER_EMAIL: 'forge@localhost',
    LC_ALL: 'C',
  };
}
