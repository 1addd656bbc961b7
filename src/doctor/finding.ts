import { ERROR_HELP } from '../core/errors/help/error-help.ts';
import { LimioError, type LimioErrorCode } from '../core/errors/limio-error.ts';

/** One thing that keeps the offers of a page from selling, or from being shown as they are meant to be. */
export interface Finding {
  code: LimioErrorCode;
  /** What was found there, in a sentence or two. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** Line of the page's HTML, from 1 on, where it is known. */
  line?: number;
}

/** What was found out about a page. */
export interface Report {
  /** What is wrong; nothing where the page is right. */
  findings: readonly Finding[];
  /** What is there, in words: `3 purchase links of https://shop.example.com`. */
  seen: readonly string[];
  /** What cannot be told from the page's HTML, or from here, each with who can tell. */
  unknown: readonly string[];
}

/** What a check came to. */
export type Checked = Partial<Report>;

/** A finding in words of its own; what to do is what the code's help says. */
export const found = (code: LimioErrorCode, message: string, line?: number): Finding => ({
  code,
  message,
  remedy: ERROR_HELP[code][1],
  ...(line && { line }),
});

/** The finding that an error of ours stands for. */
export const foundBy = ({ code, message }: LimioError, line?: number): Finding =>
  found(code, message.replace(`${code}: `, ''), line);

/** Runs something that throws errors of ours for what is wrong. */
export function caught(run: () => void, line?: number): Finding[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof LimioError) return [foundBy(error, line)];
    throw error;
  }
}

/** All of what several checks came to, each thing said once. */
export function together(parts: readonly Checked[]): Report {
  const findings = new Map(
    parts.flatMap(({ findings = [] }) => findings).map((each) => [`${each.code} ${each.message}`, each]),
  );
  const all = (name: 'seen' | 'unknown') => [...new Set(parts.flatMap((part) => part[name] ?? []))];
  return { findings: [...findings.values()], seen: all('seen'), unknown: all('unknown') };
}
