import { METRIC_NAMES } from '@plimsoll/plugin-stability-common';
import { explanationMessages } from './explanationMessages';

it('explains every metric in words', () => {
  expect(Object.keys(explanationMessages.definition).sort()).toEqual(
    METRIC_NAMES.map(name => `${name}/1`).sort(),
  );
});
