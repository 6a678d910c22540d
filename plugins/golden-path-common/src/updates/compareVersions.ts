const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Whether it is a version as templates have it: `1.2.3`. @public */
export function isVersion(text: string | undefined): text is string {
  return text !== undefined && VERSION.test(text);
}

/** Negative where the first is older; what is no version is oldest. @public */
export function compareVersions(a: string, b: string): number {
  const [ofA, ofB] = [a, b].map(text =>
    (VERSION.exec(text) ?? ['', -1, -1, -1]).slice(1).map(Number),
  );
  const place = ofA.findIndex((part, index) => part !== ofB[index]);
  return place < 0 ? 0 : ofA[place] - ofB[place];
}
