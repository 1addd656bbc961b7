import { nodeProgram, removeProgram, run } from '../../setup/node-program.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { noteNoise } from '../noise.ts';
import type { Cold } from '../programs/cold.ts';
import { ROUNDS } from '../rounds.ts';

/** A backend that has just begun, beside itself when it is warm: each round is a process of its own. */
export async function cold(): Promise<Figure[]> {
  const program = await nodeProgram('test/bench/programs/cold.ts');
  const rounds: Cold[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      noteNoise();
      const { child, line, ended } = run(program, []);
      rounds.push(JSON.parse(await line(/^{/)) as Cold);
      child.kill();
      await ended;
    }
  } finally {
    removeProgram(program);
  }
  const of = (name: keyof Cold) => rounds.map((round) => round[name]);
  return [
    beside(
      'processor time of loading the backend (aim: 60 ms)',
      of('loading'),
      ['the first checkout', of('first')],
      ms,
    ),
    beside(
      'processor time of the first checkout, with a token and the offers',
      of('first'),
      ['a warm one', of('warm')],
      ms,
    ),
  ];
}
