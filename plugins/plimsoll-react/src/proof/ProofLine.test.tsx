import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPart } from '../__testUtils__/renderPart';
import { ProofLine } from './ProofLine';

it('says what figures stand on, each with its value, and where to look', async () => {
  const { container } = renderPart(
    <ProofLine
      title="Proof"
      entries={[
        { id: 'complete', label: 'Complete to', value: '17 Nov' },
        { id: 'format', label: 'FOCUS 1.2' },
      ]}
      more={<a href="/quality">Data quality</a>}
    />,
  );
  const line = screen.getByRole('region', { name: 'Proof' });
  expect(
    within(line)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.trim()),
  ).toEqual(['Complete to 17 Nov', 'FOCUS 1.2']);
  expect(within(line).getByText('17 Nov').tagName).toBe('STRONG');
  expect(within(line).getByRole('link')).toHaveAttribute('href', '/quality');
  expect(await axe(container)).toHaveNoViolations();
});
