import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { incident, openIncident } from '../__fixtures__/checkoutIncidents';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { RecoveredText } from './RecoveredText';
import { recoverySeconds } from './recoverySeconds';
import { ReviewButton } from './ReviewButton';

const one = incident({ label: 'INC-455' });

describe('how long an incident lasted', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    [one, 560],
    [{ ...one, presumed: true }, undefined],
    [{ ...one, merged: true }, undefined],
    [{ ...one, resolvedAt: undefined }, undefined],
    [openIncident, undefined],
  ])('is told only where its end was', (told, seconds) => {
    expect(recoverySeconds(told)).toBe(seconds);
  });

  it.each([
    [one, '9 min 20 s'],
    [{ ...one, presumed: true }, 'end not told'],
    [{ ...one, merged: true }, 'merged'],
    [openIncident, 'open for 2 min'],
    // 6.7 days
    [
      { ...openIncident, startedAt: '2026-10-27T20:24:05.000Z' },
      'open for 6 d',
    ],
  ])('reads as words otherwise', async (told, text) => {
    stopDate('2026-11-03T13:12:05.000Z');
    renderForEntity(<RecoveredText incident={told} />, {
      api: new FixtureStabilityApi(),
    });
    expect(await screen.findByText(text)).toBeVisible();
  });
});

describe('the review of an incident', () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  const original = { ...URL };

  beforeEach(() => {
    blobs.length = 0;
    names.length = 0;
    URL.createObjectURL = blob => {
      blobs.push(blob as Blob);
      return 'blob:review';
    };
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
  });
  afterEach(() => {
    URL.createObjectURL = original.createObjectURL;
    URL.revokeObjectURL = original.revokeObjectURL;
    jest.restoreAllMocks();
  });

  async function download(api: FixtureStabilityApi, label: string) {
    renderForEntity(<ReviewButton incident={{ ...one, label }} />, { api });
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Download the review of ${label}`,
      }),
    );
  }

  it('is saved as Markdown under the incident\u2019s name', async () => {
    await download(new FixtureStabilityApi(), 'INC-455');
    await waitFor(() => expect(names).toEqual(['INC-455.md']));
    expect(blobs[0].type).toContain('text/markdown');
    expect(blobs[0].size).toBe('# Payment provider refuses cards\n'.length);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:review');
  });

  it('is saved under a name that every file system takes', async () => {
    await download(new FixtureStabilityApi(), 'a/b: c');
    await waitFor(() => expect(names).toEqual(['a-b-c.md']));
  });

  it('says that it could not be read', async () => {
    const api = new FixtureStabilityApi();
    jest.spyOn(api, 'getReview').mockRejectedValue(new Error('down'));
    await download(api, 'INC-455');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The review could not be read.',
    );
    expect(names).toEqual([]);
  });
});
