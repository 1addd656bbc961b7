declare module '@adobe/structured-data-validator' {
  /** Checks structured data by the rules that search engines name. */
  export default class Validator {
    validate(extracted: {
      jsonld: Readonly<Record<string, readonly object[]>>;
      errors: readonly unknown[];
    }): Promise<Array<{ issueMessage: string; severity: 'ERROR' | 'WARNING' }>>;
  }
}
