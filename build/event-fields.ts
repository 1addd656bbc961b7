import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'src/element';

const CLASS = /^export class (Limio\w+Event) extends LimioEvent \{\n([^]*?)^\}/gm;

/** A field that a listener reads, or a method that it calls. */
const MEMBER = /^ {2}(?:declare readonly (\w+)|(?!constructor)(\w+)\(.*\): void \{$)/gm;

/** What listeners of each event read and call, by its class, as the source declares it. */
export function eventFields(): Map<string, string[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /events?\.ts$/.test(file),
  );
  const classes = files.flatMap((file) => [...readFileSync(join(FOLDER, file), 'utf8').matchAll(CLASS)]);
  return new Map(
    classes.map(([, name = '', body = '']) => [
      name,
      Array.from(body.matchAll(MEMBER), ([, field, method]) => field ?? `${method}()`),
    ]),
  );
}
