import { run } from '../../src/commands/run.ts';
import { COMMANDS } from '../../src/commands/table.ts';

/** What a call of the command line wrote and came to. */
export async function call(...words: string[]): Promise<{ out: string; err: string; code: number }> {
  const said = { out: '', err: '' };
  const code = await run(words, COMMANDS, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { ...said, code };
}
