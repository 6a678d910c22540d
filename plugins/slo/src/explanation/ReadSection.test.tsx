import { screen } from '@testing-library/react';
import { explanation } from '../__fixtures__/explanation';
import { FixtureSloApi } from '../__fixtures__/FixtureSloApi';
import { sloCorrection } from '../__fixtures__/sloCorrection';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { ReadSection } from './ReadSection';

describe('what was read', () => {
  const rowOf = async () =>
    (await screen.findAllByText('Corrections')).map(
      name => name.parentElement?.textContent,
    );

  it('names each correction with its reason and author', async () => {
    const { read } = explanation();
    const corrections = [
      sloCorrection(),
      sloCorrection({ id: 'c2', createdBy: 'external:github-actions' }),
    ];
    renderForEntity(<ReadSection read={{ ...read, corrections }} />, {
      api: new FixtureSloApi([]),
    });
    expect(await rowOf()).toEqual([
      expect.stringMatching(/Planned move of the database.*maja-wrona$/),
      expect.stringMatching(/external:github-actions$/),
    ]);
  });

  it('says that there are none', async () => {
    renderForEntity(<ReadSection read={explanation().read} />, {
      api: new FixtureSloApi([]),
    });
    expect(await rowOf()).toEqual(['Correctionsnone']);
  });
});
