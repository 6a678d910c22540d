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

  it('tells of the slices that go whole', async () => {
    const { read } = explanation();
    const day = (hour: string) => `2026-11-03T${hour}:00.000Z`;
    const stretch = { from: day('22:15'), to: day('22:45') };
    const excludes = { from: day('18:00'), to: day('23:00') };
    const shown = async (corrections: (typeof read)['corrections']) => {
      const view = renderForEntity(
        <ReadSection read={{ ...read, corrections }} />,
        { api: new FixtureSloApi([]) },
      );
      const texts = await rowOf();
      view.unmount();
      return texts;
    };
    const widened = await shown([sloCorrection({ ...stretch, excludes })]);
    expect(widened).toEqual(await shown([sloCorrection(excludes)]));
    expect(widened).not.toEqual(await shown([sloCorrection(stretch)]));
  });

  it('says that there are none', async () => {
    renderForEntity(<ReadSection read={explanation().read} />, {
      api: new FixtureSloApi([]),
    });
    expect(await rowOf()).toEqual(['Correctionsnone']);
  });
});
