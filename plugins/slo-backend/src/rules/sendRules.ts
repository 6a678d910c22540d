import { once } from 'node:events';
import { setImmediate as othersTurn } from 'node:timers/promises';
import {
  type RenderRulesOptions,
  ruleFile,
} from '@plimsoll/plugin-slo-common/rules';
import type { Response } from 'express';

const PIECE_CHARACTERS = 100_000;

/** Writes a rule file piece by piece, as fast as it is read. */
export async function sendRules(
  res: Response,
  options: RenderRulesOptions,
): Promise<void> {
  res.set('Content-Type', 'application/yaml; charset=utf-8');
  let piece = '';
  for (const text of ruleFile(options)) {
    piece += text;
    if (piece.length > PIECE_CHARACTERS) {
      if (!res.write(piece) && !res.destroyed) {
        await Promise.race([once(res, 'drain'), once(res, 'close')]);
      }
      if (res.destroyed) {
        return;
      }
      piece = '';
      await othersTurn();
    }
  }
  res.end(piece);
}
