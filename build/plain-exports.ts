import type { Plugin } from 'vite';

/** What a minified file gives to others, at its end. */
const EXPORTS = /\bexport\{([^}]*)\}(?=;?\s*$)/;

/** What another file takes of it. */
const importsFrom = (file: string): RegExp =>
  new RegExp(`\\bimport\\{([^}]*)\\}(?=from["'\`]\\./${file}["'\`])`, 'g');

/** The pairs of a clause: `a as b,c` is `[['a', 'b'], ['c', 'c']]`. */
const pairsOf = (clause: string): Array<[from: string, to: string]> =>
  clause.split(',').map((each) => {
    const [from = '', to = from] = each.split(' as ');
    return [from, to];
  });

const clauseOf = (pairs: ReadonlyArray<[from: string, to: string]>): string =>
  pairs.map(([from, to]) => (from === to ? from : `${from} as ${to}`)).join();

/**
 * Lets the other script files take what they share with the first one by the names it has there. Rolldown gives each
 * of some seventy another one, which is a tenth of a kilobyte in front of the first paint.
 *
 * @param output name of the environment.
 * @param file what all others import from; no page imports from it by name.
 */
export const plainExports = (output: string, file: string): Plugin => ({
  name: 'plain-exports',
  applyToEnvironment: ({ name }) => name === output,
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
    const shared = chunks.find(({ fileName }) => fileName === file);
    const [, clause] = EXPORTS.exec(shared?.code ?? '') ?? [];
    if (!shared || !clause) return this.error(`${file} exports nothing: see plain-exports.ts.`);
    const names = new Map(pairsOf(clause).map(([own, given]) => [given, own]));
    shared.code = shared.code.replace(EXPORTS, `export{${[...names.values()].join()}}`);
    for (const chunk of chunks)
      chunk.code = chunk.code.replace(
        importsFrom(file),
        (_, taken: string) =>
          `import{${clauseOf(
            pairsOf(taken)
              .map(([given, local]): [string, string] => [
                names.get(given) ?? this.error(`${file} has no ${given}.`),
                local,
              ])
              .sort(),
          )}}`,
      );
  },
});
