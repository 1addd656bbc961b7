import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import pack from '../../package.json' with { type: 'json' };

/** Sources of everything that can be imported: `src/link.ts` for `limio-offers/link`. */
const ENTRIES = Object.values(pack.exports).flatMap((target) => {
  const [, name] = /^\.\/dist\/npm\/(.+)\.js$/.exec((target as { default?: string }).default ?? '') ?? [];
  return name ? [`src/${name}.ts`] : [];
});

const read = (file: string) => readFileSync(file, 'utf8');

/** What a file gives away that other files declare. */
const passedOn = (file: string) =>
  [...read(file).matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)].flatMap(([, names, from]) =>
    [...names!.matchAll(/(?:type )?(\w+),?/g)].map(([, name]) => ({
      name: name!,
      file: join(dirname(file), from!),
    })),
  );

/** What a file declares itself. */
const own = (file: string) =>
  [
    ...read(file).matchAll(/^export (?:abstract |async )?(?:function|const|class|interface|type) (\w+)/gm),
  ].map(([, name]) => ({ name: name!, file }));

interface Declaration {
  name: string;
  comment: string;
  kind: string | undefined;
}

/** Each declaration of a name, since an element is a class and an interface, with the comment right above it. */
function declarations({ name, file }: { name: string; file: string }): Declaration[] {
  const declaration = new RegExp(
    `(\\/\\*\\*(?:(?!\\*\\/)[^])*\\*\\/\\n(?:\\/\\/.*\\n)*)?^export (?:abstract |async )?(function|const|class|interface|type) ${name}\\b`,
    'gm',
  );
  const found = [...read(file).matchAll(declaration)].map(([, comment = '', kind]) => ({
    name,
    comment,
    kind,
  }));
  const elsewhere = passedOn(file).filter((each) => each.name === name);
  return [...found, ...elsewhere.flatMap(declarations)];
}

test('there are entries to look at', () => {
  expect(ENTRIES).toContain('src/link.ts');
  expect(own('src/integrations/analytics.ts').map(({ name }) => name)).toContain('connectAnalytics');
});

test.for(ENTRIES)('everything in %s says what it is, and what is called has an example', (entry) => {
  const all = [...passedOn(entry), ...own(entry)].flatMap((each) => {
    const found = declarations(each);
    return found.length ? found : [{ name: each.name, comment: '', kind: 'nothing' }];
  });
  const silent = all.filter(
    ({ comment, kind }) => !comment || (/function|const/.test(kind!) && !comment.includes('@example')),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
