import { readFileSync } from 'node:fs';
import type { Attribute, ClassField } from 'custom-elements-manifest/schema';
import { attributeOf, type Attribute as Row } from '../src/element/attributes/attribute.ts';

/**
 * The attributes of an element and their properties, as the manifest has them, from its table in the source.
 *
 * @param file of the table, for what is gone when it is run.
 */
export function describedAttributes(
  table: Readonly<Record<string, Row>>,
  file: string,
): { attributes: Attribute[]; members: ClassField[] } {
  const written = writtenRows(file);
  const members = Object.entries(table).map(([name, row]): ClassField & { attribute?: string } => {
    const { description, dataType } = written.get(name) ?? {};
    if (!description) throw new Error(`The attribute of ${name} has no comment in the table.`);
    const attribute = attributeOf(name, row);
    return {
      kind: 'field',
      name,
      privacy: 'public',
      type: { text: dataType ?? typeOf(row) },
      description,
      ...(attribute && { attribute }),
    };
  });
  const attributes = members.flatMap(({ name: fieldName, attribute: name, type, description }) =>
    name ? [{ name, type: type!, description: description!, fieldName }] : [],
  );
  return { attributes, members };
}

function typeOf({ type, values }: Row): string {
  if (values) return ['', ...values].map((value) => `'${value}'`).join(' | ');
  return type === Boolean ? 'boolean' : 'string';
}

/** The comment of each row, and the type of those that hold data: what is gone when the table is run. */
function writtenRows(file: string): Map<string, { description: string; dataType: string | undefined }> {
  const source = readFileSync(file, 'utf8');
  const rows = source.matchAll(/^ {2}\/\*\*([^]*?)\*\/\n {2}(\w+): (?:data<(.+)>)?/gm);
  return new Map(
    Array.from(rows, ([, comment = '', name = '', dataType]) => [
      name,
      { description: comment.replace(/\s+(\* )?/g, ' ').trim(), dataType },
    ]),
  );
}
