import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Pace } from '@plimsoll/plugin-database';
import {
  type RenderRulesOptions,
  ruleFile,
} from '@plimsoll/plugin-slo-common/rules';
import type { Response } from 'express';

const PIECE_CHARACTERS = 100_000;
/** What a reader causes who goes away. */
const GONE = 'ERR_STREAM_PREMATURE_CLOSE';

/** Writes a rule file piece by piece, as fast as it is read. */
export async function sendRules(
  res: Response,
  options: RenderRulesOptions,
): Promise<void> {
  res.set('Content-Type', 'application/yaml; charset=utf-8');
  try {
    await pipeline(Readable.from(piecesOf(options)), res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== GONE) {
      throw error;
    }
  }
}

async function* piecesOf(options: RenderRulesOptions): AsyncGenerator<string> {
  const pace = Pace.create();
  let piece = '';
  for (const text of ruleFile(options)) {
    piece += text;
    if (piece.length > PIECE_CHARACTERS) {
      yield piece;
      piece = '';
    }
    await pace.rest();
  }
  yield piece;
}
