import { say, step, type WiringCheck } from './WiringCheck';

/** Whether Prometheus has loaded what watches the objectives, and runs it. */
export const rulesCheck: WiringCheck = async ({ reads }) => {
  const { sources, rules, expected } = await reads.loadedRules();
  const steps = [step('open-rules-guide')];
  if (sources.length && sources.every(one => one.state === 'not-offered')) {
    return {
      state: 'not-configured',
      sentences: [say('rules-not-offered', { source: namesOf(sources) })],
    };
  }
  const needed = rules.filter(rule => rule.expected);
  const missing = needed.filter(({ loaded }) => !loaded);
  if (missing.length) {
    return {
      state: 'missing',
      sentences: [
        say('rules-missing', {
          count: missing.length,
          of: needed.length,
          first: missing[0].name,
        }),
      ],
      steps,
    };
  }
  const failing = rules.filter(({ health }) => health === 'err');
  if (failing.length) {
    const [{ name, error = '' }] = failing;
    return {
      state: 'missing',
      sentences: [
        say('rules-failing', { count: failing.length, first: name, error }),
      ],
      steps,
    };
  }
  if (sources.length === 0 || expected === 0) {
    return {
      state: 'missing',
      sentences: [say('rules-none-needed')],
      steps: [step('open-objectives')],
    };
  }
  const failed = sources.find(({ state }) => state === 'failed');
  // who has answered tells of each of its rules, so these are the others'
  const untold = expected - needed.length;
  if (failed && untold > 0) {
    const { name, reason = '' } = failed;
    return {
      state: 'unknown',
      sentences: [say('rules-source-failed', { source: name, reason })],
    };
  }
  const mute = namesOf(sources.filter(({ state }) => state === 'not-offered'));
  if (needed.length === 0) {
    return {
      state: 'not-configured',
      sentences: [say('rules-not-offered', { source: mute })],
    };
  }
  const idle = rules.filter(({ evaluatedAt }) => !evaluatedAt);
  if (idle.length) {
    return {
      state: 'waiting',
      sentences: [say('rules-not-evaluated', { count: idle.length })],
    };
  }
  const evaluatedAt = rules.map(rule => rule.evaluatedAt ?? '').sort()[0];
  const source = namesOf(sources.filter(({ state }) => state === 'answered'));
  return {
    state: 'done',
    sentences: [
      say('rules-loaded', { count: rules.length, source, evaluatedAt }),
      ...(mute && untold > 0
        ? [say('rules-not-offered', { source: mute })]
        : []),
    ],
  };
};

function namesOf(sources: ReadonlyArray<{ name: string }>): string {
  return sources.map(({ name }) => name).join(', ');
}
