import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import document from './limio-openapi.json' with { type: 'json' };

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: object;
}

type Resolvable = { $ref?: string } & Record<string, unknown>;

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
// The package's types are those of its CommonJS build.
(addFormats as unknown as (target: Ajv2020) => void)(ajv);
ajv.addSchema(document, 'limio');

const compiled = new Map<string, ValidateFunction>();

/** Schemas keep their place in the document, so that their references work. */
function validator(pointer: string): ValidateFunction {
  let validate = compiled.get(pointer);
  if (!validate) compiled.set(pointer, (validate = ajv.compile({ $ref: `limio#${pointer}` })));
  return validate;
}

const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

function at(pointer: string): Resolvable | undefined {
  let node: unknown = document;
  for (const part of pointer.split('/').slice(1))
    node = (node as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  const { $ref } = (node ?? {}) as Resolvable;
  return $ref ? at($ref.slice(1)) : (node as Resolvable | undefined);
}

/** Where the document describes an operation: its path template and JSON pointer. */
function find(method: string, pathname: string): { template: string; pointer: string } | undefined {
  const path = pathname.replace(/^.*?\/api(?=\/)/, '');
  const template = Object.keys(document.paths).find((each) =>
    new RegExp(`^${each.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  const pointer = template && `/paths/${escape(template)}/${method.toLowerCase()}`;
  return pointer && at(pointer) ? { template, pointer } : undefined;
}

const problemsOf = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);

/** Whether Limio's OpenAPI document knows the operation; it has eleven. */
export const isDescribed = (method: string, url: string): boolean => !!find(method, new URL(url).pathname);

/** What is wrong with a request, by the OpenAPI document: its body, its query and its headers. */
export async function requestProblems(request: Request): Promise<string[]> {
  const { pathname, searchParams } = new URL(request.url);
  const found = find(request.method, pathname);
  if (!found) return [`${request.method} ${pathname} is not described`];
  const { parameters = [], requestBody } = at(found.pointer) as {
    parameters?: Parameter[];
    requestBody?: object;
  };
  const problems = parameters.flatMap(({ name, in: place, required }, index) => {
    const template = found.template.split('/');
    const given =
      place === 'query'
        ? searchParams.get(name)
        : place === 'header'
          ? request.headers.get(name)
          : (pathname.split('/').slice(-template.length)[template.indexOf(`{${name}}`)] ?? null);
    if (given === null) return required ? [`${place} ${name} is missing`] : [];
    const schema = `${found.pointer}/parameters/${index}/schema`;
    return problemsOf(validator(schema), at(schema)?.['type'] === 'integer' ? Number(given) : given);
  });
  if (!requestBody) return problems;
  const body: unknown = JSON.parse(await request.clone().text());
  const schema = `${found.pointer}/requestBody/content/application~1json/schema`;
  return [...problems, ...problemsOf(validator(schema), body)];
}

/** What is wrong with a reply, by the OpenAPI document. */
export async function replyProblems(method: string, url: string, reply: Response): Promise<string[]> {
  const found = find(method, new URL(url).pathname);
  if (!found) return [`${method} ${url} is not described`];
  const place = `${found.pointer}/responses/${reply.status}`;
  const response = at(place);
  if (!response) return [`status ${reply.status} is not described`];
  if (!response['content']) return [];
  const isShared = (
    document.paths as never as Record<string, Record<string, { responses: Record<string, Resolvable> }>>
  )[found.template]?.[method.toLowerCase()]?.responses[reply.status]?.$ref;
  const schema = `${isShared ? isShared.slice(1) : place}/content/application~1json/schema`;
  return problemsOf(validator(schema), await reply.clone().json());
}
