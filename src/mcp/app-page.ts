/**
 * The page of the view that hosts of MCP Apps show beside the list of offers, whole in itself. It is made at
 * build and stands in the built package in place of this file; run from source, there is no view.
 */
export const appPage = (): string | undefined => undefined;
