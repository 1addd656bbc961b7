import * as z from 'zod/mini';

/** A schema as the MCP package asks for it: https://standardschema.dev/ with JSON Schema beside. */
export interface ToolSchema {
  '~standard': {
    version: 1;
    vendor: string;
    validate: (value: unknown) => { value: Record<string, unknown> };
    jsonSchema: { input: () => Record<string, unknown>; output: () => Record<string, unknown> };
  };
}

/**
 * A schema of the contract for the list of tools. It only describes: what comes in is checked by what answers,
 * whose refusals are written for a model.
 *
 * @param io what an agent sends, or what it gets.
 */
export function toolSchema(schema: z.core.$ZodType, io: 'input' | 'output'): ToolSchema {
  const json = () => {
    const { $schema: _, ...described } = z.toJSONSchema(schema, { io, override: shorten(io) });
    return described;
  };
  return {
    '~standard': {
      version: 1,
      vendor: 'limio-offers',
      validate: (value) => ({ value: value as Record<string, unknown> }),
      jsonSchema: { input: json, output: json },
    },
  };
}

/** The list is read anew in every talk, so it says nothing twice: answers explain themselves, bounds of integers are known. */
const shorten =
  (io: 'input' | 'output') =>
  ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (io === 'output') delete jsonSchema.description;
    if (Math.abs(jsonSchema.minimum ?? 0) === Number.MAX_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  };
